"""Speech set by dashes, as Russian, French and others print dialogue: — I know, — he said.

A dash at the head of a paragraph begins a list as well. Speech is told by a verb of saying behind a
dash or a comma in one of the paragraphs that stand together, and by a note that one of them calls:
without one a publication quotes nothing there. Entry point: `speech_of`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from provtrack.quotations.flows import Flow, Stretch
from provtrack.quotations.running import Quote
from provtrack.quotations.surroundings import WORD
from provtrack.quotations.words import says

_DASH = r"(?:[—–―]|--)"
_HEAD = re.compile(rf"\s*{_DASH}\s+(?=[\"“«„]?[^\W\d_a-zа-яё])")
_PAUSE = re.compile(rf"(?:(?<=[,.!?…])|(?<=[,.!?…][”\"»]))\s+{_DASH}\s+")
_LAST_CLAUSE = re.compile(r"(?<=[,!?…])\s+(?P<clause>[^,.!?…]{3,60})\.?\s*$")
_CALL = re.compile(r"(?:\[\^?\w{1,12}\]|[¹²³⁰-⁹]+)\s*$")
_VERB_AMONG = 4  # first words of a clause, one of which is its verb of saying
_LONGEST_CLAUSE = 18  # words


def speech_of(flow: Flow) -> Iterator[Quote]:
    """Find the speeches of a flow that dashes set off, with the clauses that say who speaks."""
    for group in _groups(flow):
        read = [_speech(flow, one) for one in group]
        is_called = any(_calls(flow, one) for one in group)
        if is_called and any(told for _, told in read):
            yield from (quote for quote, _ in read)


def _groups(flow: Flow) -> Iterator[list[Stretch]]:
    """Give the paragraphs in a row that begin with a dash and a capital."""
    group: list[Stretch] = []
    for one in flow.paragraphs:
        is_apart = one.block >= 0 or one.is_heading
        if not is_apart and _HEAD.match(flow.text, one.start, one.end):
            group.append(one)
            continue
        if group:
            yield group
        group = []
    if group:
        yield group


def _calls(flow: Flow, paragraph: Stretch) -> bool:
    """Tell whether a paragraph calls a note."""
    place = bisect_left(flow.note_marks, paragraph.start, key=lambda call: call.position)
    return place < len(flow.note_marks) and flow.note_marks[place].position <= paragraph.end


def _speech(flow: Flow, paragraph: Stretch) -> tuple[Quote, bool]:
    """Read one paragraph; tell whether it says who speaks."""
    head = _HEAD.match(flow.text, paragraph.start, paragraph.end)
    start = head.end() if head else paragraph.start
    end = _without_call(flow.text, start, paragraph.end)
    pauses = [match.span() for match in _PAUSE.finditer(flow.text, start, end)]
    clauses = _clauses(flow.text, pauses, end)
    told = bool(clauses)
    if clauses and clauses[-1][1] == end:
        end = clauses.pop()[0]
    else:
        last = _LAST_CLAUSE.search(flow.text[start:end])
        if last and says(WORD.findall(last["clause"])[0].casefold()):
            end, told = start + last.start(), True
    whole_end = paragraph.end
    end = start + len(flow.text[start:end].rstrip().rstrip(",").rstrip())
    return Quote(start, end, paragraph.start, whole_end, interruptions=tuple(clauses)), told


def _without_call(text: str, start: int, end: int) -> int:
    """Leave out the call of a note at the end of a paragraph."""
    call = _CALL.search(text[start:end])
    return start + call.start() if call else end


def _clauses(text: str, pauses: Sequence[tuple[int, int]], end: int) -> list[tuple[int, int]]:
    """List what stands between two dashes, or behind the last, and has a verb of saying."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(pauses):
        first = pauses[at]
        last = pauses[at + 1] if at + 1 < len(pauses) else (end, end)
        words = [word.casefold() for word in WORD.findall(text[first[1] : last[0]])]
        if len(words) <= _LONGEST_CLAUSE and any(map(says, words[:_VERB_AMONG])):
            found.append((first[0], last[1]))
            at += 1
        at += 1
    return found
