"""Numbers and dates in words."""

from datetime import date

import pytest

from registry.issuing import words


@pytest.mark.parametrize(
    ("number", "indonesian", "english"),
    [
        (0, "nol", "zero"),
        (1, "satu", "one"),
        (10, "sepuluh", "ten"),
        (11, "sebelas", "eleven"),
        (12, "dua belas", "twelve"),
        (19, "sembilan belas", "nineteen"),
        (20, "dua puluh", "twenty"),
        (21, "dua puluh satu", "twenty-one"),
        (100, "seratus", "one hundred"),
        (111, "seratus sebelas", "one hundred and eleven"),
        (999, "sembilan ratus sembilan puluh sembilan", "nine hundred and ninety-nine"),
        (1000, "seribu", "one thousand"),
        (1995, "seribu sembilan ratus sembilan puluh lima", "one thousand nine hundred and ninety-five"),
        (2000, "dua ribu", "two thousand"),
        (2026, "dua ribu dua puluh enam", "two thousand and twenty-six"),
        (2100, "dua ribu seratus", "two thousand one hundred"),
    ],
)
def test_numbers(number: int, indonesian: str, english: str) -> None:
    assert (words.number_id(number), words.number_en(number)) == (indonesian, english)


@pytest.mark.parametrize(
    ("number", "ordinal"),
    [
        (1, "first"), (2, "second"), (3, "third"), (4, "fourth"), (5, "fifth"), (8, "eighth"), (9, "ninth"),
        (11, "eleventh"), (12, "twelfth"), (13, "thirteenth"), (20, "twentieth"), (21, "twenty-first"),
        (22, "twenty-second"), (30, "thirtieth"), (31, "thirty-first"), (100, "one hundredth"),
    ],
)  # fmt: skip
def test_english_ordinals(number: int, ordinal: str) -> None:
    assert words.ordinal_en(number) == ordinal


def test_a_date_in_both_languages() -> None:
    day = date(2026, 11, 25)
    assert words.date_id(day) == "dua puluh lima November tahun dua ribu dua puluh enam"
    assert words.date_en(day) == "the twenty-fifth of November two thousand and twenty-six"


@pytest.mark.parametrize("number", [-1, 10_000])
def test_it_refuses_numbers_it_cannot_say(number: int) -> None:
    with pytest.raises(ValueError, match="0 to 9999"):
        words.number_id(number)
