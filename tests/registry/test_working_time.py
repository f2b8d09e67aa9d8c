"""Opening hours, promises in working hours, waking hours."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.calendar.working_time import WEEKDAYS, Interval, OpeningHours, is_waking, last_waking, next_waking

SAMARINDA = {
    "zone": "Asia/Makassar",
    "weekly": {
        **{day: [["08:00", "12:00"], ["13:00", "15:00"]] for day in ("mon", "tue", "wed", "thu")},
        "fri": [["08:00", "11:00"]],
    },
    "closed": ["2026-12-25"],
}
HOURS = OpeningHours.from_json(SAMARINDA)
WITA = ZoneInfo("Asia/Makassar")


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """Local time in November 2026; the 23rd is a Monday."""
    return datetime(2026, month, day, hour, minute, tzinfo=WITA)


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        (at(23, 8), at(23, 8)),
        (at(23, 9, 30), at(23, 9, 30)),
        (at(23, 7, 59), at(23, 8)),
        (at(23, 12), at(23, 13)),
        (at(23, 15), at(24, 8)),
        (at(27, 11), at(30, 8)),
        (at(22, 19, 10), at(23, 8)),
        (at(24, 18, month=12), at(28, 8, month=12)),
    ],
)
def test_the_next_opening(moment: datetime, opens: datetime) -> None:
    assert HOURS.next_opening(moment) == opens
    assert HOURS.is_open(moment) == (moment == opens)


@pytest.mark.parametrize(
    ("start", "hours", "ready"),
    [
        (at(23, 8), 4, at(23, 12)),
        (at(23, 8), 4.5, at(23, 13, 30)),
        (at(23, 11), 24, at(27, 11)),
        (at(23, 11), 24.25, at(30, 8, 15)),
        (at(22, 3), 6, at(23, 15)),
        (at(24, 14, month=12), 2, at(28, 9, month=12)),
        (at(22, 3), 0, at(22, 3)),
    ],
)
def test_a_promise_counts_only_hours_of_work(start: datetime, hours: float, ready: datetime) -> None:
    assert HOURS.add_working_hours(start, hours) == ready


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        (at(23, 8), at(23, 15), 360),
        (at(23, 11, 30), at(23, 13, 30), 60),
        (at(27, 10), at(30, 8, 30), 90),
        (at(21, 0), at(22, 23), 0),
        (at(23, 15), at(23, 8), 0),
        (at(1, 0), at(1, 0, month=12), 4 * 4 * 360 + 4 * 180 + 360),
    ],
)
def test_minutes_of_work_between(start: datetime, end: datetime, minutes: int) -> None:
    assert HOURS.working_minutes_between(start, end) == minutes


@pytest.mark.parametrize(
    ("moment", "ended"),
    [
        (at(23, 9), at(23, 9)),
        (at(23, 12, 30), at(23, 12)),
        (at(23, 7), at(20, 11)),  # on Friday
        (at(29, 2), at(27, 11)),
        (at(26, 9, month=12), at(24, 15, month=12)),  # Saturday after a closed Friday
    ],
)
def test_the_last_moment_of_work(moment: datetime, ended: datetime) -> None:
    assert HOURS.last_open(moment) == ended


def test_waking_hours_are_local() -> None:
    waking = [
        next_waking(at(23, hour, minute), "Asia/Makassar") for hour, minute in [(6, 59), (7, 0), (19, 59), (20, 0)]
    ]
    assert waking == [at(23, 7), at(23, 7), at(23, 19, 59), at(24, 7)]
    assert next_waking(at(23, 7), "Asia/Jakarta") == at(23, 8)


def test_results_are_in_utc() -> None:
    assert {HOURS.next_opening(at(23, 9)).tzinfo, HOURS.add_working_hours(at(23, 9), 0).tzinfo} == {UTC}


def test_it_survives_json() -> None:
    assert OpeningHours.from_json(json.loads(json.dumps(HOURS.to_json()))) == HOURS


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"zone": "Asia/Balikpapan"}, "Asia/Makassar"),
        ({"zone": "../etc/passwd"}, "Asia/Makassar"),
        ({"weekly": {}}, "seven weekdays"),
        ({"weekly": {"senin": [["08:00", "15:00"]]}}, "unknown weekdays"),
        ({"weekly": {"mon": [["15:00", "08:00"]]}}, "in order"),
        ({"weekly": {"mon": [["08:00", "12:00"], ["11:00", "15:00"]]}}, "in order"),
        ({"weekly": {"mon": [["8 pagi", "12:00"]]}}, "08:00"),
        ({"weekly": {"mon": ["08:00", "15:00"]}}, "08:00"),
        ({"weekly": [["08:00", "15:00"]]}, "08:00"),
        ({"closed": ["25-12-2026"]}, "2026-12-25"),
    ],
)
def test_malformed_hours_say_what_to_mend(change: dict[str, object], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        OpeningHours.from_json({**SAMARINDA, **change})


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        HOURS.is_open(datetime(2026, 11, 23, 9))  # noqa: DTZ001


patient = settings(max_examples=40, deadline=None)
TIMES = st.lists(st.times().map(lambda t: t.replace(second=0, microsecond=0)), max_size=6, unique=True).map(sorted)
DAY = TIMES.map(lambda edges: tuple(zip(edges[::2], edges[1::2], strict=False)))
CLOSED = st.frozensets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=20)
WEEK = st.lists(DAY, min_size=7, max_size=7).map(tuple).filter(any)
OFFICES = st.builds(OpeningHours, st.sampled_from(["Asia/Makassar", "Asia/Jakarta"]), WEEK, CLOSED)
INSTANTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001


@patient
@given(OFFICES)
def test_any_hours_survive_json(office: OpeningHours) -> None:
    assert OpeningHours.from_json(office.to_json()) == office


@patient
@given(OFFICES, INSTANTS, st.integers(1, 60 * 60))
def test_the_minutes_promised_are_the_minutes_worked(office: OpeningHours, start: datetime, minutes: int) -> None:
    start = start.replace(second=0, microsecond=0)
    ready = office.add_working_hours(start, minutes / 60)
    assert office.working_minutes_between(start, ready + timedelta(seconds=1)) == minutes


@patient
@given(OFFICES, INSTANTS)
def test_nothing_is_worked_before_the_next_opening(office: OpeningHours, start: datetime) -> None:
    opens = office.next_opening(start)
    assert start <= opens
    assert office.is_open(opens)
    assert office.working_minutes_between(start, opens) == 0


@patient
@given(OFFICES, st.lists(INSTANTS.map(lambda moment: moment.replace(second=0, microsecond=0)), min_size=3, max_size=3))
def test_minutes_add_up(office: OpeningHours, moments: list[datetime]) -> None:
    a, b, c = sorted(moments)
    between = office.working_minutes_between
    assert between(a, b) + between(b, c) == between(a, c)


@patient
@given(INSTANTS)
def test_waking_is_never_at_night(moment: datetime) -> None:
    waking = next_waking(moment, "Asia/Jakarta").astimezone(ZoneInfo("Asia/Jakarta"))
    assert time(7) <= waking.time() < time(20)
    assert timedelta(0) <= waking - moment <= timedelta(hours=11)


def test_a_decade_is_quick() -> None:
    always: Interval = (time(0), time(23, 59))
    office = OpeningHours("Asia/Makassar", ((always,),) * len(WEEKDAYS))
    assert office.working_minutes_between(at(1, 0), at(1, 0) + timedelta(days=3650)) == 3650 * 1439


@pytest.mark.parametrize(
    ("hour", "ended"), [("2026-11-24T03:00", "2026-11-23T20:00"), ("2026-11-24T22:00", "2026-11-24T20:00")]
)
def test_the_night_began_when_waking_hours_ended(hour: str, ended: str) -> None:
    zone = ZoneInfo("Asia/Makassar")
    at, end = (datetime.fromisoformat(each).replace(tzinfo=zone) for each in (hour, ended))
    assert last_waking(at, "Asia/Makassar") == end
    assert not is_waking(at, "Asia/Makassar") and is_waking(end - timedelta(minutes=1), "Asia/Makassar")
