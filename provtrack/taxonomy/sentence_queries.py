"""Ask about sentences of one side that nothing on the other side answers, between languages.

Which sentences these are is found by the aligner; here they become queries that a reader
understands. Entry point: `sentence_queries`.
"""

from collections.abc import Iterator, Sequence

from provtrack.model.alignment import Sentence, SentenceBead
from provtrack.model.comparison import Query, Reading
from provtrack.model.names import Severity

OMISSION, ADDITION = "omission", "addition"  # topics, by what the witness does
LONGEST_QUOTED = 90  # code points; the place is marked in the text


def sentence_queries(
    omitted: Sequence[SentenceBead], base: Sequence[str], witness: Sequence[str]
) -> tuple[Query, ...]:
    """Ask about each run of sentences that one side of a bead lacks.

    Args:
        omitted: With one side; their sentences follow each other in one paragraph.
        base, witness: All paragraphs of both versions.

    Returns:
        One query a run, in order; it names the place on the side that has the words.
    """
    return tuple(_asked(omitted, base, witness))


def _asked(
    omitted: Sequence[SentenceBead], base: Sequence[str], witness: Sequence[str]
) -> Iterator[Query]:
    for bead in omitted:
        if bead.base:
            reading = _reading(bead.base, base)
            sentence = _in_words(reading, len(bead.base), "base", "witness")
            yield Query(topic=OMISSION, severity=Severity.WARNING, sentence=sentence, base=reading)
        else:
            reading = _reading(bead.witness, witness)
            sentence = _in_words(reading, len(bead.witness), "witness", "base")
            yield Query(
                topic=ADDITION, severity=Severity.WARNING, sentence=sentence, witness=reading
            )


def _reading(sentences: Sequence[Sentence], texts: Sequence[str]) -> Reading:
    """Quote neighbouring sentences with what stands between them."""
    paragraph = sentences[0].paragraph
    start, end = sentences[0].span.start, sentences[-1].span.end
    text = texts[paragraph][start:end]
    return Reading(paragraph=paragraph, start=start, end=end, text=text)


def _in_words(reading: Reading, number: int, has: str, lacks: str) -> str:
    """Ask, with the first words quoted."""
    words = " ".join(reading.text.split())
    if len(words) > LONGEST_QUOTED:
        words = words[:LONGEST_QUOTED].rsplit(" ", 1)[0].rstrip(" ,;:—-") + " …"
    what = "this sentence" if number == 1 else f"these {number} sentences"
    return f"Does nothing in the {lacks} answer {what} of the {has}? “{words}”"
