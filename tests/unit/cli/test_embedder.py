"""``--embedder``: a plug-in has a say, and everything made with it says so."""

import json

import numpy as np
import pytest

from tests.embedders import CONCEPTS, texts_of

ROWS = np.random.default_rng(3).permutation(CONCEPTS)[:48].reshape(8, 6).tolist()
OPTION = ("--embedder", "tests.embedders:make_concepts")


@pytest.fixture
def texts(tmp_path):
    """Two texts without a word in common, one with its halves exchanged."""
    (tmp_path / "a.txt").write_text("\n\n".join(texts_of(ROWS, "ru")) + "\n", "utf-8")
    (tmp_path / "b.txt").write_text("\n\n".join(texts_of(ROWS[4:] + ROWS[:4], "en")) + "\n")
    return "a.txt", "b.txt", "--base-language", "ru", "--witness-language", "en"


@pytest.fixture
def recorded(run, texts):
    """The same texts as two versions of a document that were recorded side by side."""
    assert run("init", ".", "--by", "Anna Petrova").code == 0
    for file, siglum, language in (("a.txt", "R", "ru"), ("b.txt", "E", "en")):
        about = ("--document", "oder-1962", "--kind", "edition", "--siglum", siglum)
        assert run("record", file, *about, "--language", language).code == 0
    return "oder-1962:R", "oder-1962:E"


def test_align_finds_with_it_what_words_do_not_tell(run, texts):
    lines = run("align", *texts, *OPTION).out.splitlines()
    found = {tuple(line.split("\t")[:2]) for line in lines}
    assert found == {(str(k), str((k + 4) % 8)) for k in range(8)}


def test_the_json_names_it(run, texts):
    ran = run("align", *texts, *OPTION, "--format", "json")
    assert ["embedder", "concepts@1"] in json.loads(ran.out)["alignment"]["settings"]


def test_compare_names_it_in_its_settings(run, texts):
    ran = run("compare", *texts, *OPTION, "--format", "json")
    assert ["embedder of b.txt", "concepts@1"] in json.loads(ran.out)["settings"]


def test_the_report_says_how_it_was_made_and_verify_that_it_cannot_check(run, recorded, tmp_path):
    assert run("compare", *recorded, *OPTION).code == 0
    (page,) = (tmp_path / "reports").iterdir()
    assert "--embedder tests.embedders:make_concepts" in page.read_text("utf-8")
    ran = run("verify", "--against", page)
    assert ran.code == 0
    assert "made with the embedder concepts@1, which verify does not run" in ran.out


def test_vectors_are_kept_beside_the_store(run, recorded, tmp_path):
    run("align", *recorded, *OPTION)
    (kept,) = (tmp_path / ".provtrack" / "vectors").iterdir()
    kept.write_bytes(b"damaged")
    assert "made anew" in run("align", *recorded, *OPTION).err


def test_without_a_store_no_vectors_are_kept(run, texts, tmp_path):
    run("align", *texts, *OPTION)
    assert not (tmp_path / ".provtrack").exists()


def test_a_recorded_alignment_is_kept(run, project):
    ran = run("align", "oder-1962:R", "oder-1962:E1", *OPTION)
    assert ran.code == 0
    assert "the embedder had no say" in ran.err


def test_an_embedder_that_is_not_there_is_one_sentence(run, texts):
    ran = run("align", *texts, "--embedder", "labse")
    assert ran.code == 2
    assert ran.err.count("\n") == 1


def test_an_embedder_that_tells_nothing_of_a_few_paragraphs_is_said_to(run, tmp_path):
    (tmp_path / "a.txt").write_text("\n\n".join(texts_of(ROWS[:2], "ru")), "utf-8")
    (tmp_path / "b.txt").write_text("\n\n".join(texts_of(ROWS[:2], "en")), "utf-8")
    ran = run("align", "a.txt", "b.txt", *OPTION)
    assert "its vectors tell nothing of these texts" in ran.err
