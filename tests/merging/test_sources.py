import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def _count(*told, originals=None):
    return len(independent_sources([r for _, r in told], {d.id: d for d, _ in told}, originals or {}))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("MAP", "Maghreb Arabe Presse"), ("agence Tass", "TASS"), ("l'agence Chine nouvelle", "Xinhua"),
        ("un journaliste de l'AFP", "AFP"), ("agence espagnole EFE", "EFE"), ("quotidien Dawn", "Dawn"),
        ("télévision d'État VTV", "la chaîne VTV"),
        ("ministère russe des Affaires étrangères", "la diplomatie russe"), ("le MID", "la diplomatie russe"),
        ("le MID", "ministère des Affaires étrangères de Russie"),
        ("un communiqué du ministère rwandais des Affaires étrangères", "la diplomatie rwandaise"),
        ("le porte-parole de la diplomatie indienne", "ministère indien des Affaires extérieures"),
        ("un porte-parole de M. Sidhu", "le porte-parole de M. Sidhu"),
        ("le président Nicolas Maduro", "M. Maduro"), ("Sergueï Lavrov", "Lavrov"),
        ("chef de la diplomatie russe", "ministre russe des Affaires étrangères"),
        ("armée congolaise", "l'armée congolaise"), ("la KFOR", "KFOR"),
    ],
)  # fmt: skip
def test_one_root_under_two_names(a, b):
    told = [_told("Un", "a", speaker(a), outlet="A"), _told("Deux", "b", speaker(b), outlet="B")]
    assert _count(*told) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("ministère russe des Affaires étrangères", "ministère cubain des Affaires étrangères"),
        ("la diplomatie russe", "ministère russe de la Défense"), ("AFP", "AP"), ("MAP", "une carte"),
        ("armée congolaise", "armée rwandaise"), ("télévision d'État vénézuélienne", "télévision d'État syrienne"),
        ("porte-parole de Fidan", "Hakan Fidan"), ("ministre russe des Affaires étrangères", "la diplomatie russe"),
        ("Delcy Rodríguez", "Jorge Rodríguez"), ("une source diplomatique turque", "une source diplomatique russe"),
    ],
)  # fmt: skip
def test_two_roots_stay_two(a, b):
    told = [_told("Un", "a", speaker(a), outlet="A"), _told("Deux", "b", speaker(b), outlet="B")]
    assert _count(*told) == 2


def test_who_does_the_act_by_speaking_is_no_source_of_it():
    dispatch = make_dispatch("Sergueï Lavrov a promis du blé à Caracas.", "a.txt", credits=(Credit("agency", "AFP"),))
    promise = make_report(dispatch, "AGREE", "RUS:Sergueï Lavrov", speakers=(speaker("Lavrov", "RUS"),))
    assert chain_text(promise, dispatch) == "a.txt ← AFP"
    told = make_report(dispatch, "AGREE", "RUS", speakers=(speaker("Delcy Rodríguez", "VEN"),))
    assert root(told, dispatch).name == "Delcy Rodríguez"
    meeting = make_report(dispatch, "CONSULT", "RUS:Sergueï Lavrov", speakers=(speaker("Lavrov", "RUS"),))
    assert root(meeting, dispatch).name == "Lavrov"


def test_a_medium_named_only_by_its_kind_is_the_one_named_before():
    dispatch, report = _told("Un", "a.txt", speaker("chaîne VTV", kind="document"), speaker("la chaîne"), agency="AFP")
    assert chain_text(report, dispatch) == "a.txt ← AFP ← chaîne VTV"
    dispatch, report = _told("Deux", "b.txt", speaker("la chaîne"))
    assert root(report, dispatch).name == "la chaîne"


def test_a_communique_rests_on_the_ministry_whose_it_is():
    dispatch = make_dispatch("La ministre a protesté.", credits=(Credit("outlet", "Quai d'Orsay", "FRA"),))
    report = make_report(dispatch, "ACCUSE", "FRA", speakers=(speaker("la ministre", "FRA"),))
    assert root(report, dispatch).name == "Quai d'Orsay"
    other = _told("Paris proteste", "b", speaker("ministère français des Affaires étrangères", "FRA"), outlet="B")
    assert _count((dispatch, report), other) == 1


def test_a_communique_names_its_ministry_in_its_head():
    text = "République du Rwanda\nMinistère des Affaires étrangères\nCommuniqué de presse\n\nLe Rwanda regrette."
    dispatch = make_dispatch(text, "x.txt")
    said = (speaker("la ministre", "RWA"),)
    report = make_report(dispatch, "ACCUSE", "RWA", speakers=said, sentence="Le Rwanda regrette.")
    assert chain_text(report, dispatch) == "Ministère des Affaires étrangères"
    other = _told("Kigali regrette", "b", speaker("ministère rwandais des Affaires étrangères"), outlet="B")
    assert _count((dispatch, report), other) == 2  # nothing says whose ministry it is
    placed = msgspec.structs.replace(dispatch, dateline_place="RWA")
    coded = _told("Kigali regrette", "b", speaker("ministère rwandais des Affaires étrangères", "RWA"), outlet="B")
    assert _count((placed, report), coded) == 1
    article = make_dispatch("Le ministère des Affaires étrangères a protesté.\n\nUn communiqué suivra.", "y.txt")
    assert chain_text(make_report(article), article) == "y.txt"


def test_who_only_passes_on_is_no_root_when_another_is_known():
    credits = (Credit("outlet", "Yahoo Actualités", "USA"), Credit("outlet", "Le Monde", "FRA"))
    dispatch = make_dispatch("Texte", "https://fr.news.yahoo.com/x", outlet="Yahoo Actualités", credits=credits)
    report = make_report(dispatch)
    assert chain_text(report, dispatch) == "Yahoo Actualités ← Le Monde"


def test_agencies_credited_side_by_side_add_no_root_to_one_of_them():
    both = (Credit("agency", "AFP", "FRA"), Credit("agency", "Reuters", "GBR"))
    dispatch = make_dispatch("Texte deux", "a", outlet="A", credits=both)
    mixed = (dispatch, make_report(dispatch))
    for agency in ("AFP", "Reuters"):
        assert _count(mixed, _told("Texte un", "b", outlet="B", agency=agency)) == 1
    assert _count(mixed, _told("Texte trois", "c", outlet="C", agency="EFE")) == 2


def test_a_copy_has_the_agency_of_its_original_though_that_tells_nothing():
    original, _ = _told("Texte", "a", outlet="A", agency="AFP")
    copy, report = _told("Texte copié", "b", outlet="B")
    found = independent_sources([report], {d.id: d for d in (original, copy)}, {copy.id: original.id})
    assert [source.name for source in found] == ["AFP"]
    assert chain_text(report, copy, original) == "B ← AFP"
    without, _ = _told("Texte sans agence", "c", outlet="C")
    found = independent_sources([report], {d.id: d for d in (without, copy)}, {copy.id: without.id})
    assert [source.name for source in found] == ["C"]


def test_papers_of_like_names_are_no_persons():
    assert _count(_told("Un", "a", outlet="Le Courrier"), _told("Deux", "b", outlet="Le Courrier des Andes")) == 2


@given(st.permutations(range(6)))
def test_the_order_of_reports_does_not_matter(order):
    told = [
        _told("Un", "a", speaker("le MID", "RUS"), outlet="A"),
        _told("Deux", "b", speaker("la diplomatie russe", "RUS"), outlet="B"),
        _told("Trois", "c", outlet="C", agency="AFP"),
        _told("Quatre", "d", speaker("Lavrov"), outlet="D"),
        _told("Cinq", "e", speaker("Sergueï Lavrov"), outlet="E"),
        _told("Six", "f", outlet="F"),
    ]
    dispatches = {dispatch.id: dispatch for dispatch, _ in told}
    reports = [report for _, report in told]
    assert independent_sources([reports[i] for i in order], dispatches, {}) == independent_sources(
        reports, dispatches, {}
    )
