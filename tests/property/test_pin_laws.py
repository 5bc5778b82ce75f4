"""Laws of pins: always honoured, whatever the texts, in whatever order they were made."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from provtrack.aligner import align, mirrored, realign
from provtrack.aligner.binding import pinned_paragraph
from provtrack.model.alignment import Alignment, Pin
from provtrack.model.names import PinKind, SideName

ONES = st.sampled_from(
    ["border", "river", "council", "letter", "peace", "1962", "the", "of", "not"]
)
OTHERS = st.sampled_from(["граница", "письмо", "Неру", "мир", "и", "не", "中国", "边界", "和平"])
WORDS = ONES | OTHERS
PARAGRAPHS = st.lists(st.lists(WORDS, max_size=8).map(" ".join), min_size=1, max_size=9)
LANGUAGES = st.sampled_from(["en", "ru", "zh"])
QUICK = settings(max_examples=50, deadline=None)
Texts = tuple[list[str], list[str]]


def pin(kind, texts: Texts, base=(), witness=(), by="A. Editor", locked=None) -> Pin:
    """Make a pin of positions."""
    return Pin(
        kind=kind,
        base=tuple(pinned_paragraph(texts[0], k) for k in sorted(base)),
        witness=tuple(pinned_paragraph(texts[1], k) for k in sorted(witness)),
        locked=locked,
        by=by,
        when="2024-05-31T09:15:00Z",
        reason="Read beside the facsimile.",
    )


def mirrored_pin(one: Pin) -> Pin:
    """Exchange the sides of a pin."""
    locked = {None: None, SideName.BASE: SideName.WITNESS, SideName.WITNESS: SideName.BASE}
    return Pin(
        kind=one.kind,
        base=one.witness,
        witness=one.base,
        locked=locked[one.locked],
        by=one.by,
        when=one.when,
        reason=one.reason,
    )


def is_own_mirror(texts: Texts, pins) -> bool:
    """Tell where exchanged sides are the same task: of two mirror images none is the better one.

    Where 1-1 and 2-2 are forbidden in a text beside itself, 1-2 and 2-1 are equally right, and one
    answer cannot be both.
    """
    return texts[0] == texts[1] and all(mirrored_pin(one) in pins for one in pins)


def positions(group) -> tuple[int, ...]:
    return tuple(one.position for one in group)


@st.composite
def pinned_texts(draw) -> tuple[Texts, list[Pin]]:
    """Draw two texts with pins that do not contradict each other."""
    texts = draw(PARAGRAPHS), draw(PARAGRAPHS)
    free = [draw(st.permutations(range(len(side)))) for side in texts]
    links, singles = [], []
    for number in range(draw(st.integers(0, 4))):
        sizes = [draw(st.integers(1, 2)), draw(st.integers(1, 2))]
        groups = [side[:size] for side, size in zip(free, sizes, strict=True)]
        if all(groups):
            by = f"Editor {number % 2}"
            links.append(pin(PinKind.MUST_LINK, texts, groups[0], groups[1], by=by))
            free = [side[size:] for side, size in zip(free, sizes, strict=True)]
    if free[0] and draw(st.booleans()):
        singles.append(pin(PinKind.MUST_LINK, texts, free[0][:1]))
        free[0] = free[0][1:]
    for _ in range(draw(st.integers(0, 3))):
        i = draw(st.integers(0, len(texts[0]) - 1))
        j = draw(st.integers(0, len(texts[1]) - 1))
        linked = [one for one in links if i in positions(one.base)]
        if not any(j in positions(one.witness) for one in linked):
            singles.append(pin(PinKind.CANNOT_LINK, texts, [i], [j]))
    if all(len(one.base) == 1 for one in links) and draw(st.booleans()):
        singles.append(pin(PinKind.LOCKED, texts, locked=SideName.BASE))
    return texts, [*links, *singles]


def aligned(texts: Texts, pins, languages=("en", "en")) -> Alignment:
    return align(
        *texts, base_language=languages[0], witness_language=languages[1], pins=tuple(pins)
    )


@QUICK
@given(drawn=pinned_texts(), languages=st.tuples(LANGUAGES, LANGUAGES))
def test_pins_are_always_honoured(drawn, languages):
    texts, pins = drawn
    beads = aligned(texts, pins, languages).beads
    for one in pins:
        base, witness = set(positions(one.base)), set(positions(one.witness))
        if one.kind is PinKind.MUST_LINK:
            (bead,) = [b for b in beads if base & set(b.base) or witness & set(b.witness)]
            assert (set(bead.base), set(bead.witness)) == (base, witness)
            assert bead.confidence == 1.0
            assert f"pinned by {one.by}" in bead.evidence
        elif one.kind is PinKind.CANNOT_LINK:
            assert not any(base & set(b.base) and witness & set(b.witness) for b in beads)
        else:
            assert all(len(b.base) <= 1 for b in beads)


@QUICK
@given(drawn=pinned_texts(), languages=st.tuples(LANGUAGES, LANGUAGES))
def test_every_paragraph_stands_in_exactly_one_bead_whatever_is_pinned(drawn, languages):
    texts, pins = drawn
    beads = aligned(texts, pins, languages).beads
    assert sorted(i for bead in beads for i in bead.base) == list(range(len(texts[0])))
    assert sorted(j for bead in beads for j in bead.witness) == list(range(len(texts[1])))


@QUICK
@given(drawn=pinned_texts(), languages=st.tuples(LANGUAGES, LANGUAGES))
def test_mirrored_pins_give_the_mirrored_alignment(drawn, languages):
    texts, pins = drawn
    assume(languages[0] != languages[1] or not is_own_mirror(texts, pins))
    back = aligned(texts[::-1], map(mirrored_pin, pins), languages[::-1])
    assert set(aligned(texts, pins, languages).beads) == set(mirrored(back).beads)


@QUICK
@given(drawn=pinned_texts(), data=st.data())
def test_the_order_of_the_pins_makes_no_difference(drawn, data):
    texts, pins = drawn
    assert aligned(texts, data.draw(st.permutations(pins))) == aligned(texts, pins)


@QUICK
@given(paragraphs=PARAGRAPHS, data=st.data())
def test_pinning_a_text_to_itself_as_it_is_changes_no_bead(paragraphs, data):
    texts = paragraphs, paragraphs
    k = data.draw(st.integers(0, len(paragraphs) - 1))
    beads = aligned(texts, [pin(PinKind.MUST_LINK, texts, [k], [k])]).beads
    assert [(b.base, b.witness) for b in beads] == [((n,), (n,)) for n in range(len(paragraphs))]


def realigned(texts: Texts, pins, changed: Pin, languages=("en", "en"), before=None) -> Alignment:
    """Make an alignment without the changed pin, and bring it up to date."""
    before = before or aligned(texts, [one for one in pins if one != changed], languages)
    return realign(
        before,
        *texts,
        base_language=languages[0],
        witness_language=languages[1],
        pins=tuple(pins),
        changed=changed,
    )


@QUICK
@given(drawn=pinned_texts().filter(lambda drawn: drawn[1]), data=st.data())
def test_aligning_again_keeps_to_all_pins_and_every_paragraph(drawn, data):
    texts, pins = drawn
    beads = realigned(texts, pins, data.draw(st.sampled_from(pins))).beads
    assert sorted(i for bead in beads for i in bead.base) == list(range(len(texts[0])))
    assert sorted(j for bead in beads for j in bead.witness) == list(range(len(texts[1])))
    pieces = {(bead.base, bead.witness): bead for bead in beads}
    for one in pins:
        base, witness = positions(one.base), positions(one.witness)
        if one.kind is PinKind.MUST_LINK:
            assert f"pinned by {one.by}" in pieces[base, witness].evidence
        elif one.kind is PinKind.CANNOT_LINK:
            assert not any(base[0] in b and witness[0] in w for b, w in pieces)
        else:
            assert all(len(b) <= 1 for b, _ in pieces)


@QUICK
@given(drawn=pinned_texts().filter(lambda drawn: drawn[1]), data=st.data())
def test_aligning_again_mirrors(drawn, data):
    texts, pins = drawn
    assume(not is_own_mirror(texts, pins))
    changed = data.draw(st.sampled_from(pins))
    there = realigned(texts, pins, changed)
    before = mirrored(aligned(texts, [one for one in pins if one != changed]))
    back = realigned(texts[::-1], [*map(mirrored_pin, pins)], mirrored_pin(changed), before=before)
    assert set(there.beads) == set(mirrored(back).beads)
