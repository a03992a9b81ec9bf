from legation.dispatch import Credit
from legation.merging.sources import chain_text, independent_sources, root
from record_builders import make_dispatch, make_report, speaker


def _told(text, source, *speakers, outlet=None, agency=None):
    credits = tuple(Credit("agency", name) for name in ([agency] if agency else []))
    dispatch = make_dispatch(text, source, outlet=outlet, credits=credits)
    return dispatch, make_report(dispatch, speakers=speakers)


def test_chain_from_outlet_credit_and_citation():
    dispatch, report = _told(
        "Texte un",
        "https://www.thanhnien.vn/x",
        speaker("AFP", kind="agency"),
        speaker("télévision d'État vénézuélienne", "VEN"),
    )
    assert chain_text(report, dispatch) == "thanhnien.vn ← AFP ← télévision d'État vénézuélienne"
    assert root(report, dispatch).name == "télévision d'État vénézuélienne"


def test_the_agency_that_was_there_is_the_root_and_the_outlet_only_when_alone():
    dispatch, report = _told("Texte deux", "x.txt", outlet="Le Courrier", agency="Reuters")
    assert root(report, dispatch).name == "Reuters"
    dispatch, report = _told("Texte trois", "x.txt", outlet="Le Courrier")
    assert root(report, dispatch).name == "Le Courrier"
    dispatch, report = _told("Texte quatre", "dossier/x.txt")
    assert root(report, dispatch).name == "x.txt"


def test_roots_are_counted_once_per_speaker_and_reprints_are_folded():
    told = [
        _told("Un", "a", speaker("Sergueï Lavrov", "RUS"), outlet="A"),
        _told("Deux", "b", speaker("Lavrov", "RUS"), outlet="B"),
        _told("Trois", "c", outlet="C", agency="AFP"),
        _told("Quatre", "d", outlet="D"),
    ]
    dispatches = {d.id: d for d, _ in told}
    reports = [r for _, r in told]
    found = independent_sources(reports, dispatches, {})
    assert {s.name: s.dispatches for s in found}.keys() == {found[0].name, "AFP", "D"}
    assert found[0].dispatches == ("a", "b")
    folded = independent_sources(reports, dispatches, {told[3][0].id: told[2][0].id})
    assert {s.name: s.dispatches for s in folded if s.name == "AFP"} == {"AFP": ("c", "d")}
    assert len(folded) == 2
    assert folded == independent_sources(reports[::-1], dispatches, {told[3][0].id: told[2][0].id})


def test_bodies_of_one_state_under_two_names_are_one_and_of_two_states_are_two():
    one = _told("Un", "a", speaker("ministère russe des Affaires étrangères", "RUS"))
    same = _told("Deux", "b", speaker("ministère des Affaires étrangères russe", "RUS"))
    other = _told("Trois", "c", speaker("ministère cubain des Affaires étrangères", "CUB"))
    dispatches = {d.id: d for d, _ in (one, same, other)}
    assert len(independent_sources([one[1], same[1], other[1]], dispatches, {})) == 2
