"""Tell quotations of a source from terms, scare quotes and titles, which only look like them.

Evidence, strongest first: a note called at its end, or a verb of saying or a colon before it, makes
a quotation; a word such as "so-called" before it makes a term; capitals of a title or a word such
as "entitled" make a title; what is left is judged by length. Where only the place speaks, whether
the words stand in a text decides: see `may_be`. Entry points: `why_ignored`, `may_be`.
"""

import re

from provtrack.quotations.flows import Flow
from provtrack.quotations.marks import SIGNS, Family
from provtrack.quotations.note_titles import title_or_quotation
from provtrack.quotations.running import Quote
from provtrack.quotations.surroundings import WORD, Surroundings, introduces
from provtrack.quotations.words import says, term_leads, title_leads

TITLE_FAMILIES = frozenset([Family.TITLE, Family.LONE_TITLE])
WHITE_CORNERS = frozenset([Family.WHITE_CORNER])  # around titles in Japan, where 「 quotes
LONGEST_TERM = 5  # words
LONGEST_SCARE = 2
LONGEST_FAR_TERM = 3  # words of a term in a sentence without a note
NOTE_BEHIND = 3  # signs behind a sentence in which its note is called
LONGEST_TITLE = 25
LONGEST_NAME = 8  # words of a title that nothing but its marks shows to be one
LEAD_WORDS = 4  # words before the mark in which a lead is looked for
HAN_PER_WORD = 2
LEAST_HEADED = 3  # words of a heading that nothing else shows to be one
NOUN_ARTICLES = frozenset(
    "der die das den dem des ein eine einer eines einem und oder zu zur zum im mit von vom für auf".split()  # noqa: E501, SIM905
)
SMALL_WORDS = frozenset(
    """
    a an the of in on at by for to from with and or nor but as into over under up de la le les du
    des et à von der die das und im zu den el los las y en del della di e il
    """.split()  # noqa: SIM905
)
AFTER_TITLE = re.compile(
    r"[,.]?\s*(?:,?\s*in(?::|(?=\s+[^\w\s]?[^\W\d_a-z]))\s|[*_]|\(?\d{4}|[^\W\d_a-z]\w+\s(?:\w+\s){0,5}\(?(?:no\.?\s|vol\.?\s)?\d|pp?\.)"
)
BEFORE_TITLE = re.compile(r"[^\W\d_a-z][\w’'.-]+,\s*$|\bsee(?: also)?,?\s*$|\bcf\.\s*$", re.I)
CITED_BESIDE = re.compile(r"[(\[][^()\[\]]*(?:\d|ibid)[^()\[\]]*[)\]]", re.I)
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


def why_ignored(flow: Flow, quote: Quote, around: Surroundings, *, has_call: bool) -> str:
    """Say why a marked part is no quotation of a source: "title", "term", "scare quotes" or "".

    Args:
        has_call: A note is called where it ends.
    """
    text = flow.text[quote.start : quote.end]
    if quote.sign and SIGNS[quote.sign][0] in TITLE_FAMILIES:
        return "title"
    words = length_in_words(text)
    lead = [word.casefold() for word in WORD.findall(around.lead)[-LEAD_WORDS:]]
    if words <= LONGEST_TITLE and _is_title(text, lead, around, has_call=has_call):
        return "title"
    is_own = not has_call and not _is_introduced(around, lead)
    if is_own and quote.sign and SIGNS[quote.sign][0] in WHITE_CORNERS and words <= LONGEST_NAME:
        return "title"
    if words <= LONGEST_TITLE and is_own and is_headed(text):
        return "title"
    if has_call or words > LONGEST_TERM:
        return ""
    if _is_led_as_term(lead):
        return "term"
    if _is_introduced(around, lead):
        return ""
    if text.rstrip()[-1:] in tuple(".!?…") and words > LONGEST_SCARE:
        return ""
    return "scare quotes" if words <= LONGEST_SCARE else ""


def may_be(flow: Flow, quote: Quote, around: Surroundings) -> str:
    """Say what a part without a call at its end is if its words stand in no text.

    Returns:
        "term" for one to three words in a sentence without a note, if neither a colon nor a verb
        of saying stands right before them; in a note, what `title_or_quotation` says; or "".
    """
    if flow.is_note:
        return title_or_quotation(flow, quote, around)
    words = length_in_words(flow.text[quote.start : quote.end])
    first = quote.whole_start - len(around.lead)
    last = quote.whole_end + len(around.follow) + NOTE_BEHIND
    has_note = any(first < call.position <= last for call in flow.note_marks)
    beside = around.lead + around.follow
    is_own = has_note or introduces(around.lead) or around.lead.rstrip().endswith((":", "："))
    if words > LONGEST_FAR_TERM or is_own or CITED_BESIDE.search(beside):
        return ""
    return "term"


def length_in_words(text: str) -> int:
    """Count words; two Chinese signs count as one."""
    han = len(HAN.findall(text))
    return (han + 1) // HAN_PER_WORD + len(WORD.findall(HAN.sub(" ", text)))


def _is_title(text: str, lead: list[str], around: Surroundings, *, has_call: bool) -> bool:
    """Whether a part is the title of a work or the name of a thing."""
    if lead and (lead[-1] in title_leads() or (lead[-2:-1] and lead[-2] in title_leads())):
        return (
            text[:1].isupper()
            and not around.lead.rstrip().endswith(":")
            and (lead[-1] in title_leads() or is_title_case(text))
        )
    if has_call or not text[:1].isalpha() or text[:1].islower():
        return False
    looks = is_title_case(text) or text.rstrip().endswith((",", "."))
    named = bool(BEFORE_TITLE.search(around.lead))
    follows = bool(AFTER_TITLE.match(around.follow))
    return looks and follows and (named or is_title_case(text))


def is_title_case(text: str) -> bool:
    """Whether the words of three signs and more begin with capitals, as in English titles."""
    words = [word for word in WORD.findall(text) if word.casefold() not in SMALL_WORDS]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in words)
    return len(words) >= 2 and capitals >= 0.8 * len(words)


def is_headed(text: str) -> bool:
    """Whether all words but small ones begin with capitals, as only headings do in English.

    A language that writes its nouns so shows itself by its articles.
    """
    words = WORD.findall(text)
    if any(word in NOUN_ARTICLES for word in words):
        return False
    told = [word for word in words if word.casefold() not in SMALL_WORDS and word[0].isalpha()]
    return len(told) >= LEAST_HEADED and all(word[0].isupper() for word in told)


def _is_led_as_term(lead: list[str]) -> bool:
    """Whether the words before a part call it a word or keep it at a distance."""
    return bool(lead) and (lead[-1] in term_leads() or " ".join(lead[-2:]) == "так называемый")


def _is_introduced(around: Surroundings, lead: list[str]) -> bool:
    """Whether a verb of saying or a colon brings the part in, or a verb of saying follows."""
    if around.lead.rstrip().endswith((":", "：")) or any(map(says, lead)):
        return True
    follow = [word.casefold() for word in WORD.findall(around.follow)[:3]]
    return around.follow[:1] in ",—–，" and any(map(says, follow))
