"""Dates as people write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.calendar.dates import DateUnclear, parse_date

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5 juni 90", date(1990, 6, 5)),
        ("5 juni 1990", date(1990, 6, 5)),
        ("05-06-1990", date(1990, 6, 5)),
        ("5/6/90", date(1990, 6, 5)),
        ("5.6.1990", date(1990, 6, 5)),
        ("05 06 1990", date(1990, 6, 5)),
        ("05 - 06 - 1990", date(1990, 6, 5)),
        ("05061990", date(1990, 6, 5)),
        ("050690", date(1990, 6, 5)),
        ("1990-06-05", date(1990, 6, 5)),
        ("5juni1990", date(1990, 6, 5)),
        ("5 Jun '90", date(1990, 6, 5)),
        ("lahir tgl 5 Juni 1990 di Balikpapan", date(1990, 6, 5)),
        ("12-11-2026", date(2026, 11, 12)),
        ("12 nov 2026", date(2026, 11, 12)),
        ("12 nop 26", date(2026, 11, 12)),
        ("17 agt 2001", date(2001, 8, 17)),
        ("1 peb 2001", date(2001, 2, 1)),
        ("1 mei 2001", date(2001, 5, 1)),
        ("31 des 27", date(1927, 12, 31)),
        ("22/11/26", TODAY),
        ("hari ini", TODAY),
        ("tadi pagi, hari ini", TODAY),
        ("Kemarin", date(2026, 11, 21)),
        ("kemarin dulu min", date(2026, 11, 20)),
        ("12 12 1990, ya 12-12-1990", date(1990, 12, 12)),
        ("29-02-2024", date(2024, 2, 29)),
        ("tgl 5 bln 6 th 1990", date(1990, 6, 5)),
        ("tanggal 5 bulan juni tahun 1990", date(1990, 6, 5)),
        ("lima juni 1990", date(1990, 6, 5)),
        ("dua puluh satu mei 1990", date(1990, 5, 21)),
        ("5,6,1990", date(1990, 6, 5)),
        ("5/6-1990", date(1990, 6, 5)),
        ("O5-06-l99O", date(1990, 6, 5)),
        ("5 agstus 1990", date(1990, 8, 5)),
        ("17 ferbuari 1990", date(1990, 2, 17)),
        ("Balikpapan, 5 Juni 1990", date(1990, 6, 5)),
        ("12 November 2026 pukul 08.30", date(2026, 11, 12)),
        ("June 5th, 1990", date(1990, 6, 5)),
        ("the 5th of June 1990", date(1990, 6, 5)),
        ("5 juni tahun lalu", date(2025, 6, 5)),
        ("5 juni thn ini", date(2026, 6, 5)),
        ("5 desember lalu", date(2025, 12, 5)),
    ],
)
def test_it_reads_what_people_write(text: str, day: date) -> None:
    assert parse_date(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "date-missing"),
        ("lupa", "date-missing"),
        ("6471044506900000", "date-missing"),
        ("3 anak", "date-missing"),
        ("31-02-1990", "date-impossible"),
        ("29 feb 2023", "date-impossible"),
        ("5/13/1990", "date-impossible"),
        ("0/0/90", "date-impossible"),
        ("5 juni 1790", "date-impossible"),
        ("tgl 32 kemarin", "date-impossible"),
        ("minggu lalu", "date-missing"),  # last Sunday, or the week before
        ("tgl 20", "date-missing"),
        ("5 juni 3090", "date-impossible"),
        ("5 juni", "date-no-year"),
        ("5/6/90 atau 6/6/90", "date-several"),
        ("23-11-2026", "date-future"),
        ("12 des 26", "date-future"),
        ("besok", "date-future"),
        ("senin depan", "date-future"),
    ],
)
def test_what_is_unclear_says_why(text: str, key: str) -> None:
    with pytest.raises(DateUnclear) as unclear:
        parse_date(text, TODAY)
    assert unclear.value.key == key


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("besok", date(2026, 11, 23)),
        ("lusa", date(2026, 11, 24)),
        ("1 jan 27", date(2027, 1, 1)),
        ("1/1/37", date(1937, 1, 1)),
    ],
)
def test_plans_may_lie_ahead(text: str, day: date) -> None:
    assert parse_date(text, TODAY, future=True) == day


@settings(deadline=None)
@given(
    st.dates(date(1900, 1, 1), TODAY), st.sampled_from(["%d-%m-%Y", "%d/%m/%Y", "%d%m%Y", "%Y-%m-%d", "tgl %d %B %Y"])
)
def test_every_past_date_is_read_back(day: date, form: str) -> None:
    assert parse_date(day.strftime(form), TODAY) == day


@settings(deadline=None)
@given(st.integers(0, 365 * 99 + 24))
def test_a_two_digit_year_is_never_in_the_future(days: int) -> None:
    day = TODAY - timedelta(days=days)
    assert parse_date(day.strftime("%d/%m/%y"), TODAY) == day


@settings(deadline=None)
@given(st.text())
def test_any_text_gives_a_date_or_a_reason(text: str) -> None:
    try:
        assert parse_date(text, TODAY) <= TODAY
    except DateUnclear as unclear:
        assert unclear.key.startswith("date-")


@pytest.mark.parametrize(
    ("text", "future", "day"),
    [
        ("5 november", False, date(2026, 11, 5)),
        ("loh kok 26, tgl 12 november", False, date(2026, 11, 12)),
        ("1 des", False, date(2025, 12, 1)),
        ("1 des", True, date(2026, 12, 1)),
        ("5 november", True, date(2026, 11, 5)),
    ],
)
def test_a_day_without_its_year_is_likely_the_nearest(text: str, future: bool, day: date) -> None:
    with pytest.raises(DateUnclear) as unclear:
        parse_date(text, TODAY, future=future)
    assert (unclear.value.key, unclear.value.likely) == ("date-no-year", day)
