"""An officer's browser: the pages of the back office by HTTP, with the token each of them carries."""

from __future__ import annotations

import re

import requests

from registry.demo.staff import PASSWORD


class Desk:
    def __init__(self, web: str, username: str) -> None:
        self._web = web
        self._browser = requests.Session()
        page = self.do("/masuk", username=username, password=PASSWORD)
        assert page.url != f"{web}/masuk", "not let in"

    def do(self, path: str, **form: str | list[str]) -> requests.Response:
        """Posts as a form of the page does, and follows to the next page."""
        token = re.findall(r'name="csrf-token" content="([^"]+)"', self._browser.get(f"{self._web}/masuk").text)[0]
        done = self._browser.post(self._web + path, {"csrf_token": token, **form}, timeout=30)
        done.raise_for_status()
        return done

    def take_next(self) -> str:
        """The address of the case."""
        return self.do("/antrean/berikut").url.removeprefix(self._web)

    def reads(self, words: str, path: str) -> bool:
        return words in self._browser.get(self._web + path).text

    def first(self, pattern: str, path: str) -> str:
        """What the pattern's group finds on the page."""
        return str(re.findall(pattern, self._browser.get(self._web + path).text)[0])
