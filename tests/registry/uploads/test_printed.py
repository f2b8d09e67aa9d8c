"""Numbers and dates of printed lines, as a reader hands them over."""

from __future__ import annotations

from datetime import date

import pytest

from registry.uploads.printed import dates, labelled_number, numbers

TODAY = date(2026, 11, 26)
NIK = "6471044506900000"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("NIK:6471044506900000", [NIK]),
        ("NIK : 64710445O69OOO00", [NIK]),
        ("No.6471044506900000 RT 002/003", [NIK]),
        ("SKPWNI/6471/21112026/0000", []),
        ("Nomor: STPLK/0000/CONTOH/SPKT", []),
        ("647104450690000", []),
    ],
)
def test_numbers(line: str, found: list[str]) -> None:
    assert numbers(line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("No. 6471041203150000", "6471041203150000"),
        ("No.6471041203150000", "6471041203150000"),
        ("Nomor KK: 6471041203150000", "6471041203150000"),
        ("NIK : 6471044506900000", None),
        ("1 ANDI CONTOH 6471041708870000", None),
        ("No. 1 6471041708870000 6471044506900000", None),
        ("No. Akta 6471-LU-12112026-0000", None),
    ],
)
def test_the_number_of_a_family_card_is_called_so(line: str, found: str | None) -> None:
    assert labelled_number(line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Balikpapan, 21 November 2026", [date(2026, 11, 21)]),
        ("Balikpapan,21November2026", [date(2026, 11, 21)]),
        ("tanggal 21-11-2026 pukul 07.15", [date(2026, 11, 21)]),
        ("berlaku sampai 5 Desember 2026", []),
        ("31 Februari 2026", []),
        ("Rp14.000 2026", []),
    ],
)
def test_dates(line: str, found: list[date]) -> None:
    assert dates(line, TODAY) == found
