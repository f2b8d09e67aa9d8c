"""NIK and KK number: sixteen digits out of what people type, checked for shape only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal, Self

LENGTH = 16
LONGEST_TEXT = 2000  # a number further down a message is not looked for
LOOKALIKES = str.maketrans("OoIl|", "00111")

_GAP = r"[\s.,_/\-\u2010-\u2015]{0,3}"
_DIGITS = re.compile(rf"[0-9](?:{_GAP}[0-9])*")
_WORD = r"[0-9OoIl|]+(?![^\W_])"
# A run starts with a word that holds a digit, so that "lo" and "Ill" before a number stay words.
_WITH_LOOKALIKES = re.compile(rf"(?<![^\W_])(?=[OoIl|]*[0-9]){_WORD}(?:{_GAP}(?<![^\W_]){_WORD})*")


class NumberUnclear(ValueError):
    """No sixteen-digit number in the text. `key` ends in -length, -missing or -several; `count` is the digits seen."""

    def __init__(self, key: str, count: int) -> None:
        super().__init__(f"{key} ({count} digits)")
        self.key = key
        self.count = count


@dataclass(frozen=True, slots=True, repr=False)
class _Number:
    """Region, date, serial. Shown masked wherever it is printed; the whole number is `digits` alone."""

    digits: str
    corrected: bool = field(default=False, compare=False)  # letters were read as digits: read the number back
    name: ClassVar[str]

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[0-9]{16}", self.digits):
            raise NumberUnclear(f"{self.name}-length", len(self.digits))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the number from a sentence. Raises NumberUnclear when there is none, or more than one."""
        plain = _visible(text[:LONGEST_TEXT])
        exact = _numbers(_DIGITS, plain)
        found = exact or _numbers(_WITH_LOOKALIKES, plain)
        if len(found) == 1:
            (digits,) = found
            return cls(digits, corrected=not exact)
        if found:
            raise NumberUnclear(f"{cls.name}-several", LENGTH * len(found))
        seen = max((len(_bare(run)) for run in _WITH_LOOKALIKES.findall(plain) + _DIGITS.findall(plain)), default=0)
        raise NumberUnclear(f"{cls.name}-length" if seen else f"{cls.name}-missing", seen)

    def __str__(self) -> str:
        return self.masked

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.masked})"

    @property
    def masked(self) -> str:
        return f"...{self.digits[-4:]}"

    @property
    def region(self) -> str:
        """The kecamatan of first issue, as the region list writes it: "64.71.04"."""
        return f"{self.digits[:2]}.{self.digits[2:4]}.{self.digits[4:6]}"

    @property
    def serial(self) -> str:
        return self.digits[12:]

    @property
    def is_sample(self) -> bool:
        """Serial 0000 is never issued: tests and demonstrations use it."""
        return self.serial == "0000"

    def _date(self, day: int, fits: Callable[[date], bool]) -> date | None:
        """The latest fitting date of the two centuries a two-digit year may mean."""
        for century in (2000, 1900):
            try:
                found = date(century + int(self.digits[10:12]), int(self.digits[8:10]), day)
            except ValueError:
                continue
            if fits(found):
                return found
        return None


@dataclass(frozen=True, slots=True, repr=False)
class Nik(_Number):
    """A resident's number. It never changes, so region, date and sex in it are hints, never grounds for refusal
    (Permendagri 108/2019 Pasal 15(3))."""

    name: ClassVar[str] = "nik"

    @property
    def odd(self) -> bool:
        """No calendar date, or one that SIAK does not issue: ask whether it is the same as on the card."""
        return self._date(self._day, lambda _: True) is None

    def birth_date(self, today: date) -> date | None:
        return self._date(self._day, lambda born: born <= today)

    @property
    def sex(self) -> Literal["male", "female"]:
        return "female" if int(self.digits[6:8]) > 40 else "male"

    @property
    def _day(self) -> int:
        written = int(self.digits[6:8])
        return written - 40 if written > 40 else written


@dataclass(frozen=True, slots=True, repr=False)
class KkNumber(_Number):
    """A family card's number: region and date of recording. A day above 40 shows that it is a NIK."""

    name: ClassVar[str] = "kk"

    @property
    def odd(self) -> bool:
        return self._date(int(self.digits[6:8]), lambda _: True) is None

    @property
    def is_nik(self) -> bool:
        """A woman's for certain: no day of recording lies above 31. Of a man's NIK nothing tells it."""
        return self.odd and not Nik(self.digits).odd

    def recorded_on(self, today: date) -> date | None:
        return self._date(int(self.digits[6:8]), lambda recorded: recorded <= today)


def numbers_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Every sixteen-digit number with its start and end in the text, in order; two that run together are two."""
    for run in _DIGITS.finditer(text[:LONGEST_TEXT]):
        whole = _split(run[0], run.start())
        yield from whole or (number for part in _parts(run) for number in _split(*part))


def _parts(run: re.Match[str]) -> Iterator[tuple[str, int]]:
    """Between commas and lines, and the words of what is still no number: a date may stand beside it."""
    for part in re.finditer(r"[^,\n]+", run[0]):
        if _split(part[0], 0):
            yield part[0], run.start() + part.start()
        else:
            start = run.start() + part.start()
            yield from ((word[0], start + word.start()) for word in re.finditer(r"\S+", part[0]))


def _split(run: str, start: int) -> list[tuple[str, int, int]]:
    places = [at for at, letter in enumerate(run) if letter in "0123456789"]
    if not places or len(places) % LENGTH:
        return []
    spans = ((places[at], places[at + LENGTH - 1] + 1) for at in range(0, len(places), LENGTH))
    return [(_bare(run[first:last]), start + first, start + last) for first, last in spans]


def _visible(text: str) -> str:
    """Full-width digits become plain ones; invisible marks, such as a change of direction, go."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")


def _bare(run: str) -> str:
    return re.sub(r"[^0-9]", "", run.translate(LOOKALIKES))


def _numbers(pattern: re.Pattern[str], text: str) -> set[str]:
    """The distinct sixteen-digit numbers: a whole run, the halves of a double one, or whole words within a run."""
    found = set()
    for run in pattern.findall(text):
        digits = _bare(run)
        if len(digits) in (LENGTH, 2 * LENGTH):
            found |= {digits[at : at + LENGTH] for at in range(0, len(digits), LENGTH)}
        else:
            found |= {_bare(word) for word in run.split() if len(_bare(word)) == LENGTH}
    return found
