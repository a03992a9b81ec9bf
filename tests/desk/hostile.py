"""Dispatches that mean harm: read from files as they come in, and made by hand with harm in every text."""

# ruff: noqa: E501  harm is written as it comes in
from __future__ import annotations

import csv
import json
from pathlib import Path

import msgspec

from desk.serving import read_into
from legation.dispatch import Credit, Dispatch, Furniture, OwnDate, text_id
from legation.ledger import open_ledger
from legation.report import Attribution, DateBasis, Participant, Place, Report, Status
from record_builders import make_dispatch, make_report

CALLED = "window.harmed"
"""What the scripts would set: no page may find it set."""

SCRIPT = f'<script>{CALLED}=1;alert("harm")</script>'
PAYLOADS = (
    SCRIPT,
    f'<img src=x onerror="{CALLED}=1">',
    f'<svg onload={CALLED}=1><animate onbegin={CALLED}=1></svg>',
    f'"\'><details open ontoggle={CALLED}=1 style="position:fixed;inset:0">',
    f'<a href="javascript:{CALLED}=1" autofocus onfocus={CALLED}=1>lien</a>',
    f"javascript:{CALLED}=1//",
    f"data:text/html,<script>{CALLED}=1</script>",
    '<iframe srcdoc="<script>parent.harmed=1</script>"></iframe><base href="http://evil.example/">',
    '<link rel=stylesheet href=http://evil.example/x.css><meta http-equiv=refresh content="0;url=http://evil.example/">',
    f'<form action=http://evil.example/><button name=answer data-key=s hx-on:click="{CALLED}=1" hx-get=/judgements>s</button>',
    "\u202eertcepsni\u202c \u2066isolat\u2069 \u200fmarque",
    "{{7*7}} {% for a in range(9) %}x{% endfor %} ${7*7} #{7*7} <%= 7*7 %> #eval(\"7*7\") $x^2$ @lien #link(\"http://evil.example\")",
    "' OR 1=1 --; DROP TABLE dispatches; \" OR \"\"=\"",
    "[lien](javascript:alert(1)) ![x](http://evil.example/x.png) **gras** | cellule | <!-- -->",
    "]]> <![CDATA[ &amp; &#60;script&#62; &nbsp;",
    "\r\nSet-Cookie: a=b\r\nBEGIN:VEVENT\r\nEND:VCALENDAR",
    "=HYPERLINK(\"http://evil.example\") +1 @SUM(1)",
    "\x1b]0;titre\x07\x1b[31m \x7f\x85\u2028\u2029 ..\\..\\ ../../etc/passwd %00 %n%s \ufffe\U000e0041",
    "Anticonstitutionnellement" * 400,
    "O'Brien \"le Vieux\" d'Étables-l'Œuvre « entre » & fils <i>",
)  # fmt: skip
"""Without NUL, which intake refuses in texts; `NUL` stands in the other fields."""
NUL = "avant\x00après"
TAGS = "<b>" * 10_000
SIGNS = ("<script", "<img", "<svg", "<iframe", "<details", "<base ", "<b>", "onerror=", "http://evil.example")

_MET = "Le ministre russe des Affaires étrangères Sergueï Lavrov a rencontré vendredi à Caracas le président Nicolas Maduro."


def fill(folder: Path) -> None:
    """Makes `desk.db`: the files are read by the reader, then the reports made by hand are kept."""
    files = folder / "files"
    files.mkdir()
    write_files(files)
    run = read_into(folder / "desk.db", files)
    assert run.returncode in (0, 3), run.stderr
    with open_ledger(folder / "desk.db") as ledger:
        assert ledger.counts().reports >= len(PAYLOADS), "the reader reads what stands around the harm"
        ledger.keep(by_hand())
        ledger.update_events()


def write_files(folder: Path) -> None:
    """Files of each kind that intake reads: the harm around and within sentences that the reader reads."""
    for number, harm in enumerate(PAYLOADS):
        text = f"Titre {harm[:80]}\n\nCARACAS, 7 février {2000 + number} ({harm[:40]}) - {_MET} {harm}\n\n{harm} {_MET}"
        (folder / f"{number:02}.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
    (folder / "nested.txt").write_text(f"{TAGS}\n\n{_MET}\n\n{TAGS}", "utf-8")
    (folder / "nested.html").write_text(
        f"<html><head><title>{_MET}</title></head><body><article><p>{_MET}</p>{TAGS}{_MET}</body></html>", "utf-8"
    )
    (folder / "page.html").write_text(
        f"<html><head><title>x{PAYLOADS[3]}</title><meta property='og:site_name' content='&lt;b&gt;{{{{7*7}}}}'></head>"
        f"<body><article><h1>{SCRIPT}Visite</h1><p>{_MET} {PAYLOADS[0]}{PAYLOADS[1]} &lt;img src=x onerror=alert(1)&gt;</p>"
        f"<p>{_MET} Ils ont signé un accord.</p></article></body></html>",
        "utf-8",
    )
    records = [
        {
            "id": harm,
            "title": harm,
            "url": harm,
            "outlet": harm,
            "published": f"{2000 + number}-03-08",
            "text": f"{_MET} {harm}",
        }
        for number, harm in enumerate((*PAYLOADS, NUL))
    ]
    (folder / "records.jsonl").write_text("".join(json.dumps(one) + "\n" for one in records), "utf-8")
    with (folder / "records.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, ["id", "title", "url", "outlet", "published", "text"])
        writer.writeheader()
        writer.writerows({**one, "text": f"Dépêche. {one['text']}"} for one in records[:-1])


def by_hand() -> list[tuple[Dispatch, list[Report]]]:
    """For each payload a dispatch and reports in which every text that a reader may set is the payload."""
    return [_made(number, harm) for number, harm in enumerate((*PAYLOADS, NUL))]


def _made(number: int, harm: str) -> tuple[Dispatch, list[Report]]:
    text = f"{number} {harm} Lavrov a rencontré Maduro. {harm}\n"
    # Two lines of harm that is no reporting, after what is reported.
    plain = make_dispatch(text, harm, "2020-03-01", outlet=harm)
    dispatch = msgspec.structs.replace(
        plain,
        id=text_id(text),
        title=harm,
        own_date=OwnDate("2020-03-01", "text", plain.span(0, len(text) // 2)),
        credits=(Credit("outlet", harm, None, plain.span(0, 5)), Credit("agency", f"{harm}!", "FRA")),
        furniture=(Furniture(len(text) - 3, len(text), harm),),
    )
    statuses: tuple[Status, ...] = ("occurred", "planned", "denied")
    day = f"20{number + 10}-03-01"
    return dispatch, [_report(dispatch, harm, status, day) for status in statuses]


def _report(dispatch: Dispatch, harm: str, status: Status, day: str) -> Report:
    type_ = "AGREE" if status == "planned" else "CONSULT"
    plain = make_report(dispatch, type_, date=day, status=status, trigger=dispatch.text[:12])
    return msgspec.structs.replace(
        plain,
        dispatch=msgspec.structs.replace(plain.dispatch, title=harm, source=harm, outlet=harm),
        actors=(Participant("RUS", "GOV", harm, harm, harm, 0, 9),),
        recipients=(Participant("VEN", "GOV", f"M. {harm}", f"chef {harm}", harm, 0, 9),),
        place=Place("VEN", harm, harm, 0, 9),
        date_basis=DateBasis(harm, 0, 9, "text"),
        attribution=(
            Attribution("speaker", harm, None, harm, 0, 9),
            Attribution("document", f"« {harm} »", None, harm, None, None),
        ),
        why={"entry": harm, harm: [harm, {harm: None}]},
    )
