"""``provtrack verify`` compares the archival references of the documents of a store."""

ADDRESS = "АВП РФ, ф. 071, оп. 3, п. 12, д. 9, "


def _with_references(run, project, leaves: str, others: str) -> None:
    """Give the letter a reference, and record a second document with another."""
    reason = ("--reason", "The shelfmark is known now.")
    assert run("describe", "oder-1962", "--reference", f"{ADDRESS}{leaves}", *reason).code == 0
    assert run(
        "record", "r.txt", "--document", "oder-1963", "--siglum", "R", "--kind", "transcription",
        "--language", "ru", "--reference", f"{ADDRESS}{others}",
    ).code == 0  # fmt: skip


def test_leaves_of_two_documents_that_overlap_are_told(run, project):
    _with_references(run, project, "лл. 4–9", "лл. 8–12")
    ran = run("verify")
    assert (ran.code, "REF183" in ran.out, "oder-1963" in ran.out) == (0, True, True)
    assert run("verify", "--fail-on", "warning").code == 1


def test_leaves_of_two_documents_that_follow_each_other_are_no_finding(run, project):
    _with_references(run, project, "лл. 4–9", "лл. 9–12")
    assert run("verify").out == ""
