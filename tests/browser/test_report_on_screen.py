"""The report in Chromium: it opens from a file, works by keyboard, prints, and excludes nobody."""

import shutil
from collections.abc import Iterator

import pytest

from provtrack.collation import collate
from provtrack.provenance import chain_of
from provtrack.reporting import render
from tests.factories import compared
from tests.golden import letter

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed on this machine"),
]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE, NARROW = {"width": 1400, "height": 900}, {"width": 420, "height": 900}


def pages() -> dict[str, str]:
    """Render the pages looked at: two translations, an abstract, Hebrew, many rows, hostile."""
    versions = letter.stored_versions()
    chain = chain_of(letter.document(), versions)
    both = letter.two_translations()
    three = both.model_copy(update={"witnesses": (*both.witnesses, letter.abstract())})
    known = {"document": letter.document(), "versions": versions, "chain": chain}
    return {
        "two": render(both, **known),
        "three": render(three, **known),
        "hebrew": render(hebrew(), **known),
        "long": render(long_letter(), **known),
        "hostile": render(hostile()),
    }


def hostile():
    """Two versions with an override of the direction of writing, and control characters."""
    base = compared("A", "The envoy \u202eyas ton did\u202c approve\x07 it.")
    return collate(base, [compared("B", "The envoy \u202eyas did\u202c approve\x1b it.")])


def hebrew():
    """A Hebrew text and its translation."""
    base = letter.version("H", ["וַיְהִי בִּימֵי שְׁפֹט", "שלום, עולם"], language="he")
    witness = letter.compared(
        letter.version("E", ["In the days of the judges", "Peace, world"]),
        [letter.bead([0], [0]), letter.bead([1], [1], confidence=0.4)],
    )
    return letter.two_translations().model_copy(update={"base": base, "witnesses": (witness,)})


def long_letter(rows: int = 260):
    """Two versions of many short paragraphs, each with a negation that differs."""
    woven = [letter.woven("He ⟦negation|does not|does⟧ pay.", n) for n in range(rows)]
    beads = [letter.bead([n], [n], changes=changes) for n, (_, _, changes) in enumerate(woven)]
    witness = letter.compared(letter.version("E2", [w for _, w, _ in woven]), beads)
    base = letter.version("E1", [base for base, _, _ in woven])
    return letter.two_translations().model_copy(update={"base": base, "witnesses": (witness,)})


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with playwright.sync_playwright() as engine:
        chromium = engine.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("reports")
    for name, page in pages().items():
        (place / f"{name}.html").write_text(page, encoding="utf-8")
    return place


@pytest.fixture
def open_page(browser, folder):
    """Open a page from its file; whatever it asks of the network or says in error is kept."""
    contexts = []

    def opened(name: str, fragment: str = "", **options):
        context = browser.new_context(**({"viewport": WIDE} | options))
        contexts.append(context)
        tab = context.new_page()
        tab.asked, tab.errors = [], []
        tab.on("request", lambda request: tab.asked.append(request.url))
        tab.on("pageerror", lambda error: tab.errors.append(str(error)))
        tab.on("console", lambda line: tab.errors.append(line.text))
        tab.goto((folder / f"{name}.html").as_uri() + fragment)
        return tab

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", ["two", "three", "hebrew", "long"])
def test_a_report_opens_without_network_and_without_error(open_page, name):
    tab = open_page(name)
    assert [url for url in tab.asked if not url.startswith("file:")] == []
    assert tab.errors == []


@pytest.mark.parametrize("name", ["two", "three", "hebrew", "long"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW])
def test_no_page_scrolls_sideways(open_page, name, viewport):
    tab = open_page(name, viewport=viewport)
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    ("name", "view", "scheme"),
    [
        ("three", "", "light"),
        ("three", "m-inline", "dark"),
        ("three", "m-app", "light"),
        ("hebrew", "", "dark"),
    ],
)
def test_axe_finds_no_barrier(open_page, name, view, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing")
    tab = open_page(name, color_scheme=scheme, reduced_motion="reduce")
    tab.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true })")
    if view:
        tab.click(f"[data-mode={view}]")
    found = axe.Axe().run(tab).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []


def test_axe_finds_no_barrier_on_a_narrow_screen(open_page):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing")
    tab = open_page("three", viewport=NARROW)
    found = axe.Axe().run(tab).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []


def test_keys_change_the_view(open_page):
    tab = open_page("two")
    tab.keyboard.press("2")
    assert tab.get_attribute("[data-mode=m-inline]", "aria-pressed") == "true"
    assert not tab.is_visible("#p2 .ca")
    assert tab.is_visible("#p2 .cw del")
    tab.keyboard.press("3")
    assert tab.is_visible("#p2 .app")
    tab.keyboard.press("1")
    assert tab.is_visible("#p2 .ca")
    assert not tab.is_visible("#p2 .cw del")


def test_n_and_p_walk_through_the_changes(open_page):
    tab = open_page("two")
    tab.keyboard.press("n")
    assert tab.inner_text("#live") == "Change 1 of 23"
    tab.keyboard.press("n")
    tab.keyboard.press("n")
    tab.keyboard.press("p")
    assert tab.inner_text("#live") == "Change 2 of 23"
    assert tab.is_visible(".cur")


def test_walking_passes_over_what_is_filtered_out(open_page):
    tab = open_page("two")
    tab.click("#subonly")
    for _ in range(13):
        tab.keyboard.press("n")
        assert not tab.evaluate("document.querySelector('.cur').matches('.a')")


def test_walking_counts_what_is_shown(open_page):
    tab = open_page("two")
    tab.click("#subonly")
    tab.keyboard.press("n")
    assert tab.inner_text("#live") == "Change 1 of 13"
    tab.keyboard.press("p")
    assert tab.inner_text("#live") == "Change 13 of 13"
    tab.click("#subonly")
    tab.keyboard.press("n")
    assert tab.inner_text("#live") == "Change 1 of 23"


def test_a_filter_empties_the_strip_where_nothing_is_left(open_page):
    tab = open_page("two")
    bars = "[...document.querySelectorAll('.hs')].map(c => c.querySelectorAll('.hb .{}').length)"
    before = tab.inner_html(".heat")
    tab.click("#subonly")
    assert sum(tab.evaluate(bars.format("a"))) == 0
    assert sum(tab.evaluate(bars.format("s"))) == 13
    assert "0 accidental" in tab.get_attribute(".hs", "title")
    tab.click("#subonly")
    assert tab.inner_html(".heat") == before


def test_a_filter_counts_anew_beside_the_text(open_page):
    tab = open_page("two")
    assert "4 substantive" in tab.inner_text("#p2 .gut")
    assert "1 accidental" in tab.inner_text("#p2 .gut")
    tab.evaluate("document.querySelector('[data-f=neg-s]').click()")
    assert "3 substantive" in tab.inner_text("#p2 .gut")
    tab.click("#subonly")
    assert "accidental" not in tab.inner_text("#p2 .gut")


def test_rows_without_a_change_shown_count_as_agreeing(open_page):
    tab = open_page("two")
    tab.click("#differ")
    assert tab.is_visible("#p6")  # differs by a paragraph break
    tab.click("#subonly")
    assert not tab.is_visible("#p6")
    assert tab.is_visible("#p2")
    assert tab.is_visible("#p8")  # moved: no filter hides that
    tab.click("#subonly")
    assert tab.is_visible("#p6")


def test_a_row_with_a_query_is_never_hidden_as_agreeing(open_page):
    tab = open_page("three")
    tab.evaluate("document.querySelectorAll('[data-f]:checked').forEach(chip => chip.click())")
    tab.click("#differ")
    assert not tab.is_visible("#p1")
    assert tab.is_visible("#p2")
    tab.keyboard.press("n")
    assert tab.inner_text("#live") == "Nothing shown"


def test_the_long_strip_shrinks_with_what_is_filtered(open_page):
    tab = open_page("long")
    height = "document.querySelector('.hs .s').style.height"
    assert tab.evaluate(height) == "100%"
    tab.evaluate("document.querySelector('[data-f=neg-s]').click()")
    assert tab.evaluate(height) == "0%"
    assert tab.get_attribute(".hs", "title").endswith(": 0 substantive, 0 accidental")


def test_substantive_only_hides_every_accidental_mark(open_page):
    tab = open_page("two")
    style = "getComputedStyle(document.querySelector('#p1 .ca del.a')).borderBottomStyle"
    assert tab.evaluate(style) == "dotted"
    tab.click("#subonly")
    assert tab.evaluate(style) == "none"
    assert tab.inner_text("#live") == "13 changes shown"
    tab.click("#subonly")
    assert tab.evaluate(style) == "dotted"


def test_in_line_a_filtered_change_leaves_the_witness_readable(open_page):
    tab = open_page("two")
    tab.click("[data-mode=m-inline]")
    tab.click("#subonly")
    assert tab.inner_text("#p1 .cw").count("March") == 1


def test_what_agrees_can_be_hidden(open_page):
    tab = open_page("two")
    tab.click("#differ")
    assert not tab.is_visible("#p4")
    assert tab.is_visible("#p2")


def test_words_are_found_across_marks(open_page):
    tab = open_page("two")
    tab.keyboard.press("/")
    tab.keyboard.type("debt of 12,500 crowns")
    playwright.expect(tab.locator("#live")).to_have_text("1 found")
    tab.keyboard.press("Enter")
    assert tab.inner_text("#live") == "1 of 1 found"


def test_a_permalink_shows_its_row(open_page):
    tab = open_page("long", fragment="#p200")
    playwright.expect(tab.locator("#p200 h2")).to_be_in_viewport()


@pytest.mark.parametrize("viewport", [WIDE, NARROW])
def test_the_rule_of_a_row_that_differs_is_not_cut_off_in_a_long_report(open_page, viewport):
    tab = open_page("long", viewport=viewport)
    left = "document.querySelector('{}').getBoundingClientRect().left"
    row, heading = tab.evaluate(left.format("#p1")), tab.evaluate(left.format("#p1 h2"))
    assert heading - row >= 13
    assert row >= 0
    bar = tab.evaluate(left.format(".bar .in"))
    assert heading == pytest.approx(bar, abs=1)


def test_a_sign_opens_its_entry_of_the_apparatus(open_page):
    tab = open_page("two")
    assert not tab.is_visible("#p2 .app")
    tab.click("#p2 .ca a.g")
    assert tab.is_visible("#p2 .app")


def test_the_page_can_be_turned_dark_and_light(open_page):
    tab = open_page("two", color_scheme="light")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = tab.evaluate(paper)
    tab.click("#theme")
    assert tab.evaluate(paper) != light
    tab.click("#theme")
    assert tab.evaluate(paper) == light


def test_every_control_is_reached_by_the_tab_key(open_page):
    tab = open_page("two")
    seen = set()
    for _ in range(60):
        tab.keyboard.press("Tab")
        seen.add(tab.evaluate("document.activeElement.id || document.activeElement.className"))
    assert {"skip", "subonly", "differ", "pv", "nx", "q", "theme", "hs"} <= seen


def test_the_long_strip_is_one_stop_of_the_tab_key(open_page):
    tab = open_page("long")
    assert tab.evaluate("document.querySelectorAll('.hs[tabindex=\"0\"]').length") == 1
    tab.focus(".hs")
    tab.keyboard.press("ArrowRight")
    assert (
        tab.evaluate("[...document.querySelectorAll('.hs')].indexOf(document.activeElement)") == 1
    )


def test_screen_readers_hear_which_version_has_the_words(open_page):
    tab = open_page("two")
    content = "getComputedStyle(document.querySelector('#p2 .{}'), '::before').content"
    assert "E1" in tab.evaluate(content.format("ca del.s"))
    assert "E2" in tab.evaluate(content.format("cw ins.s"))


def test_copied_text_is_the_recorded_text(open_page):
    tab = open_page("two", permissions=["clipboard-read", "clipboard-write"])
    copied = tab.evaluate(
        "() => { getSelection().selectAllChildren(document.querySelector('#p2 .cw'));"
        " return getSelection().toString() }"
    )
    assert copied.strip() == letter.two_translations().witnesses[0].paragraphs[1]


def test_on_paper_there_are_no_controls_and_the_apparatus_is_open(open_page):
    tab = open_page("long")
    tab.emulate_media(media="print")
    assert not tab.is_visible("#nx")
    assert tab.is_visible("#p3 .app")
    visibility = "getComputedStyle(document.querySelector('.row')).contentVisibility"
    assert tab.evaluate(visibility) == "visible"


def test_a_report_prints_to_landscape_pages(open_page):
    tab = open_page("two")
    assert tab.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_on_a_narrow_screen_versions_stand_in_line(open_page):
    tab = open_page("two", viewport=NARROW)
    assert tab.get_attribute("[data-mode=m-inline]", "aria-pressed") == "true"
    assert not tab.evaluate("document.querySelector('.prov').open")


def test_without_scripts_everything_can_be_read(open_page):
    tab = open_page("two", java_script_enabled=False)
    assert tab.is_visible("#p2 .ca")
    assert tab.is_visible("#p2 .cw")


def test_an_override_of_the_direction_of_writing_is_shown_and_not_obeyed(open_page):
    tab = open_page("hostile")
    placed = """words => {
        const text = document.querySelector('#p1 .ca');
        const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
        const left = {};
        for (let node; (node = walk.nextNode()); )
            for (const word of words) {
                const at = node.data.indexOf(word);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(node, at);
                range.setEnd(node, at + word.length);
                left[word] = range.getBoundingClientRect().left;
            }
        return words.map(word => left[word]);
    }"""
    left = tab.evaluate(placed, ["envoy", "[U+202E]", "yas", "did", "approve"])
    assert left == sorted(left)
    assert "[U+0007]" in tab.inner_text("#p1")
