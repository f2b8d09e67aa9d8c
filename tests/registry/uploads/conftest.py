"""The models, loaded once for all tests that read."""

from __future__ import annotations

import pytest

from registry import catalogue
from registry.uploads.ocr import Ocr
from registry.uploads.reader import PaperReader, expected_words


@pytest.fixture(scope="session")
def reader() -> PaperReader:
    return PaperReader(expected_words(catalogue.load().values()), Ocr())
