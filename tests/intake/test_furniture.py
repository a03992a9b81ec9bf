from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.dispatch import Dispatch

from .samples import PARAGRAPH, SECOND

Compose = Callable[..., Dispatch]


def marked(dispatch: Dispatch) -> list[str]:
    return [dispatch.text[mark.start : mark.end] for mark in dispatch.furniture]


@pytest.mark.parametrize(
    "line",
    [
        "Partager", "  • Reposter", "Commentaire", "0/400", "Comment (0)", "12 commentaires", "robot",
        "Voir l’original", "Création du résumé en cours",
        "Image not found or type unknown", "---", "* * *", "Lire aussi",
        "Lire aussi : Le Brésil renforce ses frontières avec le Paraguay", "À lire également", "Newsletter",
        "Abonnez-vous à notre newsletter pour ne rien manquer de l'actualité.", "Temps de lecture : 3 min",
        "Ce site utilise des cookies pour mesurer son audience.", "Tous droits réservés.", "https://exemple.fr/a",
        "Avertissement : ces contenus sont fournis à titre d'information uniquement.", "Il y a 3 heures",
        "Tags : Chili, Pérou, frontière", "Crédit photo : présidence du Pérou", "Accueil > Monde > Amériques",
        "Cette page ne garantit ni l'exactitude ni l'actualité de ce qu'elle affiche.",
        "Les opinions exprimées ici n'engagent que leur auteur.", "Suivez-nous sur WhatsApp",
        "Rejoignez la communauté de nos lecteurs.",
        "La reproduction de nos articles est autorisée à condition de citer la source par un lien.",
        "PARTAGER | IMPRIMER", "Partager · Imprimer · Commentaire", "Cette traduction est fournie à titre informatif.",
        "Vous comptez sur nous chaque matin ?",
    ],
)  # fmt: skip
def test_lines_known_by_their_words(compose: Compose, line: str) -> None:
    assert marked(compose(f"{PARAGRAPH}\n\n{line}\n\n{SECOND}")) == [line.strip()]
    assert marked(compose(f"{PARAGRAPH}\n{SECOND}\n{line}")) == [line.strip()]


@pytest.mark.parametrize(
    "line",
    [
        "Lima a refusé.",
        "Le Pérou ne garantit pas la sécurité des diplomates chiliens.",
        "Les deux pays partagent une longue frontière.",
        "« Nous ne céderons pas », a averti le président péruvien",
        "« La frontière restera fermée »",
        "L'image du pays en souffre, estime le ministre.",
        "Le Chili suit l'exemple du Brésil et ferme son consulat.",
        "La presse a été invitée à s'abonner au silence.",
        "Le président péruvien et la ministre chilienne (à droite) à Lima, le 3 mai.",
        "Une source diplomatique confirme la visite.",
        "L'utilisation de la base est interdite aux avions chiliens.",
        "Le Pérou et le Chili rejoignent la communauté andine.",
        "Avertissement de Lima à Santiago : l'ambassadeur sera rappelé.",
    ],
)
def test_reporting_is_never_marked_for_being_short(compose: Compose, line: str) -> None:
    assert marked(compose(f"{PARAGRAPH}\n\n{line}\n\n{SECOND}")) == []
    assert marked(compose(f"{PARAGRAPH}\n{line}\n{SECOND}")) == []


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("La gauche bolivienne survivra-t-elle à sa défaite ?", "other headline"),
        ("Une frontière sensible", "subhead"),
        ("Nécessité d'un accord durable", "subhead"),
    ],
)
def test_headlines_between_paragraphs(compose: Compose, gap: str, line: str, reason: str) -> None:
    dispatch = compose(gap.join([PARAGRAPH, SECOND, line, PARAGRAPH, SECOND]))
    assert [(text, mark.reason) for text, mark in zip(marked(dispatch), dispatch.furniture, strict=True)] == [
        (line, reason)
    ]


def test_the_title_is_not_furniture(compose: Compose) -> None:
    for title in ("Chili et Pérou, un pas l'un vers l'autre", "Le Pérou cédera-t-il ?"):
        dispatch = compose(f"{title}\n\n{PARAGRAPH}\n\n{SECOND}")
        assert dispatch.title == title
        assert dispatch.furniture == ()


def test_a_wrapped_line_is_no_headline(compose: Compose) -> None:
    wrapped = PARAGRAPH.replace(" pour parler", "\npour parler").replace("Affaires", "\nAffaires")
    assert marked(compose(f"{wrapped}\n\n{SECOND}")) == []
    split = f"{PARAGRAPH[:-1]} selon la nation\n\nandine.\n\n{SECOND}"
    assert marked(compose(split)) == []


def test_a_menu_is_known_by_its_form(compose: Compose) -> None:
    menu = ["Chantiers", "Nos combats", "Archives 2019", "La boutique", "Le club"]
    assert marked(compose("\n".join(menu) + f"\n\n{PARAGRAPH}\n\n{SECOND}")) == menu


def test_headlines_under_a_heading_of_other_articles(compose: Compose) -> None:
    others = ["Sur le même sujet", "La Bolivie rappelle son ambassadeur au Chili", "Le Brésil reçoit le roi d'Espagne"]
    assert marked(compose(f"{PARAGRAPH}\n\n{SECOND}\n\n" + "\n".join(others))) == others


def test_readers_comments_run_to_the_end(compose: Compose) -> None:
    comments = ["Laisser un commentaire", "Le Chili a envahi le Pérou, je l'ai toujours dit. Honte à eux !"]
    assert marked(compose(f"{PARAGRAPH}\n\n{SECOND}\n\n" + "\n\n".join(comments))) == comments
    early = f"Laisser un commentaire\n\n{PARAGRAPH}\n\n{SECOND}"
    assert marked(compose(early)) == ["Laisser un commentaire"]


def test_a_sentence_of_furniture_leaves_its_paragraph(compose: Compose) -> None:
    advert = "Abonnez-vous à notre newsletter."
    assert marked(compose(f"{PARAGRAPH} {SECOND} {PARAGRAPH} {advert}")) == [advert]
