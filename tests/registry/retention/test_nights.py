"""When a round is made: once a night, bit by bit, and not where a night comes of a sudden."""

from __future__ import annotations

from datetime import timedelta
from math import inf

import pytest

from registry.models import Case, Night
from registry.retention.nightly import Retention, night_of
from tests.registry.desk import MONDAY
from tests.registry.retention.conftest import Kept


def test_a_night_is_worked_through_once(kept: Kept) -> None:
    retention = Retention(kept.database, kept.journal)
    assert retention.tonight(MONDAY, inf) is not None
    assert retention.tonight(MONDAY + timedelta(hours=3), inf) is None
    assert retention.tonight(MONDAY + timedelta(days=1), inf) is not None
    assert [night.day for night in kept.all(Night)] == [night_of(MONDAY), night_of(MONDAY + timedelta(days=1))]


def test_a_clock_that_jumps_ahead_deletes_nothing(kept: Kept) -> None:
    """A case of Monday is to stay for weeks: for some minutes the machine believes that they are over."""
    kept.case(closed=MONDAY)
    retention = Retention(kept.database, kept.journal)
    retention.tonight(MONDAY, inf)
    ahead = MONDAY + timedelta(days=90)
    assert retention.tonight(ahead, inf) is None and retention.tonight(ahead + timedelta(minutes=1), inf) is None
    tuesday = MONDAY + timedelta(days=1)
    assert retention.tonight(tuesday, inf) == {} and kept.all(Case)[0].erased_at is None


@pytest.mark.parametrize("apart", [1, 2, 5])
def test_after_nights_without_a_round_it_waits_for_one_more(kept: Kept, apart: int) -> None:
    """Also where the machine is on only now and then."""
    kept.case()
    retention = Retention(kept.database, kept.journal)
    nights = [MONDAY - timedelta(days=90) + number * timedelta(days=apart) for number in range(3)]
    ran = [retention.tonight(night, inf) is not None for night in nights]
    assert ran == [True, apart == 1, True]


def test_what_the_time_did_not_suffice_for_is_done_in_the_next_minute(kept: Kept) -> None:
    kept.case()
    retention = Retention(kept.database, kept.journal)
    retention.tonight(MONDAY, -1)
    assert kept.all(Case)[0].erased_at is None and kept.all(Night)[0].finished_at is None
    assert dict(retention.tonight(MONDAY, inf) or {})["cases"] == 1
