"""Laws of lexicons: symmetric, exact sums, a function of what is recorded and not of its order."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from provtrack.aligner import align, mirrored
from provtrack.lexicons import Lexicons
from provtrack.model.lexicon import Lexicon, add_counts
from tests.acts import store_with
from tests.two_languages import ONES, OTHERS, aligned_act, paragraphs

QUICK = settings(max_examples=50, deadline=None)
SLOW = settings(max_examples=12, deadline=None)
COUNTS = st.dictionaries(
    st.tuples(st.sampled_from(ONES), st.sampled_from(OTHERS)), st.integers(1, 20_000), max_size=20
)
BASES = st.lists(st.lists(st.sampled_from(ONES), max_size=6).map(" ".join), max_size=6)
WITNESSES = st.lists(st.lists(st.sampled_from(OTHERS), max_size=6).map(" ".join), max_size=6)
MEMORY = Path("/dev/shm")  # noqa: S108


def lexicon_of(counts) -> Lexicon:
    return Lexicon(base_language="ru", witness_language="en", counts=counts)


@QUICK
@given(base=BASES, witness=WITNESSES, counts=COUNTS)
def test_alignment_with_a_lexicon_is_mirrored_when_the_sides_are(base, witness, counts):
    """`align(a, b)` is `align(b, a)` mirrored, as a set of beads with confidences."""
    one = lexicon_of(counts)
    there = align(base, witness, base_language="ru", witness_language="en", lexicon=one)
    back = align(witness, base, base_language="en", witness_language="ru", lexicon=one.mirrored())
    turned = mirrored(back)
    seen = [{(b.base, b.witness, b.confidence) for b in each.beads} for each in (there, turned)]
    assert seen[0] == seen[1]
    assert there.settings == back.settings


@QUICK
@given(base=BASES, witness=WITNESSES, counts=COUNTS)
def test_order_of_the_counts_does_not_matter(base, witness, counts):
    """The same input, settings and lexicon give the same bytes."""
    turned = dict(reversed(counts.items()))
    tags = {"base_language": "ru", "witness_language": "en"}
    one, other = lexicon_of(counts), lexicon_of(turned)
    assert align(base, witness, lexicon=one, **tags) == align(base, witness, lexicon=other, **tags)


@QUICK
@given(counts=COUNTS)
def test_digest_is_of_both_directions(counts):
    one = lexicon_of(counts)
    assert one.mirrored().sha256 == one.sha256
    assert one.mirrored().mirrored() == one


@QUICK
@given(first=COUNTS, second=COUNTS)
def test_what_was_added_can_be_taken_off_to_the_last_figure(first, second):
    summed = dict(first)
    add_counts(summed, second)
    add_counts(summed, second, sign=-1)
    assert summed == first


@SLOW
@given(
    order=st.permutations([1, 2, 3, 4]),
    corrected=st.sets(st.integers(1, 4)),
    looks=st.sets(st.integers(0, 8)),
)
def test_lexicon_is_a_function_of_what_is_recorded(order, corrected, looks):
    """Neither the order of recording nor how often the lexicon was asked for makes a difference."""
    acts = [(f"letter-{k}", aligned_act(f"letter-{k}", paragraphs(6, seed=k))) for k in order]
    acts += [
        (f"letter-{k}", aligned_act(f"letter-{k}", paragraphs(6, seed=10 + k), revision=2))
        for k in order
        if k in corrected
    ]
    found = []
    for each, asked in ((acts, looks), (sorted(acts, key=lambda item: item[0]), set())):
        with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
            store = store_with(Path(folder))
            for step, (document, one) in enumerate(each):
                store.record(document, one)
                if step in asked:
                    Lexicons(store).between("ru", "en")
            known = Lexicons(store).between("ru", "en")
            content = (Path(folder) / ".provtrack/lexicons/en-ru.json").read_bytes()
            found.append((known.sha256, content))
    assert found[0] == found[1]
