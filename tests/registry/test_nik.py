"""NIK and KK numbers as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.nik import KkNumber, Nik, NumberUnclear, numbers_in

TODAY = date(2026, 11, 22)
RINA = "6471044506900000"

SIXTEEN = st.text("0123456789", min_size=16, max_size=16)


@pytest.mark.parametrize(
    "text",
    [
        RINA,
        "6471 0445 0690 0000",
        "6471.0445.0690.0000",
        "6471-0445-0690-0000",
        "64 71 04 45 06 90 00 00",
        "nik saya 6471 0445 0690 0000",
        "NIK:6471044506900000.",
        "nik6471044506900000 ya min",
        "6471044506900000 6471044506900000",
        "umur 36, nik 6471044506900000 hp 081200000012",
        "6471044506900000 081200000012",
        "6471\u200b0445\u202e06900000",
        "６４７１０４４５０６９０００００",
        "6471 0445\n0690 0000",
    ],
)
def test_it_reads_the_number_out_of_what_people_type(text: str) -> None:
    assert Nik.parse(text) == Nik(RINA)
    assert not Nik.parse(text).corrected


@pytest.mark.parametrize(
    "text", ["647lO44506900000", "64710445069OOOOO", "nik lo 6471 O445 0690 OOOO", "647I o4450690oooo"]
)
def test_letters_that_look_like_digits_are_read_and_flagged(text: str) -> None:
    assert Nik.parse(text) == Nik(RINA)
    assert Nik.parse(text).corrected


@pytest.mark.parametrize(
    ("text", "key", "count"),
    [
        ("", "nik-missing", 0),
        ("saya lupa", "nik-missing", 0),
        ("lo Ill OO", "nik-missing", 0),
        ("647104450690000", "nik-length", 15),
        ("6471 0445 0690 00000", "nik-length", 17),
        ("5", "nik-length", 1),
        ("6471044506900000 dan 6471041203150000", "nik-several", 32),
        ("6471044506900000 6471041203150000", "nik-several", 32),
        ("6471 0445 0690 0000 6471 0412 0315 0000", "nik-several", 32),
    ],
)
def test_what_cannot_be_read_says_why(text: str, key: str, count: int) -> None:
    with pytest.raises(NumberUnclear) as refusal:
        Nik.parse(text)
    assert (refusal.value.key, refusal.value.count) == (key, count)


def test_errors_of_a_kk_number_bear_its_name() -> None:
    with pytest.raises(NumberUnclear) as refusal:
        KkNumber.parse("64710412")
    assert refusal.value.key == "kk-length"


@pytest.mark.parametrize(
    ("digits", "born", "sex"),
    [
        (RINA, date(1990, 6, 5), "female"),
        ("6471040506900000", date(1990, 6, 5), "male"),
        ("6471046212250000", date(2025, 12, 22), "female"),
        ("6471042311260000", date(1926, 11, 23), "male"),
        ("6471042211260000", date(2026, 11, 22), "male"),
        ("6471042902000000", date(2000, 2, 29), "male"),
        ("6471047112990000", date(1999, 12, 31), "female"),
    ],
)
def test_birth_date_and_sex_are_hints_in_the_number(digits: str, born: date, sex: str) -> None:
    nik = Nik(digits)
    assert (nik.birth_date(TODAY), nik.sex, nik.odd) == (born, sex, False)


@pytest.mark.parametrize(
    "ddmmyy", ["320690", "400690", "720690", "990690", "000690", "051390", "050090", "300290", "290201"]
)
def test_an_impossible_date_is_odd_but_accepted(ddmmyy: str) -> None:
    nik = Nik(f"647104{ddmmyy}0000")
    assert nik.odd
    assert nik.birth_date(TODAY) is None


def test_its_parts() -> None:
    nik = Nik(RINA)
    assert (nik.region, nik.serial, nik.is_sample, nik.masked) == ("64.71.04", "0000", True, "...0000")


def test_printing_never_shows_the_number() -> None:
    assert f"{Nik(RINA)} {Nik(RINA)!r} {KkNumber(RINA)!r}" == "...0000 Nik(...0000) KkNumber(...0000)"


def test_a_kk_number_holds_the_date_of_recording() -> None:
    assert KkNumber.parse("6471 0412 0315 0000").recorded_on(TODAY) == date(2015, 3, 12)


def test_a_day_above_forty_is_no_kk_number() -> None:
    assert KkNumber(RINA).odd
    assert KkNumber(RINA).recorded_on(TODAY) is None


def test_a_nik_never_equals_a_kk_number() -> None:
    assert len({Nik(RINA), KkNumber(RINA)}) == 2


@settings(deadline=None)
@given(st.text())
def test_any_text_gives_a_number_or_a_reason(text: str) -> None:
    try:
        assert len(Nik.parse(text).digits) == 16
    except NumberUnclear as unclear:
        assert unclear.key in {"nik-length", "nik-missing", "nik-several"}


@settings(deadline=None)
@given(SIXTEEN, st.lists(st.sampled_from(["", " ", ".", "-", " - "]), min_size=16, max_size=16))
def test_separators_never_change_the_number(digits: str, gaps: list[str]) -> None:
    assert Nik.parse("".join(d + g for d, g in zip(digits, gaps, strict=True))).digits == digits


@settings(deadline=None)
@given(SIXTEEN)
def test_every_sixteen_digits_have_a_date_or_are_odd(digits: str) -> None:
    assert Nik(digits).odd == (Nik(digits).birth_date(date(2099, 12, 31)) is None)


def test_a_very_long_text_is_quick() -> None:
    with pytest.raises(NumberUnclear):
        Nik.parse("1 " * 50_000)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (f"nik {RINA} kk 6471 0412 0315 0000", [RINA, "6471041203150000"]),
        (f"{RINA}\n6471041203150000", [RINA, "6471041203150000"]),
        (f"{RINA}, 6471041203150000, 12-11-2026", [RINA, "6471041203150000"]),
        (f"{RINA} 12-11-2026", [RINA]),
        ("6471 0445 0690 0000, 12-11-2026", [RINA]),
        (f"{RINA} {RINA}", [RINA, RINA]),
        ("12345 67890", []),
        ("", []),
    ],
)
def test_all_numbers_of_a_message_are_found_in_their_order(text: str, numbers: list[str]) -> None:
    assert [number for number, _, _ in numbers_in(text)] == numbers


@given(st.text("0123456789 ,.-\n\u0660a", max_size=80))
def test_a_number_is_what_stands_at_its_place(text: str) -> None:
    for number, start, end in numbers_in(text):
        assert Nik(number) and "".join(c for c in text[start:end] if c in "0123456789") == number
