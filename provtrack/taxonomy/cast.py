"""Who is who in a document: which names and offices are one person's, and which surely are two.

"The Ambassador" and "Menshikov" may be one man. That they are is told by "Ambassador Menshikov";
that they are two by a list of participants, or by sentences that name both ("the Ambassador told
Menshikov"). Where neither is shown nothing is known, and nothing may be said.
Entry points: `cast_of`, `Cast`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations, pairwise

from provtrack.taxonomy.persons import Person, are_alike, persons_in
from provtrack.taxonomy.saying import AUTHOR
from provtrack.taxonomy.turns import REMEMBERED, Turn, turns_of
from provtrack.text.language_rules import rules_of
from provtrack.text.paragraphs import paragraphs_of
from provtrack.text.speaking import speaking_of

_LONGEST_LINE = 130  # code points of a line in a list of participants
_LONGEST_OF_CHARACTERS = 40
_SENTENCE_END = re.compile(r"[^\W\d_]{4,}[.!?](?:\s|$)|[。！？]")
_HEAD = 60  # paragraphs at the head of a document in which such a list may stand
_OFTEN = 2  # sentences that must name both where only an office tells who is meant
_LONGEST_GAP = 8  # code points: ", the "
_COLONS = (":", "：")
_NEAR = 40  # code points between "I" and whoever is spoken to: "I told the Prime Minister"
_APPOSITION = re.compile(r"[,;]\s+[^\W\d_A-Z]|\.(?:\s|$)| (?:of|to|in|der|des|von|de|du)\b")
_AUTHOR = re.compile(r"\b(?:I|me|[Ii]ch|mich|mir|[Jj]e|moi|[Яя]|мне|меня)\b|我")
_EXCHANGED = ("ijy", "ckq", "gh", "vwf", "sz")  # by romanisations, at the head of a name
_LINE_LEAD = 3  # code points before the name on a line: a dash, a number
_OF = r"(?:of|for|to|at|der|des|für|in|de|du|d['’]|aux?)"
_BESIDE = re.compile(
    rf"(?i:\s+{_OF}(?:\s+(?:the|la|le|les))?\s+)?(?:[A-ZÀ-ÖØ-Þ][\w’'-]*+,?\s*(?:(?:and|und|et|{_OF})\s+(?:(?:the|la|le|les|der|des)\s+)?)?)*"
    r"\s*[,(–—-]?\s*(?i:(?:the|der|die|le|la|mr\.?|m\.|herr)\s|l['’])?\s*"
)
# министр иностранных дел Варга
_GENITIVES = re.compile(r"(?:\s+[а-яё]+(?:ых|их|ого|его|ой|ей|а|я|ы|и|ов|ев|ел)){1,3}\s+")
_WORD = re.compile(r"\w+")
_HEADING = 5  # sentences at the head of a document


@dataclass(frozen=True, slots=True)
class Cast:
    """The persons of a document.

    Attributes:
        full: Names, each as all its words: {harold, caccia}.
        bearers: Names with the office each is said to hold.
        pairs: Persons that stand in one sentence.
        listed: Persons on lines of a list of those present.
        speaking: Those who speak and are named with a title.
        author: Whoever wrote the document, where its head or its signature says so.
    """

    full: tuple[frozenset[str], ...]
    bearers: tuple[Person, ...]
    pairs: tuple[tuple[Person, Person], ...]
    listed: tuple[Person, ...]
    speaking: tuple[Person, ...]
    author: Person | None

    def known(self, who: Person) -> Person:
        """Give the author of the document for a person who has his name."""
        is_author = self.author is not None and who is not AUTHOR and self.are_one(who, self.author)
        return AUTHOR if is_author and who.names else who

    def are_one(self, one: Person, other: Person) -> bool:
        """Tell whether two may be one person, by name, or by an office where one has no name."""
        if AUTHOR in (one, other):
            return one == other
        if _are_namesakes(one, other):
            return False
        ours, theirs = self._names_of(one), self._names_of(other)
        if _share(ours, theirs) or any(_share(n, ours) and _share(n, theirs) for n in self.full):
            return True
        if one.names and other.names:
            return False
        return bool(self._offices_of(one) & self._offices_of(other))

    def are_two(self, one: Person, other: Person) -> bool:
        """Tell whether the document shows two to be two; namesakes are, whatever it shows."""
        if _are_namesakes(one, other):
            return True
        shown = sum(
            (self._is(one, a) and self._is(other, b)) or (self._is(one, b) and self._is(other, a))
            for a, b in self.pairs
        )
        is_named = all(who is AUTHOR or self._names_of(who) for who in (one, other))
        least = 1 if is_named else _OFTEN
        if shown >= least:
            return True
        lines = [
            {n for n, line in enumerate(self.listed) if self._is(who, line)} for who in (one, other)
        ]
        if all(lines) and not lines[0] & lines[1]:
            return True
        return self._speaks(one) and self._speaks(other)

    def _speaks(self, who: Person) -> bool:
        """Tell whether somebody speaks by a surname, of which each has one."""
        names = self._names_of(who)
        return any(_share(names, one.names) for one in self.speaking)

    def _is(self, who: Person, named: Person) -> bool:
        """Tell whether a mention is surely of somebody: a name he has, or his very office."""
        if AUTHOR in (who, named):
            return who == named
        if who.names and named.names:
            return _share(who.names, named.names) and who.is_lady == named.is_lady
        if not who.names and not named.names:
            return bool(who.offices & named.offices)
        return self.are_one(who, named)

    def _names_of(self, who: Person) -> frozenset[str]:
        """Give the names of a person, or of the only one who holds the office."""
        if who.names:
            return who.names
        for row in (self.listed, self.bearers):
            holding = [one.names for one in row if one.names and one.offices & who.offices]
            if holding:
                common = frozenset.intersection(*holding)
                return frozenset[str]().union(*holding) if common else frozenset()
        return frozenset()

    def _offices_of(self, who: Person) -> frozenset[str]:
        held = (one.offices for one in self.bearers if who.names and _share(one.names, who.names))
        return who.offices.union(*held)


@lru_cache(maxsize=REMEMBERED)
def cast_of(text: str, language: str) -> Cast:
    """Read who is who in a document."""
    turns = turns_of(text, language)
    listed = tuple(_participants(text, language))
    named = [one for turn in turns for one in turn.persons]
    every = (*named, *listed)
    return Cast(
        full=tuple(dict.fromkeys(one.names for one in every if len(one.names) > 1)),
        bearers=_bearers(every, text),
        pairs=tuple(_pairs(turns, text)),
        listed=listed,
        speaking=tuple(_speaking(turns, text, language)),
        author=_author(turns, text, language),
    )


def _author(turns: Sequence[Turn], text: str, language: str) -> Person | None:
    """Find who wrote a document: "From the diary of X" at its head, or a signature at its end."""
    diaries = speaking_of(language).diaries
    for turn in turns[:_HEADING]:
        words = _WORD.finditer(text, turn.start, turn.end)
        diary = next((word.end() for word in words if word[0].casefold() in diaries), None)
        named = [one for one in turn.persons if diary and one.start > diary and one.names]
        if diary and named and named[0].start - diary <= _NEAR:
            return named[0]
    last = turns[-1] if turns else None
    if last is None or len(last.persons) != 1 or not last.persons[0].names:
        return None
    signed = last.persons[0]
    rest = text[last.start : signed.start] + text[signed.end : last.end]
    return signed if signed.is_known and not rest.strip(" .,\n") else None


def _are_namesakes(one: Person, other: Person) -> bool:
    """Tell whether two have one surname and forenames that cannot be one person's.

    Letters that romanisations exchange (Yury, Jurij) are one; of two that are written out, one may
    be a short form of the other (Bob, Robert), so that one has to have initials, two or more.
    """
    if not one.surname or one.surname != other.surname or len(one.names & other.names) > 1:
        return False
    ours, theirs = (frozenset(map(_one_letter, who.initials)) for who in (one, other))
    has_initials = any(len(who.initials) > 1 >= len(who.names) for who in (one, other))
    return bool(ours and theirs) and has_initials and not ours & theirs


def _one_letter(letter: str) -> str:
    """Give one letter for those that romanisations of a name begin with."""
    return next((row[0] for row in _EXCHANGED if letter in row), letter)


def _share(names: Iterable[str], others: Iterable[str]) -> bool:
    return any(are_alike(one, other) for one in names for other in others)


def _participants(text: str, language: str) -> Iterator[Person]:
    """Read the lines of a list of those present: each names one person, often with an office."""
    rules = rules_of(language)
    longest = _LONGEST_OF_CHARACTERS if rules.words else _LONGEST_LINE
    for paragraph in paragraphs_of(text)[:_HEAD]:
        lines = paragraph.text.splitlines()
        if max(map(len, lines), default=0) > longest:
            return
        for line in lines if not _SENTENCE_END.search(paragraph.text) else ():
            found = persons_in(line, rules)
            named = [one for one in found if one.names]
            if found and len(named) <= 1 and found[0].start <= _LINE_LEAD:
                yield Person(
                    start=0,
                    end=0,
                    words=line.strip(),
                    names=named[0].names if named else frozenset(),
                    offices=frozenset().union(*(one.offices for one in found)),
                )


def _bearers(persons: Sequence[Person], text: str) -> tuple[Person, ...]:
    """List names with an office before them, or beside them between commas."""
    found = {(one.names, one.offices): one for one in persons if one.names and one.offices}
    for one, other in pairwise(one for one in persons if one.is_known):
        gap = text[one.end : other.start] if one.end <= other.start else ""
        if not gap:
            continue
        is_beside = len(gap) <= _LONGEST_GAP and gap.startswith(",")
        if is_beside and one.names and not other.names and _APPOSITION.match(text[other.end :][:9]):
            joined = replace(one, offices=one.offices | other.offices)
            found[joined.names, joined.offices] = joined
        elif one.offices and not one.names and other.names and _holds(gap, one, other):
            joined = replace(other, offices=one.offices | other.offices)
            found[joined.names, joined.offices] = joined
    return tuple(found.values())


def _holds(gap: str, office: Person, name: Person) -> bool:
    """Tell an office with its bearer behind it: "the Minister of Transport, Varga"."""
    is_of = re.match(rf"(?i:\s+{_OF}\b)|\s+[а-яё]", gap) is not None
    return is_of and _stands_beside(gap, office, name)


def _stands_beside(gap: str, one: Person, other: Person) -> bool:
    """Tell whether two mentions may be of one person, by the words between them."""
    if _BESIDE.fullmatch(gap):
        return True
    return bool(one.offices and not one.names and other.names) and bool(_GENITIVES.fullmatch(gap))


def _speaking(turns: Sequence[Turn], text: str, language: str) -> Iterator[Person]:
    """List who speaks by a title and a surname, or by a label; a knight has his forename there."""
    rules, speaking = rules_of(language), speaking_of(language)
    for one in dict.fromkeys(one for turn in turns for one in turn.speakers if one.names):
        first = text[one.start : one.end].partition(" ")[0].rstrip(".").casefold()
        is_titled = bool(one.offices) or first in rules.courtesies
        if (is_titled and first not in speaking.forenamed) or text[
            one.end : one.end + 1
        ] in _COLONS:
            yield one


def _pairs(turns: Sequence[Turn], text: str) -> Iterator[tuple[Person, Person]]:
    """List persons that one sentence names apart."""
    for turn in turns:
        known = [one for one in turn.persons if one.is_known]
        for one, other in combinations(known, 2):
            if not _stands_beside(text[one.end : other.start], one, other):
                yield one, other
        if turn.is_direct or not (own := _AUTHOR.search(text, turn.start, turn.end)):
            continue
        near = (one for one in known if 0 <= one.start - own.end() <= _NEAR)
        with_author = near if AUTHOR in turn.speakers else turn.speakers[:1]
        yield from ((AUTHOR, one) for one in with_author)
