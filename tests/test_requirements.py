"""Tests run with what an office runs: a package pinned for one alone fails on a new machine."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PIN = re.compile(r"^[a-z0-9].*==\S+", re.MULTILINE)


def pins(file: str) -> set[str]:
    return set(PIN.findall((ROOT / file).read_text()))


def test_tests_run_with_every_package_of_an_office() -> None:
    assert pins("requirements.txt")
    assert pins("requirements.txt") <= pins("requirements-dev.txt"), "`make lock` pins both anew"
