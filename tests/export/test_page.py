"""The page in a browser, with the network cut."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from graph.export.page import page_frame, write_page
from tests.export.page_browser import PHONE, Visit, browser, visit
from tests.export.page_sample import hostile_graph, large_graph, sample_graph


@pytest.fixture(scope="module")
def opened() -> Iterator[Browser]:
    with browser() as made:
        yield made


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "graph.html"
    write_page(sample_graph(), path)
    return path


@pytest.fixture
def at(opened: Browser, sample: Path) -> Iterator[Visit]:
    with visit(opened, sample) as made:
        yield made
        assert made.messages == []
        assert [url for url in made.requests if not url.startswith(("file:", "data:"))] == []


def visible_counts(at: Visit) -> str:
    return str(at.run("document.getElementById('status').textContent"))


def click_line(at: Visit, words: str) -> None:
    at.page.locator(".line-button", has_text=words).first.click()


def test_it_opens_without_a_request_or_a_message(at: Visit) -> None:
    assert at.run("document.querySelectorAll('#drawing canvas').length") == 1
    assert at.run("document.documentElement.dir") == "rtl"
    assert visible_counts(at) == "10 كيانات، 12 قولاً"


def test_a_click_on_a_line_shows_the_marked_sentence(at: Visit) -> None:
    spot = at.run(
        """(() => {
          const box = document.querySelector('#drawing').getBoundingClientRect();
          return [box.x, box.y, box.width, box.height];
        })()"""
    )
    assert click_somewhere_on_a_line(at, spot)
    assert at.run("document.querySelectorAll('#panel .claim').length") >= 1
    assert at.run("document.querySelectorAll('#panel mark.mark-trigger').length") >= 1


def click_somewhere_on_a_line(at: Visit, spot: list[float]) -> bool:
    """Click along a grid until a line is hit; the address tells what was chosen."""
    left, top, wide, tall = spot
    for row in range(6, 30):
        for column in range(3, 24):
            at.page.mouse.click(left + wide * column / 27, top + tall * row / 36)
            if "claim=" in at.run("location.hash"):
                return True
    return False


def test_accusation_and_denial_stand_side_by_side(at: Visit) -> None:
    click_line(at, "روسيا")
    texts = at.run("[...document.querySelectorAll('#panel .claim')].map(c => c.textContent)")
    assert len(texts) == 3
    assert any("نفي" in text and "دميتري بيسكوف" in text for text in texts)
    assert any("الاحتمال" in text and "أنتوني بلينكن" in text for text in texts)
    denial = "[...document.querySelectorAll('#panel .claim')].find(c => c.textContent.includes('نفى'))"
    marks = at.run(f"Object.fromEntries([...{denial}.querySelectorAll('mark')].map(m => [m.className, m.textContent]))")
    assert marks == {
        "mark-source": "دميتري بيسكوف", "mark-subject": "روسيا", "mark-trigger": "الغزو", "mark-object": "أوكرانيا",
    }  # fmt: skip
    assert at.run(f"{denial}.querySelector('a').href") == "https://example.org/ar/1"
    assert at.run(f"{denial}.querySelector('.outlet').textContent") == "العربية"
    assert at.run(f"{denial}.querySelector('.date').textContent") == "12 نوفمبر 2021"
    assert "أثبته" in at.run("document.getElementById('panel').textContent")


@pytest.mark.parametrize("typed", ["موسكو", "مُوسْكو", "مـوسـكو", "MOSCOW", "moscow", "موسكُو"])
def test_search_finds_moscow_however_it_is_spelled(at: Visit, typed: str) -> None:
    at.page.fill("#search", typed)
    assert at.run("document.querySelector('#hits [aria-selected=true]').textContent") == "موسكوMoscow"
    at.page.keyboard.press("Enter")
    assert "node=moscow" in at.run("location.hash")


@pytest.mark.parametrize(
    ("typed", "found"),
    [("اوكرانيا", "ukraine"), ("انتوني بلينكن", "blinken"), ("الولايات المتحده", "united-states"), ("الاطلسى", "nato")],
)
def test_search_folds_letters(at: Visit, typed: str, found: str) -> None:
    at.page.fill("#search", typed)
    at.page.keyboard.press("Enter")
    assert at.run("new URLSearchParams(location.hash.slice(1)).get('node')") == found


def test_filters(at: Visit) -> None:
    at.page.uncheck("[data-key='predicate:ASSAULT']")
    assert visible_counts(at) == "9 كيانات، 9 أقوال"
    at.page.uncheck("[data-key='type:person']")
    assert "5 أقوال" in visible_counts(at) or "6 أقوال" in visible_counts(at)
    at.page.go_back()
    at.page.go_back()
    assert visible_counts(at) == "10 كيانات، 12 قولاً"
    at.page.hover("[data-key='status:contested'] >> xpath=../..")
    at.page.click("[data-key='only-status:contested']")
    assert visible_counts(at) == "كيانان، 3 أقوال"
    at.page.click("[data-key='reset']")
    assert visible_counts(at) == "10 كيانات، 12 قولاً"


def test_the_address_holds_the_view(opened: Browser, sample: Path) -> None:
    with visit(opened, sample, address="lang=en&view=table&no-status=denied&focus=russia") as there:
        assert there.run("document.documentElement.lang") == "en"
        assert there.run("document.getElementById('table-view').hidden") is False
        assert there.run("document.querySelector('[data-key=\"status:denied\"]').checked") is False
        assert "Neighbours of \u2068Russia\u2069" in there.run("document.getElementById('focus-bar').textContent")


def test_neighbours_way_and_hiding(at: Visit) -> None:
    at.page.fill("#search", "بوتين")
    at.page.keyboard.press("Enter")
    at.page.get_by_text("جواره فقط").click()
    assert visible_counts(at) == "3 كيانات، قولان"
    at.page.get_by_text("وسّع").click()
    assert visible_counts(at) == "6 كيانات، 9 أقوال"
    at.page.locator("#focus-bar").get_by_text("عودة").click()
    at.page.get_by_text("طريق من هنا إلى").click()
    at.page.fill("#search", "دونباس")
    at.page.keyboard.press("Enter")
    assert "أقصر طريق" in at.run("document.getElementById('focus-bar').textContent")
    assert visible_counts(at) == "4 كيانات، 6 أقوال"
    at.page.locator("#focus-bar").get_by_text("عودة").click()
    at.page.fill("#search", "الناتو")
    at.page.keyboard.press("Enter")
    at.page.get_by_text("إخفاء").click()
    assert visible_counts(at) == "8 كيانات، 10 أقوال"


def test_a_citation_can_be_copied(at: Visit) -> None:
    click_line(at, "روسيا")
    at.page.evaluate("document.execCommand = () => { window.copied = document.activeElement.value; return true }")
    at.page.locator(".claim").last.get_by_text("نسخ الاقتباس").click()
    at.until("document.getElementById('status').textContent === 'نُسخ الاقتباس'")


def test_a_report_can_be_printed(at: Visit) -> None:
    at.page.evaluate("window.print = () => { window.printed = true }")
    at.page.click("#takeaway summary")
    at.page.click("[data-take=print]")
    assert at.run("printed && document.querySelectorAll('#report .claim').length") == 12


def test_a_large_graph_opens_on_its_strongest_entities(opened: Browser, tmp_path: Path) -> None:
    write_page(large_graph(), tmp_path / "graph.html")
    with visit(opened, tmp_path / "graph.html", address="lang=en") as large:
        assert large.run("document.getElementById('drawn').textContent") == "The strongest 120 of 400 entities"
        large.page.fill("#search", "entity number 399")
        large.page.keyboard.press("Enter")
        assert large.run("document.querySelector('#panel h2').textContent") == "Entity number 399"
        assert large.messages == []


def test_a_notebook_shows_it_in_a_frame(opened: Browser, tmp_path: Path) -> None:
    (tmp_path / "notebook.html").write_text(
        f"<!DOCTYPE html><html data-ready=true>{page_frame(sample_graph(), language='en')}</html>", encoding="utf-8"
    )
    with visit(opened, tmp_path / "notebook.html") as notebook:
        frame = notebook.page.frame_locator("iframe")
        frame.locator(".line-button").first.click()
        assert frame.locator(".claim").count() == 3
        assert notebook.messages == []


def test_no_serious_fault_of_accessibility(opened: Browser, sample: Path) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    for address in ("", "lang=en&node=russia", "view=table"):
        for scheme in ("light", "dark"):
            with visit(opened, sample, address=address, color_scheme=scheme, bypass_csp=True) as there:
                faults = axe.run(there.page).response["violations"]
                assert [(fault["id"], fault["nodes"][0]["html"]) for fault in faults] == []


def test_the_language_switch_mirrors_the_page(at: Visit) -> None:
    assert at.run("document.getElementById('filters').getBoundingClientRect().x > 640") is True
    at.page.click("#switch-language")
    assert at.run("document.documentElement.dir") == "ltr"
    assert at.run("document.getElementById('filters').getBoundingClientRect().x") == 0
    assert visible_counts(at) == "10 entities, 12 statements"
    at.page.click("#switch-language")
    assert at.run("document.documentElement.dir") == "rtl"


def test_the_table_holds_the_same(at: Visit) -> None:
    at.page.click("#switch-view")
    assert at.run("document.querySelectorAll('#table-view tr[data-statement]').length") == 12
    at.page.locator("#table-view tr", has_text="نفي").first.get_by_text("الجملة").click()
    assert at.run("document.querySelectorAll('#panel .claim').length") >= 1


def test_light_and_dark(at: Visit) -> None:
    light = at.run("getComputedStyle(document.body).backgroundColor")
    at.page.click("#switch-theme")
    assert at.run("getComputedStyle(document.body).backgroundColor") != light


def test_the_keyboard_reaches_everything(at: Visit) -> None:
    reached = set()
    for _ in range(40):
        at.page.keyboard.press("Tab")
        reached.add(at.run("document.activeElement.id || document.activeElement.closest('[id]')?.id"))
    assert {"search", "switch-view", "switch-theme", "switch-language", "filters"} <= reached
    at.page.keyboard.press("Escape")
    at.page.evaluate("document.body.tabIndex = -1; document.body.focus()")
    at.page.keyboard.press("/")
    assert at.run("document.activeElement.id") == "search"


def test_taking_away(at: Visit) -> None:
    for kind, name in (("csv", "khabar.csv"), ("json", "khabar.json"), ("svg", "khabar.svg"), ("png", "khabar.png")):
        at.page.click("#takeaway summary")
        with at.page.expect_download() as taken:
            at.page.click(f"[data-take={kind}]")
        assert taken.value.suggested_filename == name
        content = taken.value.path().read_bytes()
        if kind == "json":
            assert len(json.loads(content)["statements"]) == 12
        if kind == "csv":
            assert content.decode("utf-8-sig").count("\r\n") == 13
        if kind == "svg":
            assert "روسيا" in content.decode()


@pytest.mark.parametrize("address", ["", "lang=en", "claim=1", "node=russia", "view=table"])
def test_a_phone_needs_no_sideways_scrolling(opened: Browser, sample: Path, address: str) -> None:
    with visit(opened, sample, PHONE, address, has_touch=True, is_mobile=True) as phone:
        assert phone.run("document.documentElement.scrollWidth <= innerWidth && innerWidth === 360") is True
        phone.page.tap("#open-filters")
        assert phone.page.is_visible("[data-key='type:person']")
        assert phone.run("document.documentElement.scrollWidth <= innerWidth") is True
        assert phone.messages == []


PAYLOADS = [
    "<script>executed.push(1)</script>",
    "</script><script>executed.push(1)</script>",
    "<!--<script>executed.push(1)</script>-->",
    "<img src=x onerror=executed.push(1)>",
    "<svg onload=executed.push(1)><animate onbegin=executed.push(1) attributeName=x dur=1s>",
    '"><iframe srcdoc="<script>parent.executed.push(1)</script>">',
    "' onmouseover='executed.push(1)' autofocus onfocus='executed.push(1)",
    "javascript:executed.push(1)",
    "data:text/html,<script>opener.executed.push(1)</script>",
    "{{ constructor.constructor('executed.push(1)')() }}",
    "{% for x in [1] %}${executed.push(1)}{% endfor %}",
    "</style><style>*{background:url(https://example.org/x)}</style>",
    "\u202e\u2066evil\u2069 txt.exe\u202c",
    "\u200b\u200d\ufeff\x00\x08\x1b[31m\u2028\u2029",
    "__proto__",
    "constructor",
    "</title><base href=https://example.org/>",
    "&lt;script&gt;executed.push(1)&lt;/script&gt;&#60;",
    "\\u003cscript\\u003eexecuted.push(1)\\u003c/script\\u003e",
    "\ud800\udfff ا" * 3,
    "A" * 100_000,
]


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: ascii(payload)[:28])
def test_hostile_texts_are_only_text(opened: Browser, tmp_path: Path, payload: str) -> None:
    write_page(hostile_graph(payload), tmp_path / "graph.html", title=payload)
    with visit(opened, tmp_path / "graph.html") as there:
        click_first_everywhere(there)
        assert there.run("executed") == []
        assert [message for message in there.messages if "Content Security" not in message] == []
        assert there.messages == []
        assert [url for url in there.requests if not url.startswith(("file:", "data:", "blob:"))] == []
        assert there.run("document.querySelectorAll('iframe, base, img, object').length") == 0
        assert there.run("document.documentElement.scrollWidth <= innerWidth") is True


def click_first_everywhere(there: Visit) -> None:
    """Open a pair, an entity, the table, the filters, and hover over the drawing."""
    there.page.locator(".line-button").first.click()
    assert there.run("document.querySelectorAll('#panel .claim').length") == 1
    there.page.locator("#panel .entity").first.click()
    there.page.fill("#search", "executed")
    there.page.mouse.move(640, 400)
    there.page.click("#switch-language")
    there.page.click("#switch-view")
