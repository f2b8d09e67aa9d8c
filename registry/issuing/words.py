"""Numbers and dates in words, Indonesian and English, as deeds write them."""

from datetime import date

from babel.dates import format_date

_ID_UNITS = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
_ID_SCALES = ((1000, "ribu"), (100, "ratus"), (10, "puluh"))

_EN_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_EN_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_EN_SCALES = ((1000, "thousand"), (100, "hundred"))
_EN_IRREGULAR = {
    "one": "first", "two": "second", "three": "third", "five": "fifth",
    "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip

_LARGEST = 9999


def number_id(number: int) -> str:
    """An Indonesian cardinal, 0 to 9999; ValueError beyond."""
    _check(number)
    if number < 12:
        return _ID_UNITS[number]
    if number < 20:
        return f"{_ID_UNITS[number - 10]} belas"
    for scale, word in _ID_SCALES:
        count, rest = divmod(number, scale)
        if count:
            # One hundred is "seratus", one thousand "seribu"; ten itself was answered above.
            head = f"se{word}" if count == 1 else f"{number_id(count)} {word}"
            return f"{head} {number_id(rest)}" if rest else head
    raise AssertionError(number)


def number_en(number: int) -> str:
    """An English cardinal, 0 to 9999; ValueError beyond."""
    _check(number)
    if number < 20:
        return _EN_UNITS[number]
    if number < 100:
        tens, unit = divmod(number, 10)
        return f"{_EN_TENS[tens]}-{_EN_UNITS[unit]}" if unit else _EN_TENS[tens]
    scale, word = next(entry for entry in _EN_SCALES if number >= entry[0])
    count, rest = divmod(number, scale)
    joint = " and " if rest < 100 else " "
    return f"{number_en(count)} {word}" + (f"{joint}{number_en(rest)}" if rest else "")


def ordinal_en(number: int) -> str:
    """An English ordinal: "first", "twelfth", "twenty-fifth", "thirtieth"."""
    words = number_en(number)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    head, last = words[:cut], words[cut:]
    if last in _EN_IRREGULAR:
        return head + _EN_IRREGULAR[last]
    return head + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


def date_id(day: date) -> str:
    """ "dua puluh lima November tahun dua ribu dua puluh enam"."""
    return f"{number_id(day.day)} {_month(day, 'id')} tahun {number_id(day.year)}"


def date_en(day: date) -> str:
    """ "the twenty-fifth of November two thousand and twenty-six"."""
    return f"the {ordinal_en(day.day)} of {_month(day, 'en')} {number_en(day.year)}"


def _month(day: date, language: str) -> str:
    return format_date(day, "MMMM", locale=language)


def _check(number: int) -> None:
    if not 0 <= number <= _LARGEST:
        raise ValueError(f"numbers in words go from 0 to {_LARGEST}")
