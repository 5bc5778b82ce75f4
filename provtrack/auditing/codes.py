"""Findings of an audit by code: severity, sentence and meaning stand in ``catalogue.json``.

A published code keeps its meaning for ever; it may be retired, never reused. Entry
points: `finding`, `numbered`.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TypeVar

from provtrack.model.audit import AuditFinding, EarlierFinding
from provtrack.model.names import Severity
from provtrack.model.publication import Publication
from provtrack.model.quotation import Verdict
from provtrack.model.text import Span
from provtrack.text.shortening import cut_in_middle

Found = TypeVar("Found", AuditFinding, EarlierFinding)
LONGEST_QUOTED = 80  # characters of a quotation that are repeated in a sentence


def finding(code: str, publication: Publication, span: Span, /, **words: str) -> AuditFinding:
    """Make a finding.

    Args:
        words: What the sentence of the code leaves open.
    """
    entry = catalogue()[code]
    message = entry["text"].format(**words)
    return AuditFinding(
        publication=publication.name,
        code=code,
        severity=Severity(entry["severity"]),
        message=message,
        span=span,
        locus=publication.locus(span.start),
        fingerprint=fingerprint(code, publication, span),
    )


def fingerprint(code: str, publication: Publication, span: Span) -> str:
    """Name a finding by code, publication and words, so that it is known again when it moves."""
    words = " ".join(publication.text[span.start : span.end].split())
    named = "\n".join((code, publication.name, words))
    return hashlib.sha256(named.encode(errors="backslashreplace")).hexdigest()[:16]


def numbered(findings: Iterable[Found]) -> Iterator[Found]:
    """Tell the second of two equal findings from the first by its fingerprint, and so on.

    Args:
        findings: In the order of the publication; the first of each kind keeps its fingerprint.
    """
    seen: Counter[str] = Counter()
    for one in findings:
        seen[one.fingerprint] += 1
        if (number := seen[one.fingerprint]) == 1:
            yield one
        else:
            named = f"{one.fingerprint}\n{number}"
            yield replace(one, fingerprint=hashlib.sha256(named.encode()).hexdigest()[:16])


def code_of(verdict: Verdict) -> str | None:
    """Give the code of a verdict; None for one that is no fault."""
    return next(
        (code for code, entry in catalogue().items() if entry.get("verdict") == verdict), None
    )


def shortened(text: str) -> str:
    """Cut words that are too long to be repeated, in the middle of them."""
    return cut_in_middle(" ".join(text.split()), LONGEST_QUOTED)


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Read every code with its severity, its sentence, and what it means whatever the words are."""
    source = files("provtrack.auditing") / "catalogue.json"
    entries: Mapping[str, Mapping[str, str]] = json.loads(source.read_text("utf-8"))
    return entries
