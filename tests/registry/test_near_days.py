"""Days told from today; today is a Monday."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.calendar.near_days import near_day
from registry.calendar.number_words import in_digits

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("kemarin", date(2026, 11, 22)),
        ("tadi pagi", MONDAY),
        ("jumat kemarin", date(2026, 11, 20)),
        ("hari jum'at", date(2026, 11, 20)),
        ("senin", MONDAY),
        ("senin lalu", date(2026, 11, 16)),
        ("hari minggu", date(2026, 11, 22)),
        ("jumat minggu lalu", date(2026, 11, 20)),
        ("last friday", date(2026, 11, 20)),
        ("2 hari yang lalu", date(2026, 11, 21)),
        ("seminggu lalu", date(2026, 11, 16)),
        ("3 weeks ago", date(2026, 11, 2)),
        ("tgl 20 kemarin", date(2026, 11, 20)),
        ("tgl 12 kmrn", date(2026, 11, 12)),
        ("12 wingi", date(2026, 11, 12)),
        ("tgl 25 kemarin", date(2026, 10, 25)),
        ("tanggal 5 bulan ini", date(2026, 11, 5)),
        ("tgl 30 bulan lalu", date(2026, 10, 30)),
        ("tadi malam", date(2026, 11, 22)),
        ("sebulan lalu", None),
        ("jumlah anak", None),
    ],
)
def test_a_day_is_told_by_its_distance(text: str, day: date | None) -> None:
    assert near_day(text, MONDAY, future=False) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("jumat", date(2026, 11, 27)),
        ("jumat depan", date(2026, 11, 27)),
        ("senin", MONDAY),
        ("senin depan", date(2026, 11, 30)),
        ("jumat kemarin", date(2026, 11, 20)),
        ("besok lusa", date(2026, 11, 25)),
    ],
)
def test_a_plan_means_the_day_to_come(text: str, day: date) -> None:
    assert near_day(text, MONDAY, future=True) == day


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("anak ketiga", "anak 3"),
        ("yang ke dua", "yang ke 2"),
        ("duapuluh lima", "25"),
        ("dua belas", "12"),
        ("tiga empat", "3 4"),
        ("third child", "3 child"),
        ("keluarga kelima", "keluarga 5"),
    ],
)
def test_number_words_become_digits(text: str, digits: str) -> None:
    assert in_digits(text) == digits


@given(st.text(max_size=60), st.booleans())
def test_any_text_gives_a_day_or_none(text: str, future: bool) -> None:
    try:
        near_day(in_digits(text.casefold()), MONDAY, future=future)
    except ValueError as fault:
        assert "day is out of range" in str(fault)
