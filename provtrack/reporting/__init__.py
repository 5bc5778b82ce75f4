"""HTML reports: a collation, and the chain it comes from, as one self-contained page.

Sole owner of `reports/`. `render` makes a page, `render_audit` the page of an audit,
`findings_in_words` the first sentences of the former, `write_page` puts it into its file in one
step, `made_from` tells which texts a report was made from, `lexicons_of` with what lexicons;
`doubt_on` says what speaks against an alignment as a whole, `in_words` says it in a sentence.
"""

from provtrack.reporting.audit_pages import render_audit
from provtrack.reporting.files import write_page
from provtrack.reporting.findings import findings_in_words
from provtrack.reporting.pages import render
from provtrack.reporting.relation import doubt_on, in_words
from provtrack.reporting.reproduction import EMBEDDER_OF, ReportSource, lexicons_of, made_from

__all__ = [
    "EMBEDDER_OF",
    "ReportSource",
    "doubt_on",
    "findings_in_words",
    "in_words",
    "lexicons_of",
    "made_from",
    "render",
    "render_audit",
    "write_page",
]
