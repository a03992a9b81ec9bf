"""The brief as Markdown: the same contents, for a wiki, a mail or a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from legation.views.brief.contents import Brief, Entry, Months, Telling
from legation.views.brief.marking import disputes, happened, plain, pledges, quoted, refs, source_lines
from legation.views.wording import Interface


def write_markdown(brief: Brief) -> str:
    """The text, CommonMark with tables. Words of dispatches are escaped; none becomes markup, HTML or a link."""
    return "\n".join(_lines(brief)) + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    words = brief.interface.brief
    yield f"# {plain(brief.title)}"
    yield ""
    yield f"*{plain(' · '.join(filter(None, (words.kicker, brief.since, brief.as_of))))}*"
    yield ""
    yield from _glance(brief)
    if not brief.dispatches:
        yield from ("", plain(words.nothing.format(parties=brief.title)))
        return
    yield from ("", f"## {words.years if brief.months.unit == 'year' else words.months}", "")
    yield from _months(brief, brief.months)
    yield from _hurried(brief)
    yield from ("", f"## {words.annex}", "", f"*{plain(words.annex_note)}*")
    yield from ("", f"### {words.promises_all}", "")
    yield from _promises(brief)
    yield from ("", f"### {words.chronology}", "", f"*{plain(words.reading_note)}*")
    for year, entries in brief.years:
        yield from ("", f"#### {year}")
        for entry in entries:
            yield from _entry(brief, entry)
    if not brief.years:
        yield from ("", words.chronology_none)
    if brief.undated:
        yield from ("", f"### {words.undated}", "", f"*{plain(words.undated_note)}*")
        for entry in brief.undated:
            yield from _entry(brief, entry)
    yield from _disputed(brief)
    yield from _people(brief)
    yield from (
        "",
        f"### {words.sources_list}",
        "",
        f"*{plain(f'{words.sources_list_note} {words.sources_note}')}*",
        "",
    )
    yield from source_lines(brief.dispatches, brief.interface)
    yield from ("", "---", "", f"*{plain(words.footer)}*")


def _glance(brief: Brief) -> Iterator[str]:
    words, counted, colon = brief.interface.brief, brief.counted, brief.interface.colon
    outlets = f"{counted.outlets}{colon}{', '.join(counted.outlet_names)}" if counted.outlet_names else counted.outlets
    told = ", ".join(filter(None, (counted.dispatches, counted.reprints, outlets)))
    sources = counted.sources + (colon + "; ".join(counted.source_names) if counted.source_names else "")
    events = counted.events + (f" ({', '.join(counted.by_status)})" if counted.by_status else "")
    for name, value in (
        (words.period, brief.period), (words.events, events), (words.dispatches, told), (words.sources, sources),
    ):  # fmt: skip
        yield f"- **{name}**{colon}{plain(value)}"


def _hurried(brief: Brief) -> Iterator[str]:
    words, ui, short = brief.interface.brief, brief.interface, brief.hurried
    yield from ("", f"## {words.happened}", "")
    yield from happened(short.happened, ui, numbered=False) if short.happened else (words.happened_none,)
    yield from _more(ui, "happened_more", short.happened_more)
    yield from ("", f"## {words.promises}", "")
    yield from pledges(short.pledges, ui, numbered=False) if short.pledges else (words.promises_none,)
    yield from _more(ui, "pledges_more", short.pledges_more)
    yield from ("", f"## {words.disputes}", "")
    yield from disputes(short.disputes, ui, numbered=False) if short.disputes else (words.disputed_none,)
    yield from _more(ui, "disputes_more", short.disputes_more)


def _more(interface: Interface, what: str, number: int) -> Iterator[str]:
    if number:
        yield from ("", f"*{plain(interface.count(what, number))}*")


def _promises(brief: Brief) -> Iterator[str]:
    words = brief.interface.brief
    if not brief.promises:
        yield words.promises_none
    for promise in brief.promises:
        entry = promise.entry
        yield (
            f"- **{plain(promise.due)}**: {plain(entry.label)}, {_parties(entry)} ({entry.number}). "
            f"**{promise.outcome_words}**"
        )
        yield from _quote(brief, promise.telling, indent="  ", dated=True)
        if promise.told:
            yield ""
            yield f"  {words.outcome_told}{refs(promise.evidence)}{brief.interface.colon.rstrip()}"
            yield ""
            yield from _quote(brief, promise.told, indent="  ", dated=True)


def _months(brief: Brief, months: Months) -> Iterator[str]:
    interface = brief.interface
    if months.bars:
        yield f"| | {' | '.join(interface.quads.values())} |"
        yield f"|---|{'---:|' * len(interface.quads)}"
        for label in dict.fromkeys(bar.label for bar in months.bars):
            counts = {bar.quad: bar.count for bar in months.bars if bar.label == label}
            yield f"| {label} | {' | '.join(str(counts.get(quad, '')) for quad in interface.quads)} |"
        yield ""
    else:
        yield interface.brief.chart_empty
    if months.notes:
        yield f"*{plain(' '.join(months.notes))}*"


def _entry(brief: Brief, entry: Entry) -> Iterator[str]:
    words = brief.interface.brief
    yield ""
    status = f" *({entry.status_words})*"
    head = f"{plain(entry.label)}: {_parties(entry)}"
    if entry.background:
        yield f"{entry.number}\\. {plain(entry.date)}. {head}{status}, *{words.background}*"
    else:
        yield f"**{entry.number}\\. {plain(entry.date)}. {head}**{status}"
    details = [
        f"{plain(person.name)}{f', {plain(person.office)}' if person.office else ''} ({plain(person.party)})"
        for person in entry.people
    ]
    if entry.place:
        details.append(plain(entry.place))
    if entry.backed:
        details.append(plain(entry.backed) + (f", {words.also}{refs(entry.also)}" if entry.also else ""))
    if details:
        yield ""
        yield "; ".join(details)
    for telling in entry.tellings:
        yield ""
        yield from _quote(brief, telling)


def _disputed(brief: Brief) -> Iterator[str]:
    words = brief.interface.brief
    yield from ("", f"### {words.disputed}", "")
    if not brief.disputed:
        yield words.disputed_none
        return
    yield from (f"*{plain(words.disputed_note)}*", "")
    for entry in brief.disputed:
        yield f"- {plain(entry.label)}, {_parties(entry)}, {plain(entry.date)} ({entry.number})"
        for dissent in entry.dissents:
            yield f"  - {plain(dissent.field)}{brief.interface.colon.rstrip()}"
            for said in dissent.values:
                names = f"{brief.interface.colon}{plain('; '.join(said.sources))}" if said.sources else ""
                yield f"    - **{plain(said.value)}**{names}{refs(said.dispatches)}"


def _people(brief: Brief) -> Iterator[str]:
    words = brief.interface.brief
    yield from ("", f"### {words.people}", "", f"*{plain(words.people_offices)}*")
    for party, persons in brief.people:
        yield from ("", f"#### {plain(party)}", "")
        if not persons:
            yield words.people_none
        for person in persons:
            offices = f", {plain('; '.join(person.offices))}" if person.offices else ""
            numbers = ", ".join(str(number) for number in person.entries)
            events = words.event_refs[len(person.entries) > 1].format(numbers=numbers)
            yield f"- **{plain(person.name)}**{offices} ({events})"


def _quote(brief: Brief, telling: Telling, indent: str = "", *, dated: bool = False) -> Iterator[str]:
    yield f"{indent}> {quoted(telling.quotation, brief.interface)}  "  # two spaces: a line end that is kept
    published = f", {plain(telling.published)}" if dated and telling.published else ""
    yield f"{indent}> — {plain(telling.chain)}{published}{refs(telling.dispatches)}"


def _parties(entry: Entry) -> str:
    acting, receiving = plain(", ".join(entry.actors)), plain(", ".join(entry.recipients))
    return f"{acting} → {receiving}" if acting and receiving else acting or f"→ {receiving}"
