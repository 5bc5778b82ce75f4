"""To whom a publication gives the words it quotes, where the sentence alone does not name them.

"He added that ..." goes on with whoever the sentence before names; "the ambassador wrote" is an
office; and who is "Rusk" here may be "Secretary Rusk" elsewhere in the publication, which helps to
know him in a document that speaks of "the Secretary". In doubt nobody is named.
Entry point: `with_speakers`.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from provtrack.auditing.leading import subject_before
from provtrack.auditing.own_words import plain_text
from provtrack.model.publication import Publication
from provtrack.model.quotation import Quotation
from provtrack.model.text import Span
from provtrack.taxonomy.persons import person_of, persons_in
from provtrack.taxonomy.turns import turns_of
from provtrack.text.language_rules import LanguageRules, rules_of
from provtrack.text.speaking import Speaking, speaking_of

_LEAD = 200  # code points before a quotation in which a pronoun or office is looked for
_BEFORE = 1_500  # code points before it in which whoever is meant may be named
_BEHIND = 80
_STOPS = tuple(".!?。！？")
_LONGEST = 400_000  # code points of a publication in which titles are looked for


def with_speakers(
    quotations: Sequence[Quotation], publication: Publication
) -> tuple[Quotation, ...]:
    """Name the speaker of each quotation, and who acts in it, as fully as the publication does."""
    rules, speaking = rules_of(publication.language), speaking_of(publication.language)
    wanted = [one for one in quotations if not one.ignored and one.outer is None]
    if not speaking.offices or not wanted:
        return tuple(quotations)
    plain = _with_hidden(plain_text(publication), [one.span for one in wanted])
    offices = cache(lambda: _offices_in(plain[:_LONGEST], rules))

    def named(one: Quotation) -> Quotation:
        if one.ignored or one.outer is not None:
            return one
        speaker = one.speaker or _told_before(one, plain, rules, speaking)
        lead = plain[max(0, one.span.start - _LEAD) : one.span.start]
        speaker, subject = (
            name and _with_office(name, rules, speaking, offices())
            for name in (speaker, subject_before(lead, rules))
        )
        return replace(one, speaker=speaker, subject=subject)

    return tuple(named(one) for one in quotations)


def _with_hidden(plain: str, spans: Sequence[Span]) -> str:
    """Put letters for what is quoted, but for the stop at its end: it ends the sentence."""
    pieces, at = [], 0
    for span in sorted(spans, key=lambda span: span.start):
        if span.start >= at:
            stop = plain[span.end - 1 : span.end]
            hidden = "x" * (len(span) - 1) + (stop if stop in _STOPS else "x")
            pieces += [plain[at : span.start], hidden]
            at = span.end
    return "".join([*pieces, plain[at:]])


def _told_before(quotation: Quotation, plain: str, rules: LanguageRules, speaking: Speaking) -> str:
    """Name whoever goes on speaking, or holds the office that speaks; "" in doubt."""
    start = quotation.span.start
    lead = plain[max(0, start - _LEAD) : start].casefold()
    leads = {*speaking.pronouns, *speaking.offices}
    if not (any(word in lead for word in leads) if rules.words else leads & set(lead.split())):
        return ""
    farthest = max(0, start - 2 * _BEFORE)
    first = max(plain.rfind("\n\n", farthest, max(0, start - _BEFORE)), farthest)
    window = plain[first : quotation.span.end + _BEHIND]
    turns = turns_of(window, rules.language, often=1)
    at = bisect_right(turns, start - first, key=lambda turn: turn.start) - 1
    if at < 0 or start - first > turns[at].end + 1 or len(turns[at].speakers) != 1:
        return ""
    speaker = turns[at].speakers[0]
    since = [one for turn in turns[: at + 1] for one in turn.persons if one.end > speaker.start]
    is_alone = all(one.names == speaker.names or not one.is_known for one in since)
    return speaker.words if is_alone else ""


def _offices_in(plain: str, rules: LanguageRules) -> Mapping[str, tuple[str, ...]]:
    """Map each name to the offices that stand beside it somewhere."""
    held: dict[str, dict[str, None]] = {}
    for person in persons_in(plain, rules):
        for name in person.names:
            held.setdefault(name, {}).update(dict.fromkeys(sorted(person.offices)))
    return {name: tuple(offices) for name, offices in held.items()}


def _with_office(
    speaker: str, rules: LanguageRules, speaking: Speaking, held: Mapping[str, tuple[str, ...]]
) -> str:
    """Put the offices of somebody before the name: "secretary Rusk"."""
    if rules.words or any(word.casefold() in speaking.offices for word in speaker.split()):
        return speaker
    known = person_of(speaker, rules)
    names = sorted(known.names) if known else ()
    offices = dict.fromkeys(office for name in names for office in held.get(name, ()))
    return " ".join([*offices, speaker])
