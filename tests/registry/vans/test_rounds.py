"""On which days a round comes, and what of it is near a place that is named."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import select

from registry.lifecycle import Refused, Role
from registry.models import Every, Office, VanRound
from registry.places.regions import load_regions
from registry.vans import rounds, visits, writing
from registry.vans.nearness import near
from registry.vans.visits import Visit
from tests.registry.desk import MONDAY, Desk

FIRST, LAST = date(2026, 11, 23), date(2027, 1, 31)
FORM = {
    "vehicle": "KT 8001 XX", "place": "Balai Karang Jati", "village": "Karang Jati", "every": "week", "weekday": "1",
    "nth": "1", "opens": "9", "closes": "12.30", "quota": "2",
}  # fmt: skip


NOTHING: Mapping[str, str] = {}


def made(**given: Any) -> VanRound:
    usual: dict[str, Any] = {
        "place": "Balai",
        "village": "64.71.04.1004",
        "first": FIRST,
        "opens": "09:00",
        "closes": "12:00",
    }
    return VanRound(id=1, office_id=1, timezone="Asia/Makassar", quota=2, services=["rekam"], **{**usual, **given})


@pytest.mark.parametrize(("given", "expected"), [
    ({"every": Every.WEEK, "weekday": 1, "last": date(2026, 12, 8)}, ["2026-11-24", "2026-12-01", "2026-12-08"]),
    ({"every": Every.FORTNIGHT, "weekday": 0, "last": date(2026, 12, 21)}, ["2026-11-23", "2026-12-07", "2026-12-21"]),
    ({"every": Every.MONTH, "weekday": 1, "nth": 1}, ["2026-12-01", "2027-01-05"]),
    ({"every": Every.MONTH, "weekday": 4, "nth": -1}, ["2026-11-27", "2026-12-25", "2027-01-29"]),
    ({"every": Every.DATES, "dates": ["2026-12-03", "2026-12-17"]}, ["2026-12-03", "2026-12-17"]),
])  # fmt: skip
def test_a_round_comes_on_its_days(given: dict[str, Any], expected: list[str]) -> None:
    assert [day.isoformat() for day in rounds.days(made(**given), FIRST, LAST)] == expected


def test_no_van_comes_on_a_holiday() -> None:
    friday = made(every=Every.MONTH, weekday=4, nth=-1)
    assert date(2026, 12, 25) not in rounds.days(friday, FIRST, LAST, [date(2026, 12, 25)])


def add(desk: Desk, given: Mapping[str, str] = NOTHING, role: Role = Role.SUPERVISOR) -> VanRound:
    with desk.database.writing() as session:
        return writing.add(session, desk.officers[role], FORM | dict(given), ["rekam"], load_regions(), MONDAY)


def test_what_was_entered_comes(desk: Desk) -> None:
    add(desk)
    with desk.database.reading() as session:
        coming = visits.upcoming(session, session.exec(select(Office)).all(), MONDAY)
    assert [each.on for each in coming[:2]] == [date(2026, 11, 24), date(2026, 12, 1)]
    assert (coming[0].opens, coming[0].closes, coming[0].village) == ("09:00", "12:30", "64.71.04.1004")


def test_a_visit_is_over_when_it_ends(desk: Desk) -> None:
    add(desk, {"weekday": "0"})
    with desk.database.reading() as session:
        offices = session.exec(select(Office)).all()
        begun = visits.upcoming(session, offices, MONDAY + timedelta(hours=3))
        over = visits.upcoming(session, offices, MONDAY + timedelta(hours=4))
    assert begun[0].on == FIRST and over[0].on == FIRST + timedelta(days=7)


@pytest.mark.parametrize(("given", "reason"), [
    ({"closes": "8"}, "refused-van-hours"), ({"opens": "jam 25"}, "refused-van-hour"),
    ({"opens": "24.61"}, "refused-van-hour"), ({"village": "Sepaku"}, "refused-van-village"),
    ({"village": "gunung sari"}, "refused-van-villages"),
    ({"quota": "0"}, "refused-van-quota"), ({"quota": "banyak"}, "refused-van-quota"),
    ({"quota": "9" * 40}, "refused-van-quota"), ({"every": "year"}, "refused-other"),
    ({"weekday": "9"}, "refused-other"), ({"every": "dates", "dates": ""}, "refused-van-dates"),
    ({"every": "dates", "dates": "3 maret 2020"}, "refused-van-day-over"), ({"first": "x"}, "refused-van-day"),
    ({"first": "1-12-2026", "last": "25-11-2026"}, "refused-van-last"), ({"place": "x"}, "refused-van-text"),
    ({"vehicle": "x" * 50}, "refused-van-text"), ({"last": "23-11-2026"}, "refused-van-never"),
])  # fmt: skip
def test_what_cannot_be_is_told_at_its_field(desk: Desk, given: dict[str, str], reason: str) -> None:
    with pytest.raises(Refused) as refused:
        add(desk, given)
    assert refused.value.reason.startswith(reason)


def test_who_keeps_no_rounds_enters_none(desk: Desk) -> None:
    with pytest.raises(Refused):
        add(desk, role=Role.COUNTER)


def visit(village: str, place: str = "Balai") -> Visit:
    return Visit(made(every=Every.WEEK, weekday=1, village=village, place=place), FIRST)


SEPAKU = visit("64.09.04.1001", "Kantor Camat")
KARANG_JATI, SEPINGGAN = visit("64.71.04.1004"), visit("64.71.05.1002", "Pasar Sepinggan")


@pytest.mark.parametrize(("text", "place", "here", "found"), [
    ("mobil keliling kapan ke Sepaku?", "Sepaku", True, [SEPAKU]),
    ("kapan mobil keliling ke ikn", "Sepaku", True, [SEPAKU]),
    ("mobil keliling karang jati kpn", "Karang Jati", True, [KARANG_JATI]),
    ("mobil keliling ke karang rejo", "Karang Rejo", True, [KARANG_JATI]),  # the same kecamatan
    ("jadwal mobil keliling bpp tengah", "Balikpapan Tengah", True, [KARANG_JATI]),
    ("mobil keliling di pasar", "Pasar Sepinggan", True, [SEPINGGAN]),
    ("mobil keliling ke prapatan", "Prapatan", False, [KARANG_JATI, SEPINGGAN]),
    ("jadwal mobil keliling besok", None, False, [SEPAKU, KARANG_JATI, SEPINGGAN]),
    ("mobil keliling ke samarinda kapan", "Samarinda", False, []),
])  # fmt: skip
def test_visits_near_the_place_that_is_named(text: str, place: str | None, here: bool, found: list[Visit]) -> None:
    known = near(text, [SEPAKU, KARANG_JATI, SEPINGGAN], load_regions(), "64.71")
    assert (known.place, known.here, list(known.visits)) == (place, here, found)
