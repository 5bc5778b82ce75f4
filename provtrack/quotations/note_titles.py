"""Titles of works in notes, which sentence case, «…» and „…“ make look like quotations.

A work of a note that begins with a title, or with names and a title, goes on with what holds it:
"in" and a book, a journal and its number, a place, a date or pages. Its capitals tell nothing: in
most languages only the first word has one. Entry point: `title_or_quotation`.
"""

import re

from provtrack.quotations.flows import Flow
from provtrack.quotations.running import Quote
from provtrack.quotations.surroundings import NAME, Surroundings, is_no_name
from provtrack.quotations.words import archival_levels, month_names, works_leads, works_leads_inside

TITLE = "title"
HEAD = "title or quotation"
REACH = 160  # signs behind a title in which its journal, date or pages begin
WORK_ENDS = re.compile(r"[;；(（]")
PARTICLES = r"(?:and|und|et|y|i|и|&|von|van|de|du|la|der|al\.)"
AUTHOR = re.compile(
    rf"(?P<first>{NAME}\.?)(?:[\s,/]+(?:{PARTICLES}|{NAME}\.?)|(?<=\.)-?{NAME}\.?){{0,10}}"
    r"(?:\s?\((?:eds?\.|Hg\.|Hrsg\.|\d{4}\w?)\))?\s*(?P<end>[,:])\s*"
)
YEAR = r"(?:1[5-9]|20)\d\d\b"
IN = re.compile(r"(?:in|In|dans|w|v|в|В|aus|from)(?::|\s+[^\w\s]?(?:кн\.|сб\.|[^\W\d_a-zа-яё]))|//")
PAGES = re.compile(
    r"(?:pp?\.|S\.|с\.|С\.|стр\.|ff?\.|at\s|p(?=\s))?\s*\d{1,4}(?!\w|\.?\s[^\W\d_]{3,})"
)
PLACE = re.compile(rf"\([^()]{{0,80}}{YEAR}[^()]{{0,12}}\)")
DATE = re.compile(
    rf"\(?(?:\d{{1,2}}(?:\.|st|nd|rd|th|er)?\s+)?(?:(?P<month>[^\W\d_]+)\.?,?\s+)?"
    rf"(?:\d{{1,2}},\s+)?{YEAR}"
)
ROW = rf"{NAME}(?:\s+(?!\d)[^\s,;()]+){{0,8}}?"  # "Journal of the Upper Valley"
HOLDER = re.compile(
    rf"{ROW},?\s+(?P<unit>[^\W\d_]{{1,5}}[.°]?\s*|№\s*)?\(?(?:no\.\s*)?\d"
    rf"|{ROW},?\s+\([^()]*\d"
    rf"|{ROW},\s+(?:\d{{1,2}}\.?\s+)?(?P<month>[^\W\d_]+)\.?\s+\d"
)


def title_or_quotation(flow: Flow, quote: Quote, around: Surroundings) -> str:
    """Say what a marked part of a note may be by its place in a work that is cited.

    Returns:
        "title" behind names; "title or quotation" at the head of a work, where a quotation may
        stand too, with its source behind; "" elsewhere.
    """
    text = flow.text[quote.start : quote.end].lstrip("\"'“‘«„‹ ")
    if not flow.is_note or not (text[:1].isupper() or text[:1].isdigit()):
        return ""
    lead = _without_leads(WORK_ENDS.split(around.lead)[-1].strip())
    author = AUTHOR.fullmatch(lead)
    if lead and (author is None or is_no_name(author["first"])):
        return ""
    follow = flow.text[quote.whole_end : quote.whole_end + REACH].lstrip("*_ \u00a0,.")
    if author is not None and (not follow.strip() or follow[0] in ";)"):
        return TITLE if author["end"] == "," else ""
    if not _is_held(follow):
        return ""
    return TITLE if lead else HEAD


def _without_leads(lead: str) -> str:
    """Leave out what goes before the names: "On this see also", "Vgl.", "ll. 3-4, цит. по"."""
    inside = works_leads_inside().match(lead)
    rest = lead[inside.end() :] if inside else lead
    rest = rest.lstrip(" ,:")
    plain = rest.casefold()
    for one in works_leads():
        if plain.startswith(one) and not plain[len(one) : len(one) + 1].isalnum():
            return _without_leads(rest[len(one) :].lstrip(" ,:"))
    return rest


def _is_held(follow: str) -> bool:
    """Tell whether what follows says where a work is printed, or when it was written."""
    if IN.match(follow) or PAGES.match(follow) or PLACE.match(follow):
        return True
    dated = DATE.match(follow)
    if dated and (not dated["month"] or _is_month(dated["month"])):
        return True
    holder = HOLDER.match(follow)
    if holder is None or not _is_name(holder[0]):
        return False
    if holder["month"]:
        return _is_month(holder["month"])
    return (holder["unit"] or "").strip(" .").casefold() not in archival_levels()


def _is_name(words: str) -> bool:
    """Tell whether words begin with a name, but for an article."""
    told = [word for word in words.split() if not is_no_name(word.strip(","))]
    return bool(told) and told[0][:1].isupper()


def _is_month(word: str) -> bool:
    return word.casefold() in month_names()
