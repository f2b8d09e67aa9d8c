"""The stand-in for the centre's data service, as a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import requests

from registry.population.data_service import DataService

USER, KEY = "loket", "rahasia-contoh"


@dataclass(frozen=True)
class Centre:
    url: str

    def feels(self, mood: str, elsewhere: str = "", quota: int | None = None) -> None:
        told = {"mood": mood, "elsewhere": elsewhere, "quota": quota}
        requests.post(urljoin(self.url, "/control/mood"), json=told, timeout=10).raise_for_status()

    def asked(self) -> list[list[str]]:
        """The elements of each look-up so far."""
        answer = requests.get(urljoin(self.url, "/control/asked"), timeout=10).json()
        return list(answer["asked"])

    def client(self, key: str = KEY, within: float = 10.0) -> DataService:
        return DataService(self.url, USER, key, within=within)


@contextmanager
def running() -> Iterator[Centre]:
    command = [sys.executable, "-m", "centre", "--port", "0", "--user", USER, "--key", KEY]
    root = Path(__file__).resolve().parent.parent
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=root) as process:
        assert process.stdout
        try:
            yield Centre(process.stdout.readline().split(" on ")[1].strip())
        finally:
            process.kill()
