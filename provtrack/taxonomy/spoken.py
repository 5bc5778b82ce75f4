"""Where in a paragraph quotation marks are open: what stands there is spoken.

Entry points: `is_inside`, `begins_spoken`.
"""

import re

_PAIRS = {"“": "”", "«": "»", "「": "」", "„": "“"}
_BEGINS = re.compile(r"\s*(?:\d{1,3}[.)]\s+)?([“\"«「„])")


def is_inside(text: str, at: int) -> bool:
    """Tell whether a place of a paragraph stands between quotation marks."""
    before = text[:at]
    if before.count('"') % 2:
        return True
    pairs = {"„": "“"} if "„" in text else {}
    pairs |= {start: end for start, end in _PAIRS.items() if start not in pairs.values()}
    return any(before.rfind(start) > before.rfind(end) for start, end in pairs.items())


def begins_spoken(sentence: str) -> bool:
    """Tell whether a sentence begins with an opening mark; a number may stand before it."""
    return _BEGINS.match(sentence) is not None
