"""What an author sets aside stays in the report, with the reason."""

import pytest

from provtrack.auditing.codes import finding
from provtrack.auditing.suppressing import read_suppressions, suppressed
from provtrack.errors import FormatError
from provtrack.model.publication import Publication
from provtrack.model.text import Span


def reasons(text: str, listed: dict[str, str] | None = None) -> list[str]:
    """The reasons for a finding on each word "fault" of a text."""
    publication = Publication(name="p.md", text=text, text_sha256="")
    spans = [Span(k, k + 5) for k in range(len(text)) if text.startswith("fault", k)]
    words = {"quoted": "fault", "difference": "a word"}
    found = [finding("AUD107", publication, span, **words) for span in spans]
    return [one.suppressed for one in suppressed(found, publication, listed)]


def test_a_comment_speaks_of_its_paragraph():
    text = "A fault. <!-- provtrack: ignore AUD107 spelling made modern -->\n\nA fault."
    assert reasons(text) == ["spelling made modern", ""]


def test_a_comment_alone_speaks_of_the_next_paragraph():
    text = "A fault.\n\n% provtrack: ignore AUD107 see the preface\n\nA fault.\n\nA fault."
    assert reasons(text) == ["", "see the preface", ""]


def test_a_comment_on_another_code_has_no_effect():
    assert reasons("A fault. <!-- provtrack: ignore AUD103 as printed -->") == [""]


def test_without_a_reason_nothing_is_set_aside():
    assert reasons("A fault. <!-- provtrack: ignore AUD107 -->") == [""]


def test_a_list_sets_aside_by_fingerprint():
    publication = Publication(name="p.md", text="A fault.", text_sha256="")
    one = finding("AUD107", publication, Span(2, 7), quoted="fault", difference="a word")
    assert reasons("A fault.", {one.fingerprint: "agreed"}) == ["agreed"]


def test_a_list_is_read():
    assert read_suppressions("# mine\n\n0123456789abcdef agreed with M. Lowe\n", "l") == {
        "0123456789abcdef": "agreed with M. Lowe"
    }


@pytest.mark.parametrize("line", ["agreed", "0123456789abcdef", "0123 agreed"])
def test_a_faulty_line_is_said_with_its_number(line):
    with pytest.raises(FormatError, match="line 2"):
        read_suppressions(f"# mine\n{line}\n", "list")
