"""A question that the source reports and a publication asks, or the other way round.

"He asked whether it was so" may be quoted as “it was so?”, and “Was it so?” behind "asked whether"
with a full stop. Entry points: `is_reported_question`, `reports_question`, `as_reported`.
"""

import re
from dataclasses import replace

from provtrack.auditing.cuts import sentence_before
from provtrack.auditing.quoted import words_of
from provtrack.auditing.weighed import Weighed
from provtrack.model.names import Nature
from provtrack.model.quotation import Verdict
from provtrack.text.language_rules import LanguageRules
from provtrack.text.speaking import speaking_of

QUESTION = "a question or a statement"  # said of a closing mark
_ASKED_OF = 3  # words that name who is asked
_PAUSE = re.compile(r"[,;:—–]")
_CLOSING = " \"'”’»“"


def is_reported_question(quoted: str, text: str, start: int, rules: LanguageRules) -> bool:
    """Tell whether words are quoted as a question that the source reports.

    A verb of asking and what begins such a question (whether, ob, si) stand right before them.

    Args:
        quoted: The quotation.
        start: Of the passage, in the text of the document.
    """
    if not quoted.rstrip(_CLOSING).endswith(("?", "？")):
        return False
    return reports_question(sentence_before(text, start, rules), rules)


def reports_question(words: str, rules: LanguageRules) -> bool:
    """Tell whether words lead to a reported question: "he asked whether", "he asked them if"."""
    found, asking = words_of(words, rules), speaking_of(rules.language).asking
    asked = max((n for n, one in enumerate(found) if one.key in asking), default=-1)
    if asked < 0 or not found or found[-1].key not in rules.whether:
        return False
    asked_of = [one.key for one in found[asked + 1 : -1]]
    others = rules.function_words - rules.articles - rules.persons.keys() | rules.cardinals.keys()
    is_near = len(asked_of) <= _ASKED_OF and others.isdisjoint(asked_of)
    return is_near and not _PAUSE.search(words, found[asked].end, found[-2].end)


def as_reported(one: Weighed) -> Weighed:
    """Let the mark of a question that the source reports be a matter of print."""
    if one.explanation != QUESTION:
        return one
    said = "the mark of a question that one of both reports"
    return replace(
        one, nature=Nature.PUNCTUATION, weight=Verdict.TYPOGRAPHIC, confidence=0.9, explanation=said
    )
