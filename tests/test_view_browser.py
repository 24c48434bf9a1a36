"""The letter beside its page in a real browser: pointing, keyboard, search, print; no error and no request.

Needs selenium (extra ``dev``) and Chromium with its driver (Debian: ``chromium chromium-driver``).
"""

from __future__ import annotations

import base64
import json
import pathlib
import shutil
from collections.abc import Iterator

import pytest
from tests.truth_report import FIXTURES

import kamerbrief

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
if BROWSER is None or DRIVER is None:
    pytest.skip("no Chromium with chromedriver is installed", allow_module_level=True)
selenium = pytest.importorskip("selenium", reason="selenium is not installed (extra dev)")

from selenium import webdriver  # noqa: E402
from selenium.webdriver.common.action_chains import ActionChains  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402
from selenium.webdriver.remote.webelement import WebElement  # noqa: E402

NASTY = """Betreft <img src=x onerror="document.title='taken'">

Geachte voorzitter,

</script><script>document.title = "taken"</script> Zie https://www.voorbeeld.nl/"onmouseover="document.title='taken'.
"""
LETTERS = {
    "pdf": FIXTURES / "jenv-2022-imrf-like" / "letter.pdf",
    "text": FIXTURES / "szw-2024-draft-with-defects" / "letter.txt",
}


@pytest.fixture(scope="module")
def browser() -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = BROWSER or ""
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--window-size=1400,900",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(service=webdriver.ChromeService(DRIVER), options=options)
    yield driver
    driver.quit()


@pytest.fixture(params=[*LETTERS, "nasty"])
def page(
    request: pytest.FixtureRequest, browser: webdriver.Chrome, tmp_path: pathlib.Path
) -> Iterator[webdriver.Chrome]:
    name: str = request.param
    source = kamerbrief.load(NASTY.encode() if name == "nasty" else LETTERS[name])
    file = tmp_path / "brief.html"
    file.write_text(kamerbrief.to_html(kamerbrief.parse(source), source), "utf-8")
    browser.get_log("browser")  # type: ignore[no-untyped-call]
    browser.get_log("performance")  # type: ignore[no-untyped-call]
    browser.get(file.as_uri())
    yield browser
    assert browser.get_log("browser") == []  # type: ignore[no-untyped-call]
    log = browser.get_log("performance")  # type: ignore[no-untyped-call]
    events = [json.loads(entry["message"])["message"] for entry in log]
    asked = [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]
    assert [url for url in asked if not url.startswith("data:")] == [file.as_uri()]
    assert "taken" not in browser.title.split()


def entries(page: webdriver.Chrome) -> list[WebElement]:
    return [one for one in page.find_elements(By.CSS_SELECTOR, "aside li button") if one.is_displayed()]


def placed(page: webdriver.Chrome) -> list[WebElement]:
    """The entries that have a place on the page."""
    ids = {one for mark in page.find_elements(By.CSS_SELECTOR, "main [data-ids]") for one in ids_of(mark)}
    return [one for one in entries(page) if ids_of(one)[0] in ids]


def ids_of(element: WebElement) -> list[str]:
    return (element.get_attribute("data-ids") or "").split()


def shown(page: webdriver.Chrome, where: str) -> set[str]:
    """The ids of what is marked on one side."""
    marked = page.find_elements(By.CSS_SELECTOR, f"{where} [data-ids].on, {where} .on [data-ids]")
    return {one for element in marked for one in ids_of(element)}


def in_view(page: webdriver.Chrome, element: WebElement) -> bool:
    script = """const a = arguments[0].getBoundingClientRect();
        const b = arguments[0].closest("main, aside").getBoundingClientRect();
        return a.bottom > b.top && a.top < b.bottom"""
    return bool(page.execute_script(script, element))


def test_pointing_at_a_value_shows_its_place(page: webdriver.Chrome) -> None:
    for entry in [placed(page)[0], placed(page)[-1]]:
        page.execute_script("arguments[0].scrollIntoView({block: 'center'})", entry)
        ActionChains(page).move_to_element(entry).perform()
        (number,) = ids_of(entry)
        assert number in shown(page, "main")
        marks = page.find_elements(By.CSS_SELECTOR, "main .on")
        assert any(in_view(page, mark) for mark in marks)


def test_pointing_at_a_place_shows_its_value(page: webdriver.Chrome) -> None:
    mark = page.find_elements(By.CSS_SELECTOR, "main g:not(.furniture) rect, main span:not(.furniture)[data-ids]")[0]
    page.execute_script("arguments[0].scrollIntoView({block: 'center'})", mark)
    ActionChains(page).move_to_element(mark).perform()
    (number,) = shown(page, "aside")
    assert number in shown(page, "main")
    assert in_view(page, page.find_element(By.CSS_SELECTOR, "aside li.on"))
    ActionChains(page).click().perform()
    assert ids_of(page.switch_to.active_element) == [number]


def test_keyboard(page: webdriver.Chrome) -> None:
    first, *_ = placed(page)
    search = page.find_element(By.ID, "search")
    ActionChains(page).send_keys(Keys.TAB).perform()
    page.execute_script("document.querySelector('aside').focus()")
    page.find_element(By.TAG_NAME, "body").send_keys("/")
    assert page.switch_to.active_element == search
    for _ in range(60):
        if page.switch_to.active_element == first:
            break
        ActionChains(page).send_keys(Keys.TAB).perform()
    assert page.switch_to.active_element == first
    assert ids_of(first)[0] in shown(page, "main")
    ActionChains(page).send_keys(Keys.ENTER).perform()
    assert page.switch_to.active_element.tag_name == "main"
    ActionChains(page).send_keys(Keys.ESCAPE).perform()
    assert page.switch_to.active_element == first
    ActionChains(page).send_keys(Keys.ARROW_DOWN).perform()
    following = entries(page)[entries(page).index(first) + 1]
    assert page.switch_to.active_element == following
    ActionChains(page).send_keys(Keys.ARROW_UP).perform()
    assert page.switch_to.active_element == first


def test_search(page: webdriver.Chrome) -> None:
    search, before = page.find_element(By.ID, "search"), len(entries(page))
    wanted = placed(page)[0].text
    search.send_keys(" ".join(reversed(wanted.upper().split())))
    left = entries(page)
    assert wanted in [entry.text for entry in left]
    assert len(left) < before
    assert page.find_element(By.ID, "found").text == f"{len(left)} found"
    search.send_keys(Keys.ESCAPE)
    assert len(entries(page)) == before


def test_screen_reader_has_names_for_all(page: webdriver.Chrome) -> None:
    script = """return [...document.querySelectorAll("button, a, input, img, main, aside, ul")]
        .filter((one) => !(one.textContent.trim() || one.alt || one.ariaLabel || one.labels?.length)).length"""
    assert page.execute_script(script) == 0
    assert len(page.find_elements(By.CSS_SELECTOR, "h1")) == 1
    for drawing in page.find_elements(By.CSS_SELECTOR, "main svg"):
        assert drawing.get_attribute("aria-hidden") == "true"


def test_print_holds_pages_and_values(page: webdriver.Chrome) -> None:
    printed = kamerbrief.load(base64.b64decode(page.print_page()))
    assert "Diagnostics" in printed.text
    assert "Search" not in printed.text
    assert len(printed.pages) > 1
