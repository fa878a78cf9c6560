"""A browser without a network for the page's tests: Debian's Chromium, driven by Playwright."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
DESKTOP, PHONE = (1280, 800), (360, 740)


@contextmanager
def browser() -> Iterator[Browser]:
    """Chromium; where there is none the tests fail in CI and are skipped elsewhere."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        reason = "no Chromium found: the page's tests need one (apt-get install chromium)"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        yield opened
        opened.close()


@dataclass
class Visit:
    """An open page and all that went wrong or out while it was open."""

    page: Page
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def run(self, script: str) -> Any:
        return self.page.evaluate(script)

    def until(self, script: str, seconds: float = 10) -> None:
        """Wait for an expression to hold. Playwright's `wait_for_function` needs eval, which the page forbids."""
        end = monotonic() + seconds
        while not self.run(script):
            assert monotonic() < end, f"never came true: {script}"
            sleep(0.05)


@contextmanager
def visit(
    opened: Browser, path: Path, size: tuple[int, int] = DESKTOP, address: str = "", **options: Any
) -> Iterator[Visit]:
    """Open a page from disk with the network cut."""
    context = opened.new_context(viewport={"width": size[0], "height": size[1]}, offline=True, **options)
    context.route(lambda url: not url.startswith("file:"), lambda route: route.abort())
    made = Visit(context.new_page())
    made.page.on("request", lambda request: made.requests.append(request.url))
    made.page.on("console", lambda message: made.messages.append(message.text))
    made.page.on("pageerror", lambda error: made.messages.append(str(error)))
    made.page.on("dialog", lambda dialog: made.messages.append(f"dialog {dialog.message}"))
    made.page.add_init_script("window.executed = []")
    made.page.goto(f"{path.as_uri()}#{address}")
    made.until("document.documentElement.dataset.ready === 'true'")
    yield made
    context.close()
