"""How well the paragraphs an abstract's claims rest on are found, against readings by hand."""

import json
import re
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

import pytest

from provtrack.aligner import cover
from provtrack.model.comparison import Coverage
from provtrack.text.paragraphs import paragraphs_of
from provtrack.text.sentences import clauses_of

pytestmark = pytest.mark.conformance

CASE = Path(__file__).parents[2].parent / "shared" / "cases" / "benediktov-1962"
Claims = Sequence[tuple[str, frozenset[int]]]

SPECIMEN: Claims = (
    ("Ambassador Vetluzhskii reports a conversation with Daran Ovella", frozenset({1})),
    ("General Secretary of the Ministry of Foreign Affairs of Marvash", frozenset({1})),
    ("at a reception for the opening of the port of Kandipur", frozenset({2})),
    ("Speaking with the knowledge of Prime Minister Ressan", frozenset({2})),
    ("but not on his instructions", frozenset({2})),
    ("the dispute with the Emirate of Horvan over the Sarva valley", frozenset({3})),
    ("the maps of 1908 might not be flawless", frozenset({4})),
    ("exchange of fire at the Upper Ford post", frozenset({5})),
    ("Marvash was making no military preparations", frozenset({3})),
    ("Before the end of the financial year", frozenset({7})),
    ("take a decision to build a dam on the Sarva", frozenset({7})),
    ("to be repaid in cotton and rubber", frozenset({7})),
    ("the tractors promised two years earlier had still not been delivered", frozenset()),
    ("greatly appreciated the Soviet position", frozenset({9})),
    ("settling disputed questions at the negotiating table", frozenset({10})),
    ("ended with a proverb about building a bridge", frozenset({11})),
    ("when the Ambassador of Horvan joined them, with the races", frozenset({12})),
    ("sounding out the ground for an increase in the credit", frozenset({13})),
    ("he is named among the likely successors", frozenset({14})),
)

LIGHTHOUSE = (
    "The commissioner landed at Skarholm on the morning of 4 May and was taken at once to the "
    "lighthouse, where the keeper, Anders Brekke, had been waiting for him since dawn.",
    "Brekke said that the lamp had failed three times in April. He had written to the board each "
    "time and had received no answer. The oil he was sent was mixed with water.",
    "Asked about the wreck of the Fortuna, he replied that the mate, Jens Tofte, had mistaken the "
    "fire on the beach for the lamp. The captain, Olaf Rye, may have been asleep.",
    "The commissioner observed that the villagers lit such fires every spring. Brekke agreed, but "
    "denied that anyone on the island had wished the ship harm.",
    "At noon they inspected the store. Eleven barrels were opened and four found spoiled; the "
    "supplier in Bergen is to be asked for an explanation.",
    "Before leaving, the commissioner promised to approve a second keeper and to raise the wages "
    "from the autumn. Brekke's wife thanked him and gave him a basket of eggs.",
)
LIGHTHOUSE_ABSTRACT = (
    "A commissioner visits the lighthouse of Skarholm and speaks with its keeper. Brekke complains "
    "of the failing lamp, of watered oil and of a board that never answers his letters. He holds "
    "that Tofte--who would later write a popular novel about his childhood in Holland--took a "
    "beach fire for the light, and that Rye, the master, was sleeping. The islanders, he insists, "
    "meant no harm, although they were lighting fires each spring. Four spoiled barrels are found "
    "in an inspection, and an explanation is demanded of the Bergen supplier. A second keeper is "
    "approved, with higher wages. The tower was pulled down after the war and replaced by a buoy."
)
LIGHTHOUSE_CLAIMS: Claims = (
    ("A commissioner visits the lighthouse of Skarholm", frozenset({0})),
    ("Brekke complains of the failing lamp", frozenset({1})),
    ("of watered oil and of a board that never answers his letters", frozenset({1})),
    ("He holds that Tofte", frozenset({2})),
    ("who would later write a popular novel about his childhood in Holland", frozenset()),
    ("took a beach fire for the light", frozenset({2})),
    ("Rye, the master, was sleeping", frozenset({2})),
    ("The islanders, he insists, meant no harm", frozenset({3})),
    ("they were lighting fires each spring", frozenset({3})),
    ("Four spoiled barrels are found in an inspection", frozenset({4})),
    ("an explanation is demanded of the Bergen supplier", frozenset({4})),
    ("A second keeper is approved, with higher wages", frozenset({5})),
    ("The tower was pulled down after the war and replaced by a buoy", frozenset()),
)


def covered(base: Sequence[str], abstract: str) -> tuple[Coverage, ...]:
    return cover(
        base,
        [abstract],
        clauses=[(0, span) for span in clauses_of(abstract, "en")],
        base_language="en",
        witness_language="en",
    )


def found_for(claim: str, coverage: Sequence[Coverage]) -> frozenset[int]:
    """The paragraphs of all clauses of which the claim has most of the words, or they of it."""
    wanted = words_of(claim)
    found: set[int] = set()
    for part in coverage:
        words = words_of(part.clause.text)
        if 2 * len(words & wanted) > min(len(words), len(wanted)):
            found |= set(part.base)
    return frozenset(found)


def words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def measured(base: Sequence[str], abstract: str, claims: Claims) -> tuple[float, float, list[str]]:
    """Precision, recall and the claims of the editor's own that were found after all."""
    coverage = covered(base, abstract)
    pairs = [(wanted, found_for(claim, coverage)) for claim, wanted in claims]
    right = sum(len(wanted & found) for wanted, found in pairs)
    own = [
        claim
        for (claim, _), (wanted, found) in zip(claims, pairs, strict=True)
        if found and not wanted
    ]
    precision = right / max(sum(len(found) for _, found in pairs), 1)
    return precision, right / sum(len(wanted) for wanted, _ in pairs), own


def specimen(name: str) -> tuple[str, ...]:
    text = (resources.files("provtrack") / "specimen" / name).read_text("utf-8")
    return tuple(text[p.span.start : p.span.end] for p in paragraphs_of(text))


def benediktov() -> tuple[tuple[str, ...], str, Claims]:
    if not (CASE / "abstract-claims.json").exists():
        pytest.skip("the shared case benediktov-1962 is not here")
    body = (CASE / "body.en.txt").read_text("utf-8")
    base = tuple(body[p.span.start : p.span.end] for p in paragraphs_of(body))
    listed = json.loads((CASE / "abstract-claims.json").read_text("utf-8"))
    claims = [(claim["claim"], frozenset(claim["body"])) for claim in listed]
    return base, (CASE / "abstract.en.txt").read_text("utf-8").strip(), claims


def test_founding_abstract_rests_where_a_reader_says():
    precision, recall, own = measured(*benediktov())
    assert (precision >= 0.85, recall >= 0.85, own) == (True, True, []), (precision, recall)


def test_paragraph_that_alone_names_two_ministers_is_not_passed_over():
    base, abstract, _ = benediktov()
    resting = {
        name: {p for c in covered(base, abstract) if name in c.clause.text for p in c.base}
        for name in ("Zhou Enlai", "Liu Shaoqi")
    }
    assert 2 in resting["Zhou Enlai"]
    assert 2 in resting["Liu Shaoqi"]


def test_specimen_abstract_rests_where_a_reader_says():
    (abstract,) = specimen("abstract.en.txt")
    precision, recall, own = measured(specimen("journal.en-marchbank.txt"), abstract, SPECIMEN)
    assert (precision >= 0.9, recall >= 0.9, own) == (True, True, []), (precision, recall)


def test_invented_abstract_rests_where_a_reader_says():
    precision, recall, own = measured(LIGHTHOUSE, LIGHTHOUSE_ABSTRACT, LIGHTHOUSE_CLAIMS)
    assert (precision >= 0.85, recall >= 0.85, own) == (True, True, []), (precision, recall)
