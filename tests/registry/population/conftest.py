"""The data service's stand-in, well again before each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.centre import Centre, running


@pytest.fixture(scope="session")
def standing_in() -> Iterator[Centre]:
    with running() as centre:
        yield centre


@pytest.fixture
def centre(standing_in: Centre) -> Centre:
    standing_in.feels("well")
    return standing_in
