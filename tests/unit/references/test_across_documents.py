"""References of several documents of a store, compared."""

import pytest

from provtrack.references import read_reference
from provtrack.references.across_documents import ReferredDocument, lint_documents

DELO = "RGANI, f. 5, op. 30, d. 364, "


def referred(name: str, leaves: str, date: str | None = None) -> ReferredDocument:
    return ReferredDocument(name=name, reference=read_reference(DELO + leaves), date=date)


def found(*documents: ReferredDocument) -> list[tuple[str, str, str]]:
    return [(one.code, str(one.severity), one.place) for one in lint_documents(documents)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ll. 1-9", "ll. 10-14"),
        ("ll. 1-9", "ll. 9-14"),
        ("ll. 1-20", "ll. 5-6"),
        ("ll. 1-3, 7", "ll. 4-6"),
        ("ll. 120-12", "ll. 15-20"),
    ],
)
def test_leaves_that_follow_or_hold_each_other_are_not_odd(one, other):
    assert found(referred("a", one), referred("b", other)) == []


def test_leaves_that_overlap_are_a_warning_that_names_the_other_document():
    documents = (referred("a", "ll. 1-9"), referred("b", "ll. 8-14"))
    (finding,) = lint_documents(documents)
    assert (finding.code, finding.severity, finding.place) == ("REF183", "warning", "b")
    assert "those of a (1-9)" in finding.message
    assert "by 2 leaves" in finding.message


@pytest.mark.parametrize(
    ("dates", "severity"),
    [
        (("1962-11-02", "1962-11-09"), "warning"),
        (("1962-11", "1962-11-09"), "note"),
        (("1962-11-02", None), "note"),
        (("1962-11-02/..", "1965"), "note"),
    ],
)
def test_one_reference_of_two_documents_is_weighed_by_their_dates(dates, severity):
    documents = [referred(name, "ll. 1-9", date) for name, date in zip("ab", dates, strict=True)]
    assert found(*documents) == [("REF184", severity, "b")]


def test_references_of_one_document_are_not_compared():
    assert found(referred("a", "ll. 1-9"), referred("a", "ll. 8-14")) == []


def test_leaves_of_another_volume_do_not_overlap():
    assert found(referred("a", "vol. 1, ll. 1-9"), referred("b", "vol. 2, ll. 8-14")) == []


def test_papki_are_compared_across_documents_by_name():
    one, other = (
        ReferredDocument(
            name=name, reference=read_reference(f"AVPRF, f. 0100, op. 5, p. {papka}, d. 9, l. 1")
        )
        for name, papka in (("a", 44), ("b", 45))
    )
    messages = [finding.message for finding in lint_documents((one, other))]
    assert any(message.startswith("b: a gives papka 44") for message in messages)
