"""By when papers are brought to the counter: a day on which it is open."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.matters.accepted import bring_by
from tests.bot.player import BALIKPAPAN


@pytest.mark.parametrize(
    ("filed", "latest"),
    [
        (datetime(2026, 11, 23, 1, tzinfo=UTC), date(2026, 11, 30)),
        (datetime(2026, 11, 28, 1, tzinfo=UTC), date(2026, 12, 7)),  # Saturday, and a week later is a Saturday
        (datetime(2026, 11, 28, 17, tzinfo=UTC), date(2026, 12, 7)),  # Sunday where the office is
    ],
)
def test_papers_are_brought_on_an_open_day(filed: datetime, latest: date) -> None:
    assert bring_by(BALIKPAPAN, filed) == latest
