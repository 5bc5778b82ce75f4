"""Render a collation as one HTML page: data -> frozen view -> template.

The page carries everything it needs and asks the network for nothing. The same input gives the
same bytes: there is no clock here. Rows are prepared while the template runs, so a long report
does not stand in memory twice. Entry point: `render`.
"""

from collections.abc import Iterator, Sequence

from provtrack.model.comparison import Collation, Comparison
from provtrack.model.document import Document, Version
from provtrack.model.provenance import ProvenanceChain
from provtrack.reporting.cards import cards_of, heads_of
from provtrack.reporting.chain_boxes import chain_in_words
from provtrack.reporting.chain_narrow import draw_narrow
from provtrack.reporting.chain_wide import draw_wide
from provtrack.reporting.clauses import AbstractColumn
from provtrack.reporting.decided import query_on
from provtrack.reporting.environment import environment, static
from provtrack.reporting.findings import findings_of
from provtrack.reporting.grouping import RowGroup, group_rows
from provtrack.reporting.index import index_of
from provtrack.reporting.reproduction import facts_of, sources_of
from provtrack.reporting.rows import RowMaker
from provtrack.reporting.sides import Side, css_string, sides_of
from provtrack.reporting.strip import strip_of
from provtrack.reporting.views import (
    ChainView,
    FilterChip,
    FlagView,
    ReportView,
    RowView,
)
from provtrack.reporting.wording import (
    MARK_ORDER,
    capitalised,
    is_substantive,
    listed,
    number_in_words,
    style_of,
)
from provtrack.text.edtf_dates import describe_edtf

NARROW_WIDTH = 372  # pixels: a phone, less its margins
DEEP_WIDTH = 640  # pixels of the picture of a chain too deep for columns
MOST_SUGGESTIONS = 5
LONG_SIGLUM = 3  # letters that fit beside the text on a narrow screen; longer ones go above
MANY_ROWS = 200  # above this the browser lays out only the rows on screen
COLUMN, ABSTRACT = "minmax(var(--least), 1fr)", "minmax(var(--least), .82fr)"
CHUNK = 2000  # pieces of output put together before they are handed on


def render(
    collation: Collation,
    *,
    document: Document | None = None,
    versions: Sequence[Version] = (),
    chain: ProvenanceChain | None = None,
    command: str | None = None,
) -> str:
    """Render a collation as an HTML page.

    Args:
        document: What all its versions are texts of, if they stand in a store.
        versions: Their stored descriptions: where published, rights, retractions.
        chain: Where each version comes from; without it the page has no picture of the chain.
        command: The command line that makes this report again; else one is worked out.
    """
    return "".join(
        render_chunks(collation, document=document, versions=versions, chain=chain, command=command)
    )


def render_chunks(
    collation: Collation,
    *,
    document: Document | None = None,
    versions: Sequence[Version] = (),
    chain: ProvenanceChain | None = None,
    command: str | None = None,
) -> Iterator[str]:
    """Render the same page chunk by chunk, for a report too long to hold twice."""
    view = _view(collation, document, versions, chain, command)
    stream = (
        environment()
        .get_template("report.html.j2")
        .stream(
            page=view,
            style=static(("base.css", "report.css", "print.css")),
            script=static(("base.js", "report.js")),
            sources=sources_of(collation),
            program=collation.program or "provtrack",
        )
    )
    stream.enable_buffering(CHUNK)
    yield from stream


def _view(
    collation: Collation,
    document: Document | None,
    versions: Sequence[Version],
    chain: ProvenanceChain | None,
    command: str | None,
) -> ReportView:
    """Prepare everything the template shows."""
    sides = sides_of(collation)
    groups = group_rows(collation)
    abstracts = {
        side.column: AbstractColumn(side=side, base=sides[0], comparison=side.version)
        for side in sides
        if side.is_abstract and isinstance(side.version, Comparison)
    }
    title, language = _title(document, sides)
    chips = _chips(collation)
    queries = [_count_queries(group, abstracts) for group in groups]
    return ReportView(
        page_title=f"Comparison report: {title}",
        eyebrow=_eyebrow(document, sides),
        title=title,
        title_language=language,
        findings=findings_of(sides, groups),
        cards=cards_of(sides, document, {v.siglum: v for v in versions}),
        heads=heads_of(sides),
        grids=_grids(sides),
        main_css=" ".join(_main_classes(sides, groups)),
        chain=_chain_view(chain) if chain and chain.links else None,
        substantive_chips=chips[True],
        accidental_chips=chips[False],
        has_queries=any(queries),
        has_decisions=_has_decisions(collation),
        has_words_compared=any(side.is_compared for side in sides),
        has_other_language=any(side.css.endswith("cx") for side in sides),
        base_siglum=sides[0].siglum,
        witness_sigla=listed([side.siglum for side in sides if side.is_compared]),
        css_sigla=tuple((side.css.split()[0], css_string(side.siglum)) for side in sides),
        strip=strip_of(groups, sides, queries),
        rows=_rows(groups, sides, abstracts),
        abstracts=tuple(column.view() for column in abstracts.values()),
        index=index_of(groups, sides),
        facts=facts_of(collation, sides, document=document, versions=versions, command=command),
    )


def _rows(
    groups: Sequence[RowGroup], sides: Sequence[Side], abstracts: dict[int, AbstractColumn]
) -> Iterator[RowView]:
    """Prepare rows one after the other."""
    maker = RowMaker(sides=sides, abstracts=abstracts)
    for group in groups:
        yield maker.row(group)


def _title(document: Document | None, sides: Sequence[Side]) -> tuple[str, str]:
    """Choose the title of the page and its language: the document's, else the texts' names."""
    if document is not None and document.titles:
        first = document.titles[0]
        return first.text, first.language or ""
    named = next((side.version.title for side in sides if side.version.title), None)
    if named is not None:
        return named.text, named.language or ""
    return listed(list(dict.fromkeys(side.version.name for side in sides))), ""


def _eyebrow(document: Document | None, sides: Sequence[Side]) -> str:
    """Say what kind of page this is, of how many versions, and the document's date."""
    documents = {side.version.document for side in sides}
    of_one = " of one document" if len(documents) == 1 and None not in documents else ""
    words = [f"Comparison report. {capitalised(number_in_words(len(sides)))} versions{of_one}."]
    if document is not None and document.type:
        words.append(f"{capitalised(document.type)}.")
    if document is not None and document.date is not None:
        date = document.date.verbatim or describe_edtf(document.date.edtf or "")
        words.append(f"Dated {date}.")
    return " ".join(words)


def _grids(sides: Sequence[Side]) -> tuple[tuple[str, str], ...]:
    """Lay out the columns of each view: all; without the base; without the witnesses."""
    views = (
        ("", sides),
        (".m-inline", [side for side in sides if side.column]),
        (".m-app", [side for side in sides if not side.is_compared]),
    )
    return tuple(
        (view, " ".join(ABSTRACT if side.is_abstract else COLUMN for side in columns))
        for view, columns in views
    )


def _main_classes(sides: Sequence[Side], groups: Sequence[RowGroup]) -> Iterator[str]:
    """Class the page: long ones are laid out as they come into view, many columns scroll."""
    if len(groups) > MANY_ROWS:
        yield "long"
    if len(sides) > 4:
        yield "many"
    if not any(side.is_compared for side in sides):
        yield "plain"
    if any(len(side.siglum) > LONG_SIGLUM for side in sides):
        yield "wordy"


def _count_queries(group: RowGroup, abstracts: dict[int, AbstractColumn]) -> int:
    """Count the queries of a row."""
    beads = [bead for found in group.beads for bead in found]
    asked = sum(
        len(bead.queries) + sum(1 for one in bead.changes if query_on(one)) for bead in beads
    )
    return asked + sum(len(column.queries_at(group.base)) for column in abstracts.values())


def _has_decisions(collation: Collation) -> bool:
    """Tell whether an editor decided on any change shown."""
    return any(
        change.decision
        for witness in collation.witnesses
        for bead in witness.beads
        for change in bead.changes
    )


def _chips(collation: Collation) -> dict[bool, tuple[FilterChip, ...]]:
    """Count the sorts of change that occur, substantive ones under True."""
    counts: dict[tuple[bool, str], int] = {}
    for witness in collation.witnesses:
        for bead in witness.beads:
            for change in bead.changes:
                sort = (is_substantive(change), style_of(change).filter_key)
                counts[sort] = counts.get(sort, 0) + 1
    return {
        grade: tuple(
            FilterChip(key=key, sign=name.sign, label=name.label, count=counts[grade, key])
            for name in MARK_ORDER
            if (grade, key := f"{name.key}-{'s' if grade else 'a'}") in counts
        )
        for grade in (True, False)
    }


def _chain_view(chain: ProvenanceChain) -> ChainView:
    """Draw the chain for both widths, and tell it in words."""
    return ChainView(
        wide=draw_wide(chain) or draw_narrow(chain, DEEP_WIDTH),
        narrow=draw_narrow(chain, NARROW_WIDTH),
        words=tuple(chain_in_words(chain)),
        flags=tuple(
            FlagView(
                css=flag.severity.value,
                severity=capitalised(flag.severity.value),
                code=flag.code,
                message=flag.message,
                suggestions=_suggestions(flag.suggestions),
            )
            for flag in chain.flags
        ),
    )


def _suggestions(words: Sequence[str]) -> str:
    """Name what might have been meant, the first few."""
    if not words:
        return ""
    more = f" and {len(words) - MOST_SUGGESTIONS} more" if len(words) > MOST_SUGGESTIONS else ""
    return f"Possible: {', '.join(words[:MOST_SUGGESTIONS])}{more}."
