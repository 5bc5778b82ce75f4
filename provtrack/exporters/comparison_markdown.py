"""A collation as Markdown with CriticMarkup, for reading in an editor and for review by mail.

``{--only in the base--}`` and ``{++only in the witness++}``, what an editor decided behind it as
``{>>comment<<}``; a query stands as a block quote.
CriticMarkup: http://criticmarkup.com.
"""

import re
from collections.abc import Iterator

from provtrack.interleaving import BREAK, Stretch, interleave
from provtrack.model.comparison import Collation, ComparedBead, Comparison, Coverage
from provtrack.model.review import RecordedDecision
from provtrack.reviewing import decision_in_words, decision_sentence, id_of, readings_in_words
from provtrack.text.languages import share_language

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def collation_to_markdown(collation: Collation) -> bytes:
    """Write one section per witness, one part per bead, numbers from 1."""
    parts = [f"# {_escaped(collation.base.name)} compared\n"]
    for comparison in collation.witnesses:
        parts.append(f"## {_escaped(collation.base.name)} and {_escaped(comparison.name)}\n")
        parts += [_bead(bead, collation, comparison) for bead in comparison.beads]
        parts += [_clause(coverage) for coverage in comparison.coverage]
        parts += [_orphan(one) for one in comparison.orphans]
    return "\n".join(parts).encode(errors="backslashreplace")  # halves of surrogate pairs


def _bead(bead: ComparedBead, collation: Collation, comparison: Comparison) -> str:
    """Write one bead: its numbers, its text, its queries."""
    lines = [f"**{_numbers(bead)}**\n"]
    if share_language(collation.base.language, comparison.language):
        stream = interleave(bead, collation.base.paragraphs, comparison.paragraphs)
        lines.append("".join(_stretch(stretch) for stretch in stream) + "\n")
    else:
        lines += [_escaped(collation.base.paragraphs[p]) + "\n" for p in bead.base]
        lines += [_escaped(comparison.paragraphs[p]) + "\n" for p in bead.witness]
    lines += [f"> Query: {_escaped(query.sentence)}\n" for query in bead.queries]
    return "\n".join(lines)


def _numbers(bead: ComparedBead) -> str:
    """Name the paragraphs of a bead, counted from 1."""
    sides = [", ".join(str(p + 1) for p in side) or "–" for side in (bead.base, bead.witness)]
    return f"§ {sides[0]} : {sides[1]}" + (" (moved)" if bead.transposed else "")


def _stretch(stretch: Stretch) -> str:
    """Write the words both sides share, or the two readings of a change."""
    if stretch.change is None:
        return _paragraphs(stretch.base)
    decided = decision_in_words(stretch.change)
    comment = f"{{>>{_escaped(decided)}<<}}" if decided else ""
    return "".join(_readings(stretch)) + comment


def _readings(stretch: Stretch) -> Iterator[str]:
    if stretch.base:
        yield "{--" + _paragraphs(stretch.base, inside=True) + "--}"
    if stretch.witness:
        yield "{++" + _paragraphs(stretch.witness, inside=True) + "++}"


def _paragraphs(text: str, *, inside: bool = False) -> str:
    """Escape words; an end of paragraph is a blank line, inside a mark a pilcrow."""
    return (" ¶ " if inside else "\n\n").join(_escaped(part) for part in text.split(BREAK))


def _orphan(recorded: RecordedDecision) -> str:
    """Write a decision without effect."""
    words = (
        f"Without effect, as the change {id_of(recorded.change)} is not found: "
        f"{readings_in_words(recorded)}. {decision_sentence(recorded.decision)}"
    )
    return f"> {_escaped(words)}\n"


def _clause(coverage: Coverage) -> str:
    """Write one clause of an abstract with the paragraphs it rests on."""
    rests = ", ".join(f"§ {p + 1}" for p in coverage.base) or "nothing found in the base"
    lines = [f"- {_escaped(coverage.clause.text)} — {rests}"]
    lines += [f"  > Query: {_escaped(query.sentence)}" for query in coverage.queries]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    """Escape what Markdown would read as a mark."""
    return SPECIAL.sub(r"\\\1", text)
