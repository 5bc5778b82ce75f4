"""Pictures of the chain: boxes do not overlap, words stay in their boxes, arrows arrive."""

from itertools import combinations, pairwise

import pytest

from provtrack.model.document import Agent
from provtrack.model.names import Role
from provtrack.model.provenance import ChainLink, ProvenanceChain, ProvenanceStep
from provtrack.provenance import chain_of
from provtrack.reporting.chain_boxes import chain_in_words
from provtrack.reporting.chain_narrow import draw_narrow
from provtrack.reporting.chain_wide import FULL_WIDTH, draw_wide
from provtrack.reporting.measuring import width_of, wrap
from provtrack.reporting.views import Box, Picture
from tests.golden import letter

REFERENCE = (
    "Archive of Foreign Policy, Russian Federation (AVPRF), f. 90, op. 24, d. 5, p. 44, ll. 120-12"
)


def chain(*edges: tuple[str, str], details: tuple[str, ...] = ()) -> ProvenanceChain:
    """Make a chain from (source, result) pairs given in order."""
    ids = list(dict.fromkeys(name for edge in edges for name in edge))
    agent = Agent(name="Kathryn Ellingsen-Marchbank", role=Role.TRANSLATED)
    return ProvenanceChain(
        links=tuple(
            ChainLink(id=name, label=f"{name} English translation", details=details) for name in ids
        ),
        steps=tuple(
            ProvenanceStep(act="translated", source=source, result=result, agents=(agent,))
            for source, result in edges
        ),
    )


FAN = chain(*(("R", f"E{n}") for n in range(6)))
DIAMOND = chain(("O", "A"), ("O", "B"), ("A", "P"), ("B", "P"))
LONG_STEP = chain(("O", "A"), ("A", "B"), ("B", "C"), ("O", "C"))
LETTER = chain_of(letter.document(), letter.stored_versions())
CHAINS = [FAN, DIAMOND, LONG_STEP, LETTER, chain(("O", "A"), details=(REFERENCE,))]


def overlap(first: Box, second: Box) -> bool:
    return (
        first.x < second.x + second.width
        and second.x < first.x + first.width
        and first.y < second.y + second.height
        and second.y < first.y + first.height
    )


def pictures(drawn: ProvenanceChain) -> list[Picture]:
    wide = draw_wide(drawn)
    assert wide is not None
    return [wide, draw_narrow(drawn, 372)]


@pytest.mark.parametrize("drawn", CHAINS)
def test_boxes_do_not_overlap(drawn):
    for picture in pictures(drawn):
        assert not any(overlap(a, b) for a, b in combinations(picture.boxes, 2))


@pytest.mark.parametrize("drawn", CHAINS)
def test_everything_stands_inside_the_picture(drawn):
    for picture in pictures(drawn):
        for box in picture.boxes:
            assert box.x >= 0
            assert box.x + box.width <= picture.width
            assert box.y + box.height <= picture.height + picture.top
        for _, _, y, _ in (line for arrow in picture.arrows for line in arrow.lines):
            assert picture.top < y <= picture.height + picture.top


@pytest.mark.parametrize("drawn", CHAINS)
def test_words_fit_into_their_boxes(drawn):
    for picture in pictures(drawn):
        for box in picture.boxes:
            for css, x, y, text in box.lines:
                size = 13.5 if css == "t1" else 12
                assert x + width_of(text, size, is_bold=css == "t1") <= box.x + box.width
                assert box.y < y < box.y + box.height


@pytest.mark.parametrize("drawn", CHAINS)
def test_every_link_has_a_box_and_every_step_an_arrow(drawn):
    for picture in pictures(drawn):
        assert len(picture.boxes) == len(drawn.links)
        assert sum(bool(arrow.path) for arrow in picture.arrows) == len(drawn.steps)


def test_a_chain_runs_from_left_to_right():
    picture = draw_wide(chain(("O", "A"), ("A", "B")))
    assert picture is not None
    assert all(a.x + a.width < b.x for a, b in pairwise(picture.boxes))


def test_a_chain_too_deep_for_the_page_is_not_drawn_in_columns():
    assert draw_wide(chain(*((f"V{n}", f"V{n + 1}") for n in range(9)))) is None


def test_a_picture_is_no_wider_than_the_page():
    assert all(picture.width <= FULL_WIDTH for picture in map(draw_wide, CHAINS) if picture)


def test_what_is_not_held_is_drawn_otherwise():
    assert {box.css for box in draw_narrow(LETTER, 372).boxes} == {"held", "miss"}


def test_a_step_that_is_not_stated_is_drawn_otherwise():
    unknown = chain_of(letter.document(), letter.stored_versions()[1:2])
    assert [arrow.css for arrow in draw_narrow(unknown, 372).arrows] == [""]
    source = letter.stored_versions()[1].model_copy(update={"derived_from": ()})
    assert "unsure" in [
        a.css for a in draw_narrow(chain_of(letter.document(), [source]), 372).arrows
    ]


def test_the_chain_is_told_in_words():
    sentences = list(chain_in_words(LETTER))
    assert sentences[0].startswith("Original (Stadtarchiv Amsel")
    assert "obtained by James Oriel from: Original" in sentences[1]


def test_an_abbreviation_stays_with_its_number():
    lines = wrap("AVPRF, f. 90, op. 24, d. 5", 90, 12)
    assert not any(line.rstrip().endswith(("f.", "op.", "d.")) for line in lines)


def test_a_word_wider_than_a_line_is_cut():
    assert len(wrap("x" * 100, 100, 12)) > 1


def test_wide_characters_count_as_wide():
    assert width_of("中文", 12) == 24
