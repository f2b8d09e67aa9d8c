"""A day's places: who comes after the last one has the next working day's, and nobody is refused."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from bot.deeds import carry_out
from bot.effects import OpenCase
from bot.office_cards import office_cards
from bot.scene import Scene
from bot.state import State
from registry.calendar.working_time import OpeningHours
from registry.models import Case, Channel, Contact, Office
from registry.places.regions import load_regions
from tests.bot.player import services, words
from tests.registry.desk import ANSWERS, MONDAY, Desk

LIBUR = MONDAY + timedelta(days=5)  # Saturday


def set_quota(desk: Desk, quota: int | None) -> None:
    with desk.database.writing() as session:
        session.get_one(Office, desk.office_id).daily_quota = quota


def turns(desk: Desk, count: int, at: datetime) -> list[date]:
    """In the office's own days."""
    ids = [desk.open(at=at) for _ in range(count)]
    with desk.database.reading() as session:
        zone = OpeningHours.from_json(session.get_one(Office, desk.office_id).hours).zone
        assert zone == "Asia/Makassar"
        return [(session.get_one(Case, each).queued_at + timedelta(hours=8)).date() for each in ids]


def test_without_a_quota_everybody_stands_in_line_at_once(desk: Desk) -> None:
    assert turns(desk, 3, MONDAY) == [date(2026, 11, 23)] * 3


def test_the_days_fill_one_after_the_other(desk: Desk) -> None:
    set_quota(desk, 2)
    assert turns(desk, 5, MONDAY) == [date(2026, 11, day) for day in (23, 23, 24, 24, 25)]
    assert turns(desk, 2, MONDAY + timedelta(days=1)) == [date(2026, 11, 25), date(2026, 11, 26)]


def test_the_weekend_has_no_places_of_its_own(desk: Desk) -> None:
    set_quota(desk, 1)
    assert turns(desk, 3, LIBUR) == [LIBUR.date(), date(2026, 12, 1), date(2026, 12, 2)]
    assert turns(desk, 1, LIBUR + timedelta(days=2)) == [date(2026, 12, 3)]


def test_the_promise_counts_from_that_day(desk: Desk) -> None:
    set_quota(desk, 1)
    first, second = desk.open(), desk.open()
    with desk.database.reading() as session:
        promised = [session.get_one(Case, each).promised_at for each in (first, second)]
    assert promised[0] is not None and promised[1] is not None and promised[1] > promised[0]


@pytest.mark.parametrize(("language", "channel", "said"), [
    ("id", Channel.WHATSAPP, "Kuota hari ini sudah penuh, jadi diperiksa mulai 24 November 2026. Antrean ke-2"),
    ("id", Channel.SMS, "Kuota hari ini penuh, diperiksa mulai 24-11-2026. Antrean ke-2"),
    ("en", Channel.WHATSAPP, "Today's places are all given out, so it is checked from 24 November 2026 on."),
])  # fmt: skip
def test_the_citizen_is_told_the_day(desk: Desk, language: str, channel: Channel, said: str) -> None:
    set_quota(desk, 1)
    assert said not in told(desk, language, channel)
    assert said in told(desk, language, channel)


def told(desk: Desk, language: str, channel: Channel) -> str:
    with desk.database.writing() as session:
        contact, offices = session.get_one(Contact, desk.contact_id), office_cards(session, MONDAY)
        scene = Scene(
            session, contact, State(), offices[0], offices, services(), load_regions(), "https://loket.contoh.go.id",
            False, MONDAY,
        )  # fmt: skip
        effect = OpenCase(service="KK-HR", answers=ANSWERS, papers={}, office=offices[0].code)
        say = carry_out(effect, scene)[0]
        return words().render(say.key, say.args, language, channel)  # type: ignore[union-attr]
