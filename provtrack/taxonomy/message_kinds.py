"""Ask where an abstract and its source name different kinds of message to one addressee.

"Relayed an oral message to the minister" against "handed over a letter to the minister": the kinds
stand in the data file of the language, and only what is addressed to the same name is compared.
Entry point: `kind_queries`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provtrack.model.comparison import Query, Reading
from provtrack.model.names import Severity
from provtrack.taxonomy.hunks import is_word, key_of, spans_of
from provtrack.text.abbreviations import TITLES
from provtrack.text.language_rules import LanguageRules
from provtrack.text.naming import name_stem

TOPIC = "wording"
_LONGEST_TERM = 3  # words
_MOST_BETWEEN = 6  # words from the kind to the name: "letter to the Indian Prime Minister Nehru"
_ENDS = ",;:()!?"
_SHORTEST_NAME = 3  # letters; initials are no names


@dataclass(frozen=True, slots=True)
class _Message:
    """A kind of message with the names that may be its addressee."""

    kind: str
    start: int
    end: int
    names: dict[str, str]


def kind_queries(
    clause: Reading, base: Sequence[str], covered: Sequence[int], rules: LanguageRules
) -> Iterator[Query]:
    """Ask about each message of a clause that the paragraphs it rests on call otherwise.

    Nothing is asked where these paragraphs name the same kind at all, or two others.
    """
    theirs = [(place, one) for place in covered for one in _messages(base[place], rules)]
    for message in _messages(clause.text, rules):
        if any(one.kind == message.kind for _, one in theirs):
            continue
        same = [(place, one) for place, one in theirs if one.names.keys() & message.names.keys()]
        if len({one.kind for _, one in same}) != 1:
            continue
        place, other = same[0]
        name = message.names[min(message.names.keys() & other.names.keys())]
        reading = Reading(
            paragraph=place,
            start=other.start,
            end=other.end,
            text=base[place][other.start : other.end],
        )
        words = clause.text[message.start : message.end]
        yield Query(
            topic=TOPIC,
            severity=Severity.WARNING,
            sentence=f"The abstract says “{words}”, the base “{reading.text}” (to {name}?).",
            base=reading,
            witness=Reading(
                paragraph=clause.paragraph,
                start=clause.start + message.start,
                end=clause.start + message.end,
                text=words,
            ),
        )


def _messages(text: str, rules: LanguageRules) -> Iterator[_Message]:
    """Find the kinds of message in a text that a name follows closely."""
    spans = [span for span in spans_of(text, rules) if is_word(text[slice(*span)])]
    keys = [key_of(text[start:end]) for start, end in spans]
    at = 0
    while at < len(keys):
        length = next(
            (
                count
                for count in range(min(_LONGEST_TERM, len(keys) - at), 0, -1)
                if " ".join(keys[at : at + count]) in rules.documents
            ),
            0,
        )
        if length:
            start, end = spans[at][0], spans[at + length - 1][1]
            kind = rules.documents[" ".join(keys[at : at + length])]
            names = _addressees(text, spans[at + length : at + length + _MOST_BETWEEN], end)
            yield _Message(kind, start, end, names)
        at += length or 1


def _addressees(text: str, spans: Sequence[tuple[int, int]], last: int) -> dict[str, str]:
    """Give the capitalised words that follow a kind of message in its clause, by their stems."""
    names: dict[str, str] = {}
    word = ""
    for start, end in spans:
        between = text[last:start]
        if any(mark in between for mark in _ENDS) or ("." in between and not _is_title(word)):
            break
        word, last = text[start:end], end
        if word[0].isupper() and len(word) >= _SHORTEST_NAME and "." not in word:
            names.setdefault(name_stem(word), word)
    return names


def _is_title(word: str) -> bool:
    """Tell whether a period after a word ends no sentence: Mr., N."""
    return word.casefold() in TITLES or len(word) == 1
