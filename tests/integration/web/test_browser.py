"""A real browser on the real service: a person finds a draft, reads the comparison, filters it, asks for a status."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from antecedent.resolutions.models import Document
from deploy.local.process import free_port
from tests.integration.web.conftest import DRAFT, PRIOR

pytestmark = pytest.mark.browser
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"]


@pytest.fixture(scope="module")
def address(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = free_port()
    environment = os.environ | {"ANTECEDENT_DATABASE_URL": database, "ANTECEDENT_HTTP": f"127.0.0.1:{port}"}
    log = (tmp_path_factory.mktemp("log") / "web.log").open("w")
    command = [str(Path(sys.executable).parent / "antecedent-web")]
    with log, subprocess.Popen(command, env=environment, stdout=log, stderr=log) as service:
        until_listening(port, service)
        yield f"http://127.0.0.1:{port}"
        service.terminate()


def until_listening(port: int, service: subprocess.Popen[bytes], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while service.poll() is None and time.monotonic() < end:
        with contextlib.suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.05)
    pytest.fail("antecedent-web does not listen")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None and os.environ.get("CI") != "true":
        pytest.skip("no chromium on this machine (Debian's package chromium)")
    assert chromium, "CI needs chromium (Debian's package chromium)"
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1360, "height": 900})
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("requestfailed", lambda request: faults.append(request.url))
    opened.goto(address)
    yield opened
    assert faults == []
    opened.close()


def test_from_the_register_to_a_filtered_comparison(page: Page, read: dict[str, Document]) -> None:
    page.get_by_role("link", name=str(read[DRAFT].symbol)).first.click()
    expect(page.locator("main, body").first).to_contain_text(str(read[PRIOR].symbol))
    changed = page.locator("tr.row.amended")
    expect(changed.first).to_be_visible()
    expect(changed.first.locator("ins, del").first).to_be_visible()
    page.locator("#show-amended").uncheck()
    expect(changed.first).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_person_asks_how_a_text_stands(page: Page, read: dict[str, Document]) -> None:
    page.get_by_role("link", name="Status of a text").click()
    page.get_by_label("Symbol").fill(str(read[PRIOR].symbol))
    page.get_by_role("button", name="Look up").click()
    expect(page.get_by_text(str(read[PRIOR].symbol)).first).to_be_visible()
    expect(page.locator(".state").first).to_have_text("in-force")


def test_the_pages_fit_a_telephone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{address}/status")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
