"""What the sentence around a quotation says: lead and follow-up, its notes, who speaks.

Entry points: `surroundings_of`, `sentence_around`, `notes_of`, `speaker_of`.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import islice

from provtrack.model.publication import NoteMark
from provtrack.model.text import Span
from provtrack.quotations.flows import Flow
from provtrack.quotations.running import Quote
from provtrack.quotations.words import joining_words, month_names, reporting_verbs

REACH = 240  # signs of a sentence that are looked at on either side
SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*\s+(?=[^\W\d_a-zа-яё])|[。！？]|\n\s*\n")
CLOSING = 4  # signs before a call of a note in which a sentence may end
STARTS = "A"  # stands for the words of a quotation where it is asked whether a sentence ended
OPENING, CLOSED = "\"'“‘„«»‹›「『", "\"'”’“»«›‹」』,*_"
PARENTHESES = re.compile(r"[(\[][^()\[\]\n]{0,300}[)\]]")
CALL = re.compile(r"\[\^?[\w-]+\]")
WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
INITIAL = re.compile(
    r"(?:\b[^\W\d_]\.|\b(?:Mr|Mrs|Dr|Gen|Sen|Gov|St|Prof|No|Doc|vol|тов|т|г)\.)\s*$"
)
NAME = r"[^\W\d_a-zа-яё][\w’'-]*"
NAMES = re.compile(rf"(?:(?:{NAME}|[^\W\d_a-z]\.)(?:\s+|(?<=\.)))*{NAME}")
NO_NAMES = frozenset(
    """
    he she it they we i you one the a an this that these those his her their its in on at as when
    so but and for who here there then later yet still only even while after before thus what of
    by to with from also another other some all both each
    он она оно они мы вы я как так но и в на это этот по о тогда er sie es wir ich ihr der die das
    ein eine in im am als so doch und aber il elle ils elles nous vous je le la les un une dans en
    au et mais ce cette dear source document text record letter note memorandum report message
    """.split()  # noqa: SIM905
)
PRONOUNS = frozenset(
    "he she it they we i you who он она оно они мы вы я er sie es wir ich il elle on nous".split()  # noqa: SIM905
)
AFTER_VERB = re.compile(rf"\s+(?:(?:the|der|die|le|la)\s+)?(?P<name>{NAMES.pattern})")
STOPS = tuple(".!?…")
LONGEST_TAG = 3  # words behind "Harrow said" that still only say who spoke
MAX_BETWEEN = 2  # spaces between a name and its verb: "Harrow later wrote"
LEAD_NAMES = re.compile(
    rf"(?i:\b(?:according to|laut|selon|d’après|по словам))\s+({NAMES.pattern})"
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words of the sentence before and after a quotation.

    Attributes:
        has_ended: The quotation ends with a stop, so that what follows may be a new sentence.
    """

    lead: str
    follow: str
    has_ended: bool = False


def surroundings_of(flow: Flow, quote: Quote) -> Surroundings:
    """Cut the sentence a quotation stands in around it."""
    first, last = _paragraph(flow, quote)
    lead = flow.text[max(first, quote.whole_start - REACH) : quote.whole_start]
    if ends := _ends(lead):
        lead = lead[ends[-1].end() :]
    follow = flow.text[quote.whole_end : min(last, quote.whole_end + REACH)]
    quoted = flow.text[quote.start : quote.end]
    has_ended = quoted.rstrip()[-1:] in STOPS
    return Surroundings(lead, _until_end(follow, quoted), has_ended)


def _paragraph(flow: Flow, quote: Quote) -> tuple[int, int]:
    """Where the sentence around a quotation can begin and end: before a block it introduces it."""
    ends = flow.paragraph_ends
    place = bisect_right(ends, quote.whole_start)
    if place >= len(ends):
        return 0, len(flow.text)
    if quote.block >= 0:
        before = flow.paragraphs[place - 1] if place else flow.paragraphs[0]
        is_led = flow.text[before.start : before.end].rstrip().endswith((":", ",", "："))
        return (before.start if is_led and place else quote.whole_start), quote.whole_end
    last = bisect_left(ends, quote.whole_end)
    return flow.paragraphs[place].start, ends[min(last, len(ends) - 1)]


def _until_end(follow: str, quoted: str) -> str:
    """The rest of the sentence; nothing where the quotation ends it and a capital follows."""
    has_ended = quoted.rstrip()[-1:] in STOPS and re.match(r"\s*[^\W\d_a-zа-яё]", follow)
    if has_ended or "\n\n" in follow[:3]:
        named = re.match(rf"\s*{NAMES.pattern}\s+([\w-]+)", follow)
        if not (named and named[1].casefold() in reporting_verbs()):
            return ""
    end = SENTENCE_END.search(follow)
    return follow[: end.start() + 1] if end else follow


def notes_of(flow: Flow, quote: Quote, around: Surroundings, paragraph_end: int) -> tuple[str, ...]:
    """Say which notes belong to a quotation, the nearest first.

    The calls at its end belong to it, else the next of the paragraph, else the last before it in
    its sentence, which a call behind a full stop is not; one in a note belongs to that note.

    Args:
        paragraph_end: Where the paragraph of the quotation ends.
    """
    if flow.is_note:
        return (flow.label,) if flow.label else ()
    calls = flow.note_marks
    first = bisect_right(calls, quote.start, key=lambda call: call.position)
    inside = [one for one in _group(flow, first) if one.position <= paragraph_end]
    if inside:
        return tuple(dict.fromkeys(one.label for one in inside))
    if first and calls[first - 1].position >= quote.whole_start - len(around.lead):
        between = flow.text[max(0, calls[first - 1].position - CLOSING) : quote.whole_start]
        if not _ends(between + STARTS):
            return (calls[first - 1].label,)
    return ()


def sentence_around(text: str, span: Span) -> Span:
    """Say from where to where the sentence of a quotation goes; what is in parentheses ends none.

    Args:
        text: Of the publication, with its markup.
        span: Of the quotation in it.
    """
    first, last = max(0, span.start - REACH), span.end + REACH
    lead = PARENTHESES.sub(_blanked, text[first : span.start])
    ends = _ends(lead.rstrip(OPENING) + STARTS)
    if ends:
        first += ends[-1].end()
    follow = PARENTHESES.sub(_blanked, text[span.end : last]).lstrip(CLOSED)
    skipped = len(text[span.end : last]) - len(follow)
    rest = _until_end(follow, text[span.start : span.end])
    return Span(min(first, span.start), span.end + skipped + len(rest))


def _blanked(found: re.Match[str]) -> str:
    """Blank what is in parentheses; the call of a note is read as a closing sign."""
    return (")" if CALL.fullmatch(found[0]) else "x") * len(found[0])


def _ends(words: str) -> list[re.Match[str]]:
    """Find where sentences end, which the full stop of an abbreviation does not."""
    ends = SENTENCE_END.finditer(words)
    return [end for end in ends if not INITIAL.search(words[: end.start() + 1])]


def _group(flow: Flow, first: int) -> list[NoteMark]:
    """The calls that stand together, from one on."""
    group = list(flow.note_marks[first : first + 1])
    for call in flow.note_marks[first + 1 : first + 9]:
        if flow.text[group[-1].position : call.position].strip(" ,;\u00a0"):
            break
        group.append(call)
    return group


def speaker_of(around: Surroundings) -> str:
    """Name whoever the sentence says speaks; empty where it names nobody."""
    if introduces(around.lead):
        return _named_in_lead(around.lead)
    follow = around.follow.lstrip(" ,—–-.;:")
    if around.has_ended and _begins_anew(follow):
        follow = ""
    words = list(islice(WORD.finditer(follow), 6))
    for number, word in enumerate(words):
        if word.group().casefold() in reporting_verbs():
            before = _name_before(follow[: word.start()])
            named_after = _name_after(follow[word.end() :]) if number == 0 else ""
            if before or named_after:
                return before or named_after
            break
    named = LEAD_NAMES.search(around.lead)
    if named:
        return without_no_names(named[1])
    return _named_in_lead(around.lead)


def _begins_anew(follow: str) -> bool:
    """Tell a new sentence ("Harrow replied that ...") from one that says who spoke."""
    words = [word.group() for word in WORD.finditer(PARENTHESES.sub(_blanked, follow))]
    verb = next((n for n, one in enumerate(words) if one.casefold() in reporting_verbs()), 0)
    is_led = verb > 0 and words[0].casefold() in _no_names() | PRONOUNS
    return is_led or len(words) - verb - 1 > LONGEST_TAG


def introduces(lead: str) -> bool:
    """Tell whether the words before a quotation end in a verb of saying, with "that" or without."""
    last = [word.group().casefold() for word in WORD.finditer(lead[-REACH // 4 :])][-2:]
    return bool(last) and (
        last[-1] in reporting_verbs() or (last[-1] in joining_words() and len(last) > 1)
    )


def _named_in_lead(lead: str) -> str:
    """The name before the last verb of saying in the words before a quotation."""
    for word in reversed(list(WORD.finditer(lead))):
        if word.group().casefold() in reporting_verbs():
            return _name_before(lead[: word.start()])
    return ""


def _name_before(words: str) -> str:
    """The name that ends some words, but for one word such as "later" or "had"."""
    kept = [match for match in NAMES.finditer(words) if without_no_names(match.group())]
    if not kept or words[kept[-1].end() :].count(" ") > MAX_BETWEEN:
        return ""
    between = words[kept[-1].end() :].split()
    if any(one.strip(",;:").casefold() in PRONOUNS or one[-1] in ",;:" for one in between):
        return ""
    return without_no_names(kept[-1].group())


def _name_after(words: str) -> str:
    """The name that follows a verb at once, but for an article and a title."""
    match = AFTER_VERB.match(words)
    return without_no_names(match["name"]) if match else ""


@cache
def _no_names() -> frozenset[str]:
    return NO_NAMES | month_names()


def is_no_name(word: str) -> bool:
    """Tell whether a capitalised word opens a sentence or names a month, and nobody: no initial."""
    return word.casefold() in _no_names()


def without_no_names(words: str) -> str:
    """A name without capitalised words that name nobody."""
    kept = words.split()
    while kept and kept[0].casefold().strip(".") in _no_names():
        kept = kept[1:]
    while kept and kept[-1].casefold() in NO_NAMES:
        kept = kept[:-1]
    return re.sub(r"[’']s$", "", " ".join(kept))
