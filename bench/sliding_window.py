"""A sliding window of rapidfuzz over every text: the baseline beside which audits are measured."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from provtrack.checking import OpenedSources
from provtrack.model.audit import AuditReport
from provtrack.model.quotation import Verdict

# similarity, in percent, from which the baseline calls a quotation so
THRESHOLDS = ((100.0, "exact"), (98.5, "typographic"), (95.0, "altered"), (75.0, "distorted"))


def called(likeness: float) -> str:
    """Call a quotation by its likeness, in percent, to the likest place."""
    return next((name for least, name in THRESHOLDS if likeness >= least), "not_found")


def texts_of(sources: OpenedSources) -> Iterator[tuple[str, str]]:
    """Give name and text of everything that is searched."""
    for number, part in enumerate(sources.index.parts):
        for place, about in enumerate(part.texts):
            yield about.file.removesuffix(".txt"), sources.index.text(number, place) or ""


def sliding_window(report: AuditReport, sources: OpenedSources) -> Iterator[dict]:
    """Slide each quotation over every text; call it by its similarity."""
    texts = list(texts_of(sources))
    for one in report.quotations:
        if one.judgement.verdict is Verdict.IGNORE or one.quotation.place == "unmarked":
            continue
        best, place = 0.0, None
        for name, text in texts:
            found = fuzz.partial_ratio_alignment(one.quotation.text, text, score_cutoff=best)
            if found and found.score > best:
                best = found.score
                place = {"source": name, "start": found.dest_start, "end": found.dest_end}
        verdict = called(best)
        yield {
            "manuscript": one.publication,
            "start": one.quotation.span.start,
            "end": one.quotation.span.end,
            "source": place["source"] if place and verdict != "not_found" else None,
            "spans": [place] if place and verdict != "not_found" else [],
            "verdict": verdict,
        }
