"""Made-up short dispatches in French, any number of them, always the same, as an archive has them.

They are plain: who met, received, accused, condemned or helped whom, where and when, with reprints and second tellings,
so that there is something to be merged.
"""

from __future__ import annotations

import io
import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

_STATES = (
    ("la Russie", "Moscou", "le ministre russe des Affaires étrangères Sergueï Lavrov"),
    ("le Venezuela", "Caracas", "le ministre vénézuélien des Affaires étrangères Jorge Arreaza"),
    ("la France", "Paris", "le ministre français des Affaires étrangères Jean-Yves Le Drian"),
    ("l'Allemagne", "Berlin", "la chancelière allemande Angela Merkel"),
    ("l'Iran", "Téhéran", "le ministre iranien des Affaires étrangères Mohammad Javad Zarif"),
    ("la Chine", "Pékin", "le ministre chinois des Affaires étrangères Wang Yi"),
    ("le Sénégal", "Dakar", "le président sénégalais Macky Sall"),
    ("l'Algérie", "Alger", "le président algérien Abdelmadjid Tebboune"),
    ("la Turquie", "Ankara", "le président turc Recep Tayyip Erdogan"),
    ("le Japon", "Tokyo", "le premier ministre japonais Shinzo Abe"),
)
_ACTS = (
    "{a} a rencontré {b} à {there}.",
    "{a} a reçu {b} à {here}.",
    "{A} a condamné {B} après l'échec des pourparlers.",
    "{A} et {B} ont signé un accord de coopération à {here}.",
    "{a} se rendra à {there} le mois prochain pour rencontrer {b}.",
    "{A} a accordé une aide alimentaire à {B}.",
    "{a} s'est entretenu par téléphone avec {b}.",
    "{A} a rappelé son ambassadeur à {there}.",
)
_REST = (
    "Les deux délégations ont examiné la situation dans la région.",
    "Le communiqué ne donne pas d'autres détails.",
    "L'opposition a demandé des explications au gouvernement.",
    "Les marchés ont peu réagi à cette annonce.",
    "Des observateurs attendent la suite des discussions.",
    "La presse locale en parle depuis plusieurs jours.",
)
_FIRST, _DAYS = date(2019, 1, 7), 700
_OUTLETS = ("Gazette du Soir", "Courrier du Port", "Dépêches du Matin")


def records(number: int, seed: int = 5) -> Iterator[dict[str, str]]:
    """So many records with the fields of a line of JSON."""
    rng = random.Random(seed)
    earlier: list[dict[str, str]] = []
    for n in range(number):
        if earlier and rng.random() < 0.1:
            record = _reprint(rng, rng.choice(earlier[-50:]))
        else:
            record = _record(rng, n)
            earlier.append(record)
        yield record | {"id": f"made-{n}", "url": f"https://archive.example/{n // 1000}/{n}"}


def _record(rng: random.Random, n: int) -> dict[str, str]:
    one, other = rng.sample(_STATES, 2)
    day = _FIRST + timedelta(days=int(_DAYS * rng.random()))
    acts = [_act(rng, one, other) for _ in range(rng.randint(1, 2))]
    rest = rng.sample(_REST, rng.randint(2, 4))
    text = f"{' '.join(acts)} {' '.join(rest)}\n\nDépêche numéro {n}, {rng.randint(100, 999)} mots au dossier."
    return {"text": text, "published": day.isoformat(), "outlet": rng.choice(_OUTLETS), "language": "fr"}


def _act(rng: random.Random, one: tuple[str, str, str], other: tuple[str, str, str]) -> str:
    told = rng.choice(_ACTS).format(
        a=one[2], b=other[2], A=one[0], B=other[0], here=one[1], there=other[1]
    )  # fmt: skip
    return told[0].upper() + told[1:]


def _reprint(rng: random.Random, record: dict[str, str]) -> dict[str, str]:
    day = date.fromisoformat(record["published"]) + timedelta(days=rng.randint(0, 2))
    return record | {"text": f"Reprise. {record['text']}", "published": day.isoformat(), "outlet": rng.choice(_OUTLETS)}


def write_lines(path: Path, number: int, seed: int = 5) -> None:
    """A file of JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        for record in records(number, seed):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def write_parquet(path: Path, number: int, seed: int = 5, rows_of_a_group: int = 1_000) -> None:
    """A file of Parquet."""
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    pq.write_table(pa.Table.from_pylist(list(records(number, seed))), path, row_group_size=rows_of_a_group)


def write_warc(path: Path, number: int, seed: int = 5) -> None:
    """A packed WARC file of pages as they were fetched."""
    from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415
    from warcio.warcwriter import WARCWriter  # noqa: PLC0415

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for record in records(number, seed):
            page = page_of(record).encode()
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    record["url"], "response", payload=io.BytesIO(page), http_headers=headers
                )
            )  # fmt: skip


def page_of(record: dict[str, str]) -> str:
    """A page with the text of a record."""
    paragraphs = "".join(f"<p>{part}</p>" for part in record["text"].split("\n\n"))
    day = f'<meta property="article:published_time" content="{record["published"]}T08:00:00+00:00">'
    return (
        f'<!doctype html><html lang="fr"><head><title>Dépêche</title>{day}</head>'
        f"<body><article><h1>Dépêche</h1>{paragraphs}</article></body></html>"
    )
