"""A provenance chain as an SVG picture of its own, drawn as in the reports.

The drawing is `chain_wide`'s, or `chain_narrow`'s for a deep chain; here it only gets the style
that a page would give it, so that the file shows the same in any viewer.
"""

from provtrack.model.provenance import ProvenanceChain
from provtrack.reporting.chain_boxes import chain_in_words
from provtrack.reporting.chain_narrow import draw_narrow
from provtrack.reporting.chain_wide import draw_wide
from provtrack.reporting.environment import environment

DEEP_WIDTH = 760  # pixels of a chain too deep for columns


def chain_to_svg(chain: ProvenanceChain, *, title: str) -> bytes:
    """Draw a chain as one self-contained SVG file."""
    page = environment().get_template("chain.svg.j2")
    picture = draw_wide(chain) or draw_narrow(chain, DEEP_WIDTH)
    return page.render(drawing=picture, title=title, words=tuple(chain_in_words(chain))).encode()
