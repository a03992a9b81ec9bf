"""Some forty made-up dispatches that meet in many ways: retold, reprinted, undated, announced, contradicted."""

from __future__ import annotations

import random

from legation.dispatch import Dispatch
from legation.report import Promise, Report
from record_builders import make_dispatch, make_report

Item = tuple[Dispatch, list[Report]]
MINISTERS = {"RUS": ("Sergueï Lavrov", "Lavrov", "Serguei Lavrov"), "VEN": ("Jorge Arreaza", "Arreaza", "J. Arreaza")}
SUBJECTS = ("pêche", "énergie", "dette", "transports", "santé", "culture")
OPENINGS = ("longuement parlé", "débattu", "évoqué le dossier", "fait le point", "échangé des vues", "traité")
PLACES = ("au palais", "dans un hôtel", "en marge du sommet", "à l'ambassade", "sur un navire", "au téléphone")
CIRCUMSTANCES = ("devant la presse", "sans témoins", "pendant une heure", "autour d'un repas", "tard le soir", "debout")
TYPES = ("CONSULT", "CONSULT", "CONSULT", "AGREE", "AGREE", "AID", "REJECT", "ACCUSE")
PROMISED = (None, Promise("AID", "2020-02"), Promise(None, None), Promise("CONSULT", "2020"))
DATES = (
    "2020-02-07",
    "2020-02-07",
    "2020-02-08",
    "2020-02",
    "XXXX-02-07",
    None,
    None,
    "2020-02-28",
    "2020-01~",
    "2020",
)
STATUSES = ("occurred", "occurred", "occurred", "planned", "ongoing", "denied")
PUBLISHED = ("2020-02-08", "2020-02-09", "2020-02-29", "2020-03", "2021-06-01", None, "XXXX-02-08")


def _sentence(rng: random.Random, number: int) -> tuple[str, dict[str, object]]:
    other = rng.choice(("VEN", "VEN", "VEN", "CUB"))
    host, guest = rng.choice(MINISTERS["RUS"]), rng.choice(MINISTERS.get(other, ("Rodríguez",)))
    subject = rng.choice(SUBJECTS)
    opening, place, circumstance = rng.choice(OPENINGS), rng.choice(PLACES), rng.choice(CIRCUMSTANCES)
    text = f"{host} et {guest} ont {opening} de {subject} {place} {circumstance}, fois {number}."
    kind = rng.choice(TYPES)
    fields: dict[str, object] = {
        "type_": kind,
        "mode": "meet" if kind == "REJECT" else None,
        "promised": rng.choice(PROMISED) if kind == "AGREE" else None,
        "postponed": rng.random() < 0.1,
        "actors": f"RUS:{host}" if rng.random() < 0.8 else "RUS",
        "recipients": f"{other}:{guest}" if rng.random() < 0.8 else other,
        "date": rng.choice(DATES),
        "status": rng.choice(STATUSES),
        "place": rng.choice((None, None, "VEN", "RUS")),
        "salience": rng.choice(("main", "background")),
    }
    return text, fields


def pool(seed: int, size: int = 40) -> list[Item]:
    """The dispatches with their reports; the same for the same seed."""
    rng = random.Random(seed)
    items: list[Item] = []
    for number in range(size):
        published = rng.choice(PUBLISHED)
        if items and rng.random() < 0.25:
            items.append(_reprinted(rng, *rng.choice(items), number, published))
            continue
        told = [_sentence(rng, number * 10 + n) for n in range(rng.choice((1, 1, 2, 3)))]
        rest = " ".join(
            f"La délégation {rng.randint(1, 9**6)} a évoqué le dossier {rng.randint(1, 9**6)}." for _ in range(9)
        )
        dispatch = make_dispatch(" ".join([*(text for text, _ in told), rest]), f"{number}.txt", published)
        items.append((dispatch, [make_report(dispatch, sentence=text, **fields) for text, fields in told]))  # type: ignore[arg-type]
    return items


def _reprinted(
    rng: random.Random, dispatch: Dispatch, reports: list[Report], number: int, published: str | None
) -> Item:
    """A reprint under another header, whole, trimmed or with words changed; it tells the same, perhaps less."""
    text = dispatch.text
    kept = rng.choice((text, text, text[: len(text) * 3 // 4]))
    header = rng.choice((f"Accueil Monde {number}. ", f"Édition {number}. "))
    copy = make_dispatch(header + kept, f"{number}.txt", published)
    told = [
        make_report(
            copy,
            report.type,
            " + ".join(f"{p.code}:{p.person}" if p.person else p.code for p in report.actors),
            " + ".join(f"{p.code}:{p.person}" if p.person else p.code for p in report.recipients),
            date=rng.choice((report.date, report.date, None)),
            status=report.status,
            mode=report.mode,
            promised=report.promised,
            postponed=report.postponed,
            sentence=report.sentence.text,
        )
        for report in reports
        if report.sentence.text in copy.text and rng.random() < 0.9
    ]
    return copy, told
