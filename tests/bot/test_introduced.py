"""Who says only for whom they work."""

from __future__ import annotations

import pytest

from bot.meaning.introduced import only_introduced


@pytest.mark.parametrize(
    "text", ["sy bidan", "saya dari panti", "halo min, kami dari puskesmas baru", "saya ketua RT 05"]
)
def test_nothing_else_is_said(text: str) -> None:
    assert only_introduced(text)


@pytest.mark.parametrize(
    "text", ["saya bidan mau bikin akta bayi", "rt saya minta uang", "dari rs", "saya dari samarinda"]
)
def test_more_is_said(text: str) -> None:
    assert not only_introduced(text)
