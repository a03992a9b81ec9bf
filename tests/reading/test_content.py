"""What stands inside another act."""

import pytest

from legation.reading.content import content_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'Inde a exigé que le Pakistan libère un pilote.", ["REQUEST"]),
        ("L'Inde a exigé la libération d'un pilote par le Pakistan.", ["REQUEST"]),
        ("La Thaïlande a menacé de rompre ses relations avec le Cambodge.", ["THREATEN"]),
        ("La Thaïlande a promis une aide de dix millions de dollars au Laos.", ["AGREE"]),
        ("Les États-Unis refusent de lever les sanctions contre Cuba.", ["REJECT"]),
        ("Le Pérou a envoyé un émissaire à Quito pour signer un accord avec l'Équateur.", ["CONSULT"]),
        ("Le Qatar a tenu une réunion avec Oman.", ["CONSULT"]),
        ("Le Qatar a signé un accord avec Oman.", ["SUPPORT"]),
    ],
)
def test_demands_promises_threats_refusals_and_aims_leave_nothing_inside(tell, text, expected):
    assert [line.split("/")[0].split(" ")[0] for line in tell(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'Inde a condamné l'attaque menée par le Pakistan contre un village indien.",
         ["ACCUSE/disapprove IND > PAK", "ASSAULT PAK > IND"]),
        ("L'Inde accuse le Pakistan d'avoir bombardé un village indien.",
         ["ACCUSE/allege IND > PAK", "ASSAULT/aerial PAK > IND"]),
        ("Le Kenya condamne l'expulsion de ses diplomates par la Tanzanie.",
         ["ACCUSE/disapprove KEN > TZA", "SANCTION/expel TZA > KEN"]),
    ],
)  # fmt: skip
def test_a_condemned_or_alleged_deed_is_kept(tell, text, expected):
    assert tell(text) == expected


def test_who_swallows_and_who_alleges(stages):
    hits = stages.hits("L'Inde a exigé que le Pakistan libère un pilote.")
    swallowed = stages.content.swallowed(hits)
    assert [(hits[k].token.text, outer.token.text) for k, outer in swallowed.items()] == [("libère", "exigé")]
    hits = stages.hits("L'Inde accuse le Pakistan d'avoir bombardé un village indien.")
    assert {hits[k].token.text: outer.token.text for k, outer in stages.content.alleged(hits).items()} == {
        "bombardé": "accuse"
    }
    assert content_of(next(h for h in hits if h.token.text == "accuse")) == "allege"


def test_a_noun_that_a_verb_governs_is_the_same_act(stages):
    hits = stages.hits("Le Pérou a imposé des sanctions contre le Chili.")
    inner = {hits[k].token.text for k in stages.content.swallowed(hits)}
    assert {h.token.text for h in hits} - inner == {"imposé"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Kenya a exigé la levée du blocus que la Tanzanie a imposé à l'Ouganda.", "SANCTION/discontinue TZA > UGA"),
        ("La Grèce a rejeté l'accusation, accusant la Turquie de mentir.", "ACCUSE/allege"),
        ("Le Kenya exhorte la Somalie, qui a expulsé ses diplomates, à négocier.", "SANCTION/expel SOM > KEN"),
        ("Le Pérou a exigé la levée des sanctions imposées par le Chili à la Bolivie en 2021.",
         "SANCTION/discontinue CHL"),
        ("Le Pérou et le Chili ont convenu de tenir une réunion à Lima en juin.", "planned CONSULT CHL PER"),
    ],
)  # fmt: skip
def test_what_is_told_by_the_way_is_told(tell, text, expected):
    assert any(line.startswith(expected) for line in tell(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Kenya a exigé que la Tanzanie libère les marins qui seraient détenus.", ["REQUEST"]),
        ("Le Chili menace d'expulser les diplomates qui critiqueraient le Pérou.", ["THREATEN"]),
        ("Le Pérou et le Chili ont convenu de relancer les négociations.", ["AGREE"]),
        ("Le Pérou a proposé d'accueillir une réunion avec le Chili.", ["AGREE"]),
    ],
)
def test_what_is_only_wanted_stays_inside(tell, text, expected):
    assert [line.split("/")[0].split(" ")[0] for line in tell(text)] == expected
