"""The picture of the page view in the README: ``python -m tests.view_picture`` (needs Chromium and selenium)."""

from __future__ import annotations

import io
import pathlib
import shutil
import sys
import tempfile

from PIL import Image
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from tests.truth_report import FIXTURES

import kamerbrief

LETTER = FIXTURES / "bzk-2018-joint-two-ministries" / "letter.pdf"
PICTURE = FIXTURES / "view.png"
COLOURS = 64


def main() -> int:
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1300,900"):
        options.add_argument(argument)
    source = kamerbrief.load(LETTER)
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder, "brief.html")
        page.write_text(kamerbrief.to_html(kamerbrief.parse(source), source), "utf-8")
        browser = webdriver.Chrome(service=webdriver.ChromeService(shutil.which("chromedriver")), options=options)
        browser.get(page.as_uri())
        entry = next(
            one for one in browser.find_elements(By.CSS_SELECTOR, "aside li") if one.text.startswith("subject")
        )
        ActionChains(browser).move_to_element(entry).perform()
        shot = Image.open(io.BytesIO(browser.get_screenshot_as_png()))
        browser.quit()
    shot.convert("RGB").quantize(COLOURS).save(PICTURE, optimize=True)
    print(f"{PICTURE.name}: {PICTURE.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
