"""To whom a publication gives what it quotes, and who says it in the document."""

from provtrack.auditing import audit
from provtrack.checking import Archive, ArchivedText, OpenedSources
from provtrack.importers import read_publication_content
from provtrack.model.audit import AuditedSource, AuditReport
from provtrack.search import IndexedText, MemoryIndex

MEMORANDUM = """Ambassador Grey
Foreign Minister Varga

The Ambassador said that the commission would meet in April. He added that the boats would stay in
the harbour until spring.

The Foreign Minister asked who would pay for the mill. The Ambassador replied that the town would
bear the whole cost.

Mr. Varga remarked that there was no money anywhere in the duchy."""


def audited(body: str) -> AuditReport:
    source = AuditedSource(document="memo", siglum="E1", file="memo.txt", language="en")
    known = IndexedText(document="memo", siglum="E1", file="memo.txt")
    archive = Archive(
        texts=(ArchivedText(source=source),), catalogue=(), index=MemoryIndex([(known, MEMORANDUM)])
    )
    publication = read_publication_content(body.encode(), "a.md")
    return audit([publication], OpenedSources(archive))


def told(body: str) -> list[str]:
    return [one.message for one in audited(body).findings if one.code == "AUD108"]


def test_another_speaker_is_told_with_who_speaks_in_the_document():
    (message,) = told("Varga said that “the town would bear the whole cost.”")
    assert message.endswith("stands in memo:E1, but the Ambassador seems to say it there.")


def test_the_right_speaker_is_let_pass_by_name_and_by_office():
    body = (
        "Grey said that “the town would bear the whole cost.”\n\n"
        "The foreign minister said that “there was no money anywhere in the duchy.”"
    )
    assert told(body) == []


def test_an_office_speaks_in_a_publication():
    assert told("Later the ambassador said that “there was no money anywhere in the duchy.”")


def test_he_is_whoever_the_sentence_before_names():
    body = "Varga said that nobody came. He added that “the boats would stay in the harbour.”"
    assert told(body)


def test_he_is_nobody_where_the_sentence_before_names_two():
    body = "Grey met Varga in May. He said that “there was no money anywhere in the duchy.”"
    assert told(body) == []


def test_who_introduces_a_quotation_says_it_whoever_speaks_after_it():
    body = (
        "Grey said that “the boats would stay in the harbour until spring.” Varga replied that "
        "“there was no money anywhere in the duchy.”"
    )
    assert told(body) == []


def test_a_title_elsewhere_in_the_publication_tells_who_is_meant():
    body = (
        "Foreign Minister Kosta came to the harbour in May with his papers.\n\n"
        "Kosta said that “there was no money anywhere in the duchy.”"
    )
    assert told(body) == []
