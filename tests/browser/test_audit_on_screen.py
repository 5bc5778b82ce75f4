"""The page of an audit in Chromium: it opens from a file, works by keyboard, excludes nobody."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from provtrack.checking import AuditRequest, audit_files
from provtrack.reporting import render_audit

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
WIDE, NARROW = {"width": 1400, "height": 900}, {"width": 390, "height": 900}
SAMPLE = Path(__file__).parents[2] / "reports" / "specimen-article.audit.html"
SOURCE = "The envoy \u202esaid\u202c that the talks did not end, and that <b>nobody</b> was asked."
HOSTILE = (
    "He &lt;img src=x&gt; wrote: “that the talks did end, and that”.[^<img>]\n\n[^<img>]: A note.\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """The sample, an audit of two hostile files, and one of a file without quotations."""
    place = tmp_path_factory.mktemp("audits")
    shutil.copy(SAMPLE, place / "sample.html")
    (place / "sources").mkdir()
    (place / "sources" / "<letter>.txt").write_text(SOURCE, "utf-8")
    (place / "a.md").write_text(HOSTILE, "utf-8")
    (place / "b.md").write_text("No words of others.", "utf-8")
    for name, files in (("two", ["a.md", "b.md"]), ("none", ["b.md"])):
        request = AuditRequest(publications=[place / one for one in files], against=["sources"])
        report = audit_files(request, place, tell=lambda _: None)
        (place / f"{name}.html").write_text(render_audit(report), "utf-8")
    return place


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with playwright.sync_playwright() as engine:
        chromium = engine.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


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


@pytest.mark.parametrize("name", ["sample", "two", "none"])
def test_an_audit_opens_without_network_and_without_error(open_page, name):
    tab = open_page(name)
    assert [url for url in tab.asked if not url.startswith("file:")] == []
    assert tab.errors == []


@pytest.mark.parametrize("name", ["sample", "two", "none"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW])
def test_no_page_scrolls_sideways(open_page, name, viewport):
    tab = open_page(name, viewport=viewport)
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("name", ["sample", "two"])
@pytest.mark.parametrize(
    ("scheme", "viewport"), [("light", WIDE), ("dark", WIDE), ("light", NARROW)]
)
def test_axe_finds_no_barrier(open_page, name, scheme, viewport):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing")
    tab = open_page(name, color_scheme=scheme, viewport=viewport, reduced_motion="reduce")
    tab.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true })")
    found = axe.Axe().run(tab).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []


def test_keys_walk_through_what_needs_attention(open_page):
    tab = open_page("sample")
    tab.keyboard.press("n")
    first = tab.evaluate("document.activeElement.id")
    tab.keyboard.press("n")
    tab.keyboard.press("p")
    assert tab.evaluate("document.activeElement.id") == first
    assert tab.locator("#live").inner_text().startswith("1 of ")


def shown(tab, selector: str) -> int:
    return tab.locator(selector).evaluate_all(
        "cards => cards.filter(card => card.getClientRects().length).length"
    )


def test_filters_work_without_a_script(open_page):
    tab = open_page("sample", java_script_enabled=False)
    tab.check("#only")
    assert tab.locator(".card.good").first.is_hidden()
    assert tab.locator(".card.fault").first.is_visible()


def test_a_verdict_can_be_hidden(open_page):
    tab = open_page("sample")
    assert shown(tab, ".card.v-distorted") == 2
    tab.click(".filt summary")
    tab.uncheck("#v-distorted")
    assert shown(tab, ".card.v-distorted") == 0


def test_without_a_script_no_control_is_shown_that_would_do_nothing(open_page):
    tab = open_page("sample", java_script_enabled=False)
    assert tab.locator("#walk, #theme").evaluate_all("all => all.every(one => one.hidden)")


def test_the_mark_in_the_text_leads_to_its_card_and_back(open_page):
    tab = open_page("sample")
    tab.locator(".text a.g.fault").first.click()
    card = tab.url.partition("#")[2]
    assert "fault" in tab.locator(f"#{card}").get_attribute("class")
    tab.locator(f"#{card} a.num").click()
    row = tab.url.partition("#")[2]
    assert tab.locator(f"#{row} #{card}").count() == 1


def test_every_link_leads_somewhere(open_page):
    tab = open_page("sample")
    assert tab.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].filter("
        "link => !document.getElementById(link.getAttribute('href').slice(1)))"
        ".map(link => link.outerHTML)"
    ) == []  # fmt: skip


def test_words_of_a_publication_and_a_source_are_never_markup(open_page):
    tab = open_page("two")
    assert tab.locator("main script, main img, main b:text('nobody')").count() == 0
    assert "<img src=x>" in tab.locator(".text").first.inner_text()
    assert "[U+202E]" in tab.locator(".card").first.inner_text()


def test_on_paper_every_source_is_unfolded(open_page):
    tab = open_page("sample")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    tab.emulate_media(media="print")
    assert tab.locator(".card details:not([open])").count() == 0
    assert tab.locator("#bar .in").is_hidden()
    assert len(tab.pdf()) > 10_000


def test_a_publication_without_quotations_is_not_called_right(open_page):
    assert "nothing was checked" in open_page("none").locator(".sum").inner_text()
