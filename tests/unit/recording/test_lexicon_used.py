"""Recording with a lexicon: what is used, what its digest is, and what is never used."""

import pytest

from provtrack.errors import AlreadyHeldError, UsageError
from provtrack.lexicons import Lexicons
from provtrack.model.alignment import StoredAlignment
from provtrack.model.imported import Imported, ImportedVersion
from provtrack.model.names import PinKind
from provtrack.recording import align_again, pin, read_options, read_pins, record
from provtrack.recording.correcting import Correction, correct_from
from provtrack.recording.planning import plan_imported
from provtrack.store import Store, VersionName, holdings_of
from tests.two_languages import aligned_act, paragraphs, translated

WHEN = "2024-06-01T10:00:00Z"
BY = {"by": "A. Editor", "when": WHEN}
SHORT = paragraphs(5, seed=9)
PAIR = VersionName(document="letter", siglum="R"), VersionName(document="letter", siglum="E")


@pytest.fixture
def taught(store: Store) -> Store:
    """Give a store that has something to teach of Russian and English."""
    store.record("older", aligned_act("older", paragraphs(20, seed=1)))
    return store


def record_short(store: Store, lexicons: Lexicons | None) -> StoredAlignment:
    """Record a short letter and its translation, and give their alignment."""
    for siglum, texts, more in (
        ("R", SHORT, {"kind": "transcription", "language": "ru"}),
        ("E", translated(SHORT), {"language": "en", "derived_from": ["R"]}),
    ):
        given = {"document": "letter", "siglum": siglum, "kind": "translation", **more}
        imported = Imported(importer="text", versions=(ImportedVersion(text="\n\n".join(texts)),))
        plan = plan_imported(store, imported, read_options(given))
        record(store, plan, lexicons=lexicons, **BY)
    return stored(store)


def stored(store: Store) -> StoredAlignment:
    return holdings_of(store, "letter").alignments[0]


def test_recorded_alignment_names_the_lexicon_it_was_made_with(taught):
    known = Lexicons(taught).between("ru", "en")
    assert record_short(taught, Lexicons(taught)).lexicon_sha256 == known.sha256


def test_alignment_recorded_without_a_lexicon_names_none(taught):
    assert record_short(taught, None).lexicon_sha256 is None


def test_where_nothing_is_known_yet_none_is_named(store):
    assert record_short(store, Lexicons(store)).lexicon_sha256 is None


def test_recorded_alignment_teaches_the_next_one(store):
    lexicons = Lexicons(store)
    lexicons.between("ru", "en")
    record_short(store, lexicons)
    assert lexicons.between("ru", "en")


def test_pinned_pair_does_not_feed_on_itself(taught):
    before = record_short(taught, Lexicons(taught))
    numbered = read_pins(PinKind.MUST_LINK, "1:1")
    pin(taught, PAIR, numbered, reason="Facsimile.", lexicons=Lexicons(taught), **BY)
    assert stored(taught).pins
    assert stored(taught).lexicon_sha256 == before.lexicon_sha256


def test_corrected_version_does_not_feed_on_itself(taught):
    before = record_short(taught, Lexicons(taught))
    text = "\n\n".join([*translated(SHORT)[:-1], "snow"])
    correction = Correction(
        imported=Imported(importer="text", versions=(ImportedVersion(text=text),))
    )
    name = VersionName(document="letter", siglum="E")
    correct_from(taught, name, correction, reason="Misread.", lexicons=Lexicons(taught), **BY)
    assert stored(taught).witness == "E@2"
    assert stored(taught).lexicon_sha256 == before.lexicon_sha256


def test_aligned_again_a_pair_uses_the_lexicon_of_today(store):
    record_short(store, None)
    store.record("older", aligned_act("older", paragraphs(20, seed=1)))
    align_again(store, PAIR, reason="More is known.", lexicons=Lexicons(store), **BY)
    known = Lexicons(store).between("ru", "en", without=("letter", frozenset("RE")))
    assert stored(store).lexicon_sha256 == known.sha256


def test_aligned_again_a_pair_keeps_its_pins_and_continues_nothing(taught):
    record_short(taught, None)
    pin(taught, PAIR, read_pins(PinKind.MUST_LINK, "1:2"), reason="Facsimile.", **BY)
    assert "continued from" in dict(stored(taught).alignment.settings)
    event = align_again(taught, PAIR, reason="Once more.", **BY).event
    assert (event.kind, event.by, event.reason) == ("align", "A. Editor", "Once more.")
    assert [one.base[0].position for one in stored(taught).pins] == [0]
    assert not stored(taught).alignment.settings


def test_aligned_again_without_change_nothing_is_recorded(taught):
    record_short(taught, None)
    with pytest.raises(AlreadyHeldError, match="nothing was recorded"):
        align_again(taught, PAIR, reason="Once more.", **BY)


def test_pair_without_recorded_alignment_cannot_be_aligned_again(store, record_text):
    record_text("R")
    record_text("E1")
    names = [VersionName(document="oder-1962", siglum=siglum) for siglum in ("R", "E1")]
    with pytest.raises(UsageError, match="no alignment of oder-1962:R and oder-1962:E1"):
        align_again(store, tuple(names), reason="Once more.", **BY)
