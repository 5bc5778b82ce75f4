"""The formats that statements of provenance can be written in, by name."""

from collections.abc import Callable, Mapping

from provtrack.exporters.prov_json import statements_to_prov_json
from provtrack.exporters.prov_notations import (
    statements_to_prov_n,
    statements_to_prov_xml,
    statements_to_trig,
)
from provtrack.provenance.statements import StatementDocument

PROVENANCE_FORMATS: Mapping[str, Callable[[StatementDocument], bytes]] = {
    "prov-json": statements_to_prov_json,
    "prov-n": statements_to_prov_n,
    "prov-xml": statements_to_prov_xml,
    "prov-trig": statements_to_trig,
}
