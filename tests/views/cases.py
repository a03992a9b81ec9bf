"""A small world for the tests of views, a reader that needs no parser, and a dispatch that means harm."""

from __future__ import annotations

import re
from types import SimpleNamespace

from legation.dispatch import Credit, Dispatch
from legation.report import Report
from record_builders import make_dispatch, make_report, speaker

LAVROV = "RUS:Sergueï Lavrov:ministre des Affaires étrangères"
HOSTILE = (
    '<script>alert("x")</script> Lavrov a rencontré [bold red]Maduro[/] {{7*7}} \x1b[31m\u202eoruam\u202c '
    "`**_[lien](javascript:alert(1))_**` <img src=x onerror=alert(1)> à Caracas."
)


def world() -> list[tuple[Dispatch, list[Report]]]:
    """A meeting told by a dispatch, a reprint and a third; a plan nobody tells the end of; one without a year."""
    met = {
        "actors": LAVROV, "recipients": "VEN:Jorge Arreaza:chancelier", "date": "2020-02-07", "place": "VEN",
        "sentence": "Sergueï Lavrov a rencontré Jorge Arreaza à Caracas vendredi.", "trigger": "rencontré",
    }  # fmt: skip
    told = (
        "Sergueï Lavrov a rencontré Jorge Arreaza à Caracas vendredi. Les ministres ont parlé de pétrole, "
        "de blé et de coopération militaire, selon un communiqué publié dans la soirée par leurs services."
    )
    plan = "La commission se réunira en mai à Moscou."
    session = {
        "actors": "RUS + VEN", "recipients": "", "mode": "multilateral", "date": "2020-05", "status": "planned",
        "sentence": plan, "trigger": "se réunira",
    }  # fmt: skip
    agency = (Credit("agency", "AFP", "FRA"),)
    first = make_dispatch(f"{told} {plan}", "https://journal.example/1", "2020-02-08", outlet="Le Journal",
                          credits=(Credit("outlet", "Le Journal"), *agency))  # fmt: skip
    copy = make_dispatch(f"Dépêche. {told} {plan}", "copie.txt", "2020-02-09", outlet="La Copie",
                         credits=(Credit("outlet", "La Copie"), *agency))  # fmt: skip
    third = make_dispatch("Arreaza a reçu Lavrov le 6 février.", "radio.txt", "2020-02-10", outlet="Radio")
    undated = make_dispatch("Moscou accuse Caracas de retard. Le Kremlin a jadis aidé le Venezuela.", "revue.txt", None)
    late = make_dispatch("Moscou a livré du blé au Venezuela.", "tard.txt", "2021-03-02", outlet="Le Journal")
    return [
        (first, [make_report(first, **met), make_report(first, **session)]),
        (copy, [make_report(copy, **met), make_report(copy, **session)]),
        (third, [make_report(third, actors="RUS:Lavrov", recipients="VEN:Arreaza", date="2020-02-06", trigger="reçu",
                             speakers=(speaker("Arreaza", "VEN"),))]),
        (undated, [
            make_report(undated, "ACCUSE", date="XXXX-07-04", trigger="accuse"),
            make_report(undated, "AID", trigger="aidé", sentence="Le Kremlin a jadis aidé le Venezuela.",
                        salience="background", date="1999"),
        ]),
        (late, [make_report(late, "AID", date="2021-03", trigger="livré")]),
    ]  # fmt: skip


def kept() -> list[tuple[Dispatch, list[Report]]]:
    """A session announced for May, and held."""
    plan = make_dispatch("La commission se réunira en mai à Moscou.", "plan.txt", "2020-02-08", outlet="Le Journal")
    held = make_dispatch("La commission s'est réunie lundi à Moscou.", "tenue.txt", "2020-05-12", outlet="Radio")
    session = {"actors": "RUS + VEN", "recipients": "", "mode": "multilateral"}
    return [
        (plan, [make_report(plan, date="2020-05", status="planned", trigger="se réunira", **session)]),
        (held, [make_report(held, date="2020-05-11", trigger="s'est réunie", **session)]),
    ]


def hostile() -> tuple[Dispatch, list[Report]]:
    """A dispatch whose every field tries to act."""
    dispatch = make_dispatch(HOSTILE, "javascript:alert(1)//<b>\x1b]0;x\x07", "2020-03-01", outlet="<b>{{7*7}}[red]x")
    report = make_report(
        dispatch, actors="RUS:<script>alert(1)</script>:[link=file:///etc]x", recipients="VEN", date="2020-03-01",
        trigger="rencontré", speakers=(speaker("<i>on</i>\u202e", None),),
    )  # fmt: skip
    return dispatch, [report]


class WordReader:
    """Reports a meeting of Russia and Venezuela for each sentence with "rencontré"; domestic with "ministres"."""

    def __init__(self) -> None:
        self.read_ids: list[str] = []

    def read(self, dispatch: Dispatch) -> tuple[Report, ...]:
        self.read_ids.append(dispatch.id)
        if "FAUTE" in dispatch.text:
            raise RuntimeError("no such thing")
        if "STOP" in dispatch.text:
            raise KeyboardInterrupt
        found = []
        for match in re.finditer(r"[^.\n]*\b(rencontré|réuni)\b[^.\n]*\.", dispatch.text):
            report = make_report(dispatch, sentence=match[0], trigger=match[1], date="2020-02-07", actors="RUS")
            if match[1] == "réuni":
                report = make_report(dispatch, sentence=match[0], trigger=match[1], recipients="")
                report = _domestic(report)
            found.append(report)
        return tuple(found)

    def read_many(self, dispatches):
        return (self.read(dispatch) for dispatch in dispatches)


def _domestic(report: Report) -> Report:
    import msgspec  # noqa: PLC0415

    return msgspec.structs.replace(report, scope="domestic")


class WordLanguages:
    """Languages for the walk: French as far as intake needs it, and the reader above."""

    def __init__(self) -> None:
        from importlib.resources import files  # noqa: PLC0415
        from pathlib import Path  # noqa: PLC0415

        from legation.language.credits import load_credits  # noqa: PLC0415
        from legation.language.furniture import load_furniture  # noqa: PLC0415

        folder = Path(str(files("legation") / "data" / "languages" / "fr"))
        self.packs = {"fr": SimpleNamespace(furniture=load_furniture(folder), credits=load_credits(folder))}
        self.the_reader = WordReader()

    @staticmethod
    def place_code(place: str) -> str | None:
        return {"Moscou": "RUS", "Caracas": "VEN"}.get(place)

    def reader(self, language: str) -> WordReader:
        return self.the_reader


def told(text: str, source: str, published: str, **fields: str) -> tuple[Dispatch, list[Report]]:
    """A dispatch with one report."""
    dispatch = make_dispatch(text, source, published)
    return dispatch, [make_report(dispatch, **fields)]


def doubtful() -> list[tuple[Dispatch, list[Report]]]:
    """Where nothing is decided, two doubtful pairs: of Russia and Venezuela, and of Cuba and France; one text and one
    sign mean harm.
    """
    cuban = {"actors": "CUB", "recipients": "FRA"}
    return [
        told("Les ministres se sont vus <b>là</b> \x1b[31m[red].", "x.txt", "2020-02-09"),
        told("Rencontre au sommet.", "y.txt", "2020-02-25"),
        told("Un long entretien.", "z.txt", "2020-02-09", **cuban),
        told("Dialogue fructueux.", "w.txt", "2020-02-25", **cuban),
    ]
