"""Chromium as an independent reader of pages, driven through chromedriver's own protocol (W3C WebDriver)."""

import base64
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

needs_chromium = [
    pytest.mark.render,
    pytest.mark.skipif(not (shutil.which("chromium") and shutil.which("chromedriver")), reason="no Chromium here"),
]
_QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


class Browser:
    """One window."""

    def __init__(self, address: str, profile: Path) -> None:
        options = {"binary": shutil.which("chromium"), "args": [*_QUIET, f"--user-data-dir={profile}"]}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}
        self._address = address
        started = self._send("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self._address += f"/session/{started['sessionId']}"
        self.tell("Page.navigate", url="about:blank")

    def open(self, page: Path) -> None:
        """Loads a page from the disk."""
        self._send("POST", "/url", {"url": page.as_uri()})

    def look(self, width: int, scheme: str = "light") -> None:
        """As wide as a screen, in a colour scheme."""
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
        self.tell("Emulation.setDeviceMetricsOverride", **size)
        self.tell("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def ask(self, script: str) -> Any:
        """What a script of the test returns; the page's own policy does not hold for it."""
        return self._send("POST", "/execute/sync", {"script": script, "args": []})

    def tell(self, command: str, **parameters: Any) -> Any:
        """A command of the DevTools protocol."""
        return self._send("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def picture(self) -> bytes:
        """The whole page as PNG."""
        return base64.b64decode(self.tell("Page.captureScreenshot", captureBeyondViewport=True)["data"])

    def printed(self) -> bytes:
        """The page as it is printed, as PDF."""
        return base64.b64decode(self.tell("Page.printToPDF", preferCSSPageSize=True)["data"])

    def complaints(self) -> list[str]:
        """Errors and warnings of the console."""
        return [entry["message"] for entry in self._send("POST", "/se/log", {"type": "browser"})]

    def requests(self) -> list[str]:
        """Addresses asked for since the last time; what the browser's own first page asks for is not the page's."""
        told = (json.loads(e["message"])["message"] for e in self._send("POST", "/se/log", {"type": "performance"}))
        asked = (t["params"]["request"]["url"] for t in told if t["method"] == "Network.requestWillBeSent")
        return [address for address in asked if not address.startswith(("chrome:", "about:", "data:"))]

    def close(self) -> None:
        """Ends the session."""
        self._send("DELETE", "")

    def _send(self, method: str, path: str, data: dict[str, Any] | None = None) -> Any:
        body = None if data is None else json.dumps(data).encode()
        request = Request(self._address + path, body, {"Content-Type": "application/json"}, method=method)
        with urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]


@contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    """A browser with a profile of its own; gone when the block ends."""
    with subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, encoding="utf-8") as driver:
        try:
            said = iter(driver.stdout or ())
            port = next(m[1] for line in said if (m := re.search(r"started successfully on port (\d+)", line)))
            window = Browser(f"http://127.0.0.1:{port}", profile)
            try:
                yield window
            finally:
                window.close()
        finally:
            driver.terminate()
