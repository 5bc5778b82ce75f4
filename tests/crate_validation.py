"""Validate an RO-Crate without a network: ``python tests/crate_validation.py CRATE CACHE``.

The validator wants the JSON-LD context that every crate refers to. The test ships it: a context of
its own, with the terms our crates use, is put where the validator keeps what it has fetched.
A process of its own, since the validator warns, logs and keeps settings for the whole process.
"""

import io
import json
import sys
from datetime import timedelta
from pathlib import Path

CONTEXT = "https://w3id.org/ro/crate/1.1/context"
SCHEMA = "http://schema.org/"
CLASSES = ("CreateAction", "CreativeWork", "Dataset", "Organization", "Person",
           "SoftwareApplication", "UpdateAction")  # fmt: skip
PROPERTIES = ("about", "agent", "author", "contentSize", "contributor", "dateCreated",
              "dateModified", "datePublished", "description", "editor", "encodingFormat",
              "endTime", "hasPart", "identifier", "inLanguage", "instrument", "isBasedOn",
              "license", "mentions", "name", "publisher", "result", "softwareVersion",
              "temporalCoverage", "translator", "version")  # fmt: skip
TERMS = {
    **{term: SCHEMA + term for term in (*CLASSES, *PROPERTIES)},
    "File": SCHEMA + "MediaObject",
    "conformsTo": "http://purl.org/dc/terms/conformsTo",
}


def main(crate: str, cache: str) -> None:
    """Print what is wrong with a crate, one fault a line."""
    from requests import PreparedRequest, Response
    from requests_cache import CachedSession
    from rocrate_validator.models import Severity, ValidationSettings
    from rocrate_validator.services import validate
    from urllib3 import HTTPResponse

    session = CachedSession(cache_name=cache, backend="sqlite", expire_after=timedelta(days=1))
    request = PreparedRequest()
    request.prepare(method="GET", url=CONTEXT)
    response = Response()
    response.request, response.url, response.status_code = request, CONTEXT, 200
    response.headers["Content-Type"] = "application/ld+json"
    content = json.dumps({"@context": TERMS}).encode()
    response.raw = HTTPResponse(io.BytesIO(content), preload_content=False, request_url=CONTEXT)
    session.cache.save_response(response)
    session.close()
    settings = ValidationSettings(
        rocrate_uri=crate,
        profile_identifier="ro-crate-1.1",
        requirement_severity=Severity.REQUIRED,
        cache_path=Path(cache),
        cache_max_age=-1,
        offline=True,
    )
    result = validate(settings)
    print(f"{len(result.executed_checks)} checks")
    for issue in result.get_issues():
        print(f"fault: {issue.message} ({issue.violatingEntity})")


if __name__ == "__main__":
    main(*sys.argv[1:])
