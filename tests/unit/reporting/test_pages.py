"""The page: what a reader is told, and that it can be trusted."""

import re

import lxml.html
import pytest

from provtrack.collation import collate
from provtrack.model.names import Nature, VersionKind
from provtrack.provenance import chain_of
from provtrack.reporting import render
from tests.factories import compared
from tests.golden import letter


def page_of(collation, **fields) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(render(collation, **fields))


@pytest.fixture(scope="module")
def page() -> lxml.html.HtmlElement:
    chain = chain_of(letter.document(), letter.stored_versions())
    return page_of(
        letter.two_translations(),
        document=letter.document(),
        versions=letter.stored_versions(),
        chain=chain,
    )


def words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def recorded(cell: lxml.html.HtmlElement) -> str:
    """Read a cell back as the recorded text: without signs, carets and words of the base."""
    for extra in cell.xpath(
        ".//a[contains(@class,'g ')] | .//*[contains(@class,'caret')] | .//*[@class='pn']"
        "| .//*[contains(@class,'brk')] | .//*[contains(@class,'pil')] | .//p[@class='om']"
    ):
        extra.drop_tree()
    return str(cell.text_content())


def test_the_same_collation_gives_the_same_bytes():
    assert render(letter.two_translations()) == render(letter.two_translations())


def test_base_cells_hold_the_recorded_text_character_for_character(page):
    paragraphs = letter.two_translations().base.paragraphs
    cells = page.xpath("//article[starts-with(@id,'p')]//div[contains(@class,' ca')]")
    shown = [recorded(cell) for cell in cells]
    assert [text.strip() for text in shown] == [text.strip() for text in paragraphs]


def test_witness_cells_without_the_bases_words_hold_the_recorded_text():
    collation = letter.two_translations()
    page = page_of(collation)
    for gone in page.xpath("//div[contains(@class,' cw')]//del | //p[@class='gp']"):
        gone.drop_tree()
    shown = "".join(recorded(cell) for cell in page.xpath("//div[contains(@class,' cw')]"))
    assert sorted(shown.replace(" ", "")) == sorted(
        "".join(collation.witnesses[0].paragraphs).replace(" ", "")
    )


def test_findings_lead_first_to_what_reverses_the_sense(page):
    sentence = words(page.find_class("sum")[0])
    first = (
        "Between E1 and E2, a negation differs at § 2 (“does not believe” / “believes”); a figure"
    )
    assert sentence.startswith(first)


def test_findings_name_paragraphs_that_one_version_lacks(page):
    sentence = words(page.find_class("sum")[0])
    assert "One paragraph of E1 is not in E2 (§ 7)." in sentence
    assert "One paragraph of E2 is not in E1 (§ 9)." in sentence
    assert "One passage stands in another order (§ 8)." in sentence


def test_every_link_inside_the_page_leads_somewhere(page):
    targets = set(page.xpath("//@id"))
    assert {href[1:] for href in page.xpath("//a/@href")} <= targets


def test_ids_are_unique(page):
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_a_version_compared_with_itself_has_no_difference():
    base = letter.two_translations().base
    beads = [letter.bead([n], [n], similarity=1.0) for n in range(len(base.paragraphs))]
    same = letter.two_translations().model_copy(
        update={"witnesses": (letter.compared(base, beads),)}
    )
    assert "no difference, character for character" in words(page_of(same))


def test_changes_of_form_only_are_called_so():
    base, witness, changes = letter.woven("The ⟦spelling|harbour|harbor⟧ is empty.", 0)
    beads = [letter.bead([0], [0], changes=changes)]
    collation = letter.two_translations().model_copy(
        update={
            "base": letter.version("E1", [base]),
            "witnesses": (letter.compared(letter.version("E2", [witness]), beads),),
        }
    )
    assert "1 change in 1 paragraph, all of them of form only" in words(page_of(collation))


def test_shapes_are_said_in_words(page):
    assert "One paragraph, split in two" in words(page.get_element_by_id("p6"))


def test_low_confidence_is_admitted_with_its_reasons(page):
    row = words(page.get_element_by_id("p5"))
    assert "Alignment doubtful (61% sure)" in row
    assert "the name Vey" in row


def doubtful(**fields):
    """One paragraph in both versions, aligned with a low confidence."""
    bead = letter.bead([0], [0], **({"confidence": 0.004} | fields))
    witness = letter.compared(letter.version("E2", ["The ice has gone."]), [bead])
    base = letter.version("E1", ["The ice is gone."])
    return letter.two_translations().model_copy(update={"base": base, "witnesses": (witness,)})


def test_a_moved_paragraph_much_alike_is_not_called_doubtful():
    page = page_of(doubtful(transposed=True, similarity=0.9))
    assert "oubtful" not in words(page.get_element_by_id("p1"))
    assert "Moved: stands as" in words(page.get_element_by_id("p1"))


def test_a_paragraph_little_alike_is_doubtful_and_never_0_per_cent_sure():
    page = page_of(doubtful(similarity=0.2))
    assert "Alignment doubtful (under 5% sure)" in words(page.get_element_by_id("p1"))


def test_a_query_names_its_witness_where_there_are_several():
    collation = letter.two_translations()
    three = collation.model_copy(update={"witnesses": (*collation.witnesses, letter.abstract())})
    asked = page_of(three).find_class("ask")
    assert [words(query).split(":")[0] for query in asked] == ["Query on S"]


def test_a_query_of_the_only_witness_names_none():
    only = letter.two_translations().model_copy(update={"witnesses": (letter.abstract(),)})
    assert words(page_of(only).find_class("ask")[0]).startswith("Query: modality")


def test_custody_flags_stand_with_their_codes(page):
    codes = [words(code) for code in page.xpath("//ul[@class='flags']/li/*[@class='code']")]
    assert len(codes) == len(page.xpath("//ul[@class='flags']/li")) > 0
    assert all(re.fullmatch("[A-Z]{3}[0-9]{3}", code) for code in codes)
    assert not page.xpath("//ul[@class='flags']//a")


def test_each_row_tallies_its_changes_for_the_filters(page):
    assert page.get_element_by_id("p6").get("data-n") == "para-a:1"
    assert page.get_element_by_id("p4").get("data-n") is None


def test_a_moved_paragraph_says_where_it_stands(page):
    assert "stands as § 6 in E2" in words(page.get_element_by_id("p8"))


def test_every_reading_has_language_and_direction(page):
    for element in page.xpath("//div[contains(@class,'c c')]/p[not(@class='om')] | //bdi"):
        assert element.get("lang")
        assert element.get("dir") in ("ltr", "rtl")


def test_only_substantive_changes_carry_a_sign(page):
    assert page.xpath("//a[contains(@class,'g n-neg-s')]")
    assert not page.xpath("//a[contains(@class,'g n-sp-a')]")


def test_a_missing_heading_and_a_specimen_are_flagged(page):
    flags = words(page.find_class("flags")[0])
    assert "“Record ID” stands on the page without a value." in flags
    assert "invented specimen" in flags


def test_the_report_can_be_made_again(page):
    facts = words(page.get_element_by_id("h-repro").getparent())
    assert "provtrack compare port-amsel-1911:E1@1 port-amsel-1911:E2@1" in facts
    assert letter.two_translations().base.text_sha256 in facts
    assert letter.two_translations().base.head in facts
    assert "lexicon = none" in facts


def test_nothing_is_asked_of_the_network():
    page = render(letter.two_translations(), document=letter.document())
    assert "default-src 'none'" in page
    assert not re.search(r"""(?:src|href)=["'](?!#)|url\(|@import""", page)


def test_text_from_outside_is_never_markup():
    hostile = "</p></style><script>alert(1)</script>\u202e{{ 7 * 7 }}"
    collation = letter.two_translations()
    version = letter.version(None, [hostile], name=hostile)
    collation = collation.model_copy(
        update={
            "base": version,
            "witnesses": (letter.compared(version, [letter.bead([0], [0])]),),
            "settings": ((hostile, hostile),),
        }
    )
    page = render(collation, command=hostile)
    assert page.count("<script>") == 1
    assert "\u202e" not in page
    assert "{{ 7 * 7 }}" in page


def test_two_witnesses_with_one_reading_share_an_entry():
    collation = letter.two_translations()
    twin = letter.version("E3", collation.witnesses[0].paragraphs)
    beads = collation.witnesses[0].beads
    collation = collation.model_copy(
        update={"witnesses": (*collation.witnesses, letter.compared(twin, beads))}
    )
    row = page_of(collation).get_element_by_id("p2")
    assert "does not believe ] believes E2 E3" in words(row)


def test_revisions_of_one_version_are_told_apart():
    collation = letter.two_translations()
    second = letter.version("E1", collation.base.paragraphs, revision=2)
    beads = [letter.bead([0], [0])]
    page = page_of(collation.model_copy(update={"witnesses": (letter.compared(second, beads),)}))
    assert [words(b) for b in page.find_class("sig")] == ["E1@1", "E1@2"]


def test_plain_files_are_called_by_letters_and_named_on_their_cards():
    collation = letter.two_translations()
    base = letter.version(None, ["One."], name="first draft.txt", document=None)
    witness = letter.compared(
        letter.version(None, ["One."], name="second.txt", document=None),
        [letter.bead([0], [0])],
    )
    page = page_of(collation.model_copy(update={"base": base, "witnesses": (witness,)}))
    assert [words(b) for b in page.find_class("sig")] == ["A", "B"]
    assert "first draft.txt" in words(page.find_class("ver")[0])
    assert "provtrack compare 'first draft.txt' second.txt" in words(page)


def test_an_abstract_shows_what_it_passes_over_and_what_it_adds():
    collation = letter.two_translations().model_copy(update={"witnesses": (letter.abstract(),)})
    page = page_of(collation)
    assert "rests on 3 of 8 paragraphs of E1 and passes over § 4" in words(page)
    assert "Nothing in S answers to this paragraph." in words(page.get_element_by_id("p4"))
    assert "One of its 4 clauses is found nowhere in E1" in words(page)
    assert words(page.find_class("own")[1]) == "Relations with the town had long been strained."


def test_a_verbatim_quotation_in_an_abstract_is_ticked():
    collation = letter.two_translations().model_copy(update={"witnesses": (letter.abstract(),)})
    assert [words(q) for q in page_of(collation).xpath("//q")] == ["“alone and unlit”"]


def test_an_abstract_alone_offers_no_views_of_changes():
    collation = letter.two_translations().model_copy(update={"witnesses": (letter.abstract(),)})
    assert not page_of(collation).xpath("//button[@data-mode]")


def test_between_languages_words_are_not_compared():
    russian = letter.version("R", ["Лёд сошёл."], language="ru", kind=VersionKind.TRANSCRIPTION)
    english = letter.compared(letter.version("E", ["The ice is gone."]), [letter.bead([0], [0])])
    collation = letter.two_translations().model_copy(
        update={"base": russian, "witnesses": (english,)}
    )
    page = page_of(collation)
    assert "E, in English, answers 1 of 1 paragraph of R." in words(page)
    assert "Between languages words are not compared" in words(page)
    assert page.xpath("//p[@lang='ru']")


def test_hebrew_reads_from_right_to_left():
    hebrew = letter.version("H", ["שלום"], language="he", kind=VersionKind.TRANSCRIPTION)
    witness = letter.compared(letter.version("E", ["Peace"]), [letter.bead([0], [0])])
    collation = letter.two_translations().model_copy(
        update={"base": hebrew, "witnesses": (witness,)}
    )
    assert page_of(collation).xpath("//p[@lang='he']/@dir") == ["rtl"]


def test_a_collation_of_empty_texts_is_still_a_page():
    empty = letter.version("E1", [])
    collation = letter.two_translations().model_copy(
        update={"base": empty, "witnesses": (letter.compared(letter.version("E2", []), []),)}
    )
    assert "no difference" in words(page_of(collation))


def joined_and_excerpted():
    """Make an excerpt that joins two paragraphs of three and leaves the third out."""
    base = ["One came.", "Two went.", "Three stayed."]
    gone = letter.change(Nature.CONTENT, (2, 0, base[2]), (0, 0, ""))
    beads = [letter.bead([0, 1], [0]), letter.bead([2], [], changes=(gone,), similarity=0.0)]
    excerpt = letter.version("X", ["One came. Two went."], kind=VersionKind.EXCERPT)
    return letter.two_translations().model_copy(
        update={
            "base": letter.version("E1", base),
            "witnesses": (letter.compared(excerpt, beads),),
        }
    )


def test_each_paragraph_of_a_joined_row_can_be_linked():
    page = page_of(joined_and_excerpted())
    assert {"p1", "p2", "p3"} <= set(page.xpath("//article//@id | //article/@id"))


def test_what_an_excerpt_leaves_out_is_said_and_not_marked():
    page = page_of(joined_and_excerpted())
    assert "The excerpt X holds 2 of 3 paragraphs of E1 (§ 1, § 2)." in words(page)
    assert "Not in X." in words(page.get_element_by_id("p3"))
    assert not page.get_element_by_id("p3").xpath(".//div[contains(@class,' ca')]//del")


def test_changes_within_moved_words_stand_in_the_entry_of_the_move():
    rest = "came in while the long and solemn speech of the old minister was read to the hall"
    base = f"The consul, who had not slept for two cold nights in the harbour, {rest}."
    witness = f"The consul {rest}, who had slept for two cold nights in the harbour."
    page = page_of(collate(compared("A", base), [compared("B", witness)]))
    entries = [words(entry) for entry in page.xpath("//ol[@class='app']/li")]
    assert "in it: Negation not ] omitted" in " ".join(entries)
