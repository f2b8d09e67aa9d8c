"""A month without its day, a day without its month."""

from __future__ import annotations

from datetime import date

import pytest

from registry.calendar.parts_of_dates import day_told, month_told, nearest

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("juni 2025", (2025, 6)),
        ("udah pindah dr juni thn lalu", (2025, 6)),
        ("bulan Juni", (None, 6)),
        ("bulan depan", (2026, 12)),
        ("bln lalu", (2026, 10)),
        ("bulan ini", (2026, 11)),
        ("next month", (2026, 12)),
        ("May", (None, 5)),
        ("may i ask something", None),
        ("belum tahu", None),
        ("besok", None),
    ],
)
def test_a_month(text: str, told: tuple[int | None, int] | None) -> None:
    assert month_told(text, TODAY) == told


@pytest.mark.parametrize(
    ("text", "day"),
    [("tanggal 1", 1), ("tgl 12 kayaknya", 12), ("12", 12), ("32", None), ("anak 2", None), ("2 hari lalu", None)],
)
def test_a_day(text: str, day: int | None) -> None:
    assert day_told(text, TODAY) == day


def test_a_plan_lies_ahead_and_a_birth_behind() -> None:
    assert nearest(1, TODAY, future=True) == date(2026, 12, 1)
    assert nearest(30, TODAY, future=False) == date(2026, 10, 30)
    assert nearest(31, TODAY, future=True) == date(2026, 12, 31)
