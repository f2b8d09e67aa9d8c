"""How each kind of answer is read. A reader returns the value or raises AskAgain; it never refuses a person."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from dateutil.relativedelta import relativedelta

from bot.flow import Answer, Read, Talk
from bot.flows.days import read_birth_date, read_date
from bot.flows.names import NEVER_IN_NAMES, SEXES, read_name
from bot.flows.summary import masked_number
from bot.flows.villages import read_village
from bot.flows.where_to import HOME
from bot.meaning.no_answer import SPOKEN, said_instead, spoken
from bot.says import AskAgain, Option
from registry.calendar.dates import speaks_of_day
from registry.calendar.number_words import in_digits
from registry.nik import KkNumber, Nik, NumberUnclear

SAME = (Option("accept", "option-same"), Option("retype", "option-retype"))
ON_KK = {"nik-same": "nik-same-on-kk", "nik-odd": "nik-odd-on-kk"}
DATE_DIGITS = 8
YOUNGEST = 14  # years; nobody younger is a parent, or comes for somebody else
MOST = 30  # children, copies: a larger number is something else
ORDINAL = re.compile(r"\b(?:ke|nomor|no|number)[\s.-]*(\d+)")
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}


def read_nik(talk: Talk, answer: Answer) -> Any:
    return _number(Nik, talk, answer, other="kk_number")


def read_kk_number(talk: Talk, answer: Answer) -> Any:
    return _number(KkNumber, talk, answer, other="nik")


def _number(kind: type[Nik] | type[KkNumber], talk: Talk, answer: Answer, other: str) -> Any:
    try:
        number = kind.parse(answer.text)
    except NumberUnclear as unclear:
        missing = unclear.key.endswith("-length") and _is_no_number(talk, answer.text, unclear.count)
        raise AskAgain(f"{kind.name}-missing" if missing else unclear.key, n=unclear.count) from None
    if number.digits == talk.answers.get(other):
        raise AskAgain(f"{kind.name}-same")
    if isinstance(number, KkNumber) and number.is_nik:
        raise AskAgain("kk-is-nik")
    if number.corrected:
        raise AskAgain("number-read", options=SAME, pending=number.digits, number=masked_number(number.digits))
    if number.odd:
        raise AskAgain(f"{kind.name}-odd", options=SAME, pending=number.digits)
    return number.digits


def _is_no_number(talk: Talk, text: str, digits: int) -> bool:
    """ "5 juni 90": nobody counted the digits of a date wrong."""
    return digits <= DATE_DIGITS and speaks_of_day(text, talk.today)


def or_on_kk(read: Read) -> Read:
    """The same for who has no KTP in hand: what is said of the number speaks of the family card."""

    def read_on_kk(talk: Talk, answer: Answer) -> Any:
        try:
            return read(talk, answer)
        except AskAgain as again:
            again.say = replace(again.say, key=ON_KK.get(again.say.key, again.say.key))
            raise

    return read_on_kk


def or_taken(read: Read, others: Sequence[str]) -> Read:
    """Of who files, or gives the authority: the number of the person it is about is not theirs."""

    def read_own(talk: Talk, answer: Answer) -> Any:
        number = read(talk, answer)
        if number in [talk.answers.get(key) for key in others]:
            raise AskAgain("nik-taken")
        return number

    return read_own


SITES = {"rumah", "rmh", "omah", "rs", "rsu", "rsud", "rsia", "puskesmas", "klinik", "bidan", "home", "house",
         "hospital", "clinic"}  # fmt: skip  # that are in some town, and no town


PARTICLE = re.compile(r"(?:[\s,.]+(?:aja|saja|deh|sih|nih|dong|kok|ya|min|pak|bu|kak))+[\s.!]*$", re.IGNORECASE)


def or_grown(read: Read) -> Read:
    """Of a parent, of who files or gives the authority: a child's number is asked about."""

    def read_grown(talk: Talk, answer: Answer) -> Any:
        number = read(talk, answer)
        born = Nik.parse(number).birth_date(talk.today) if isinstance(number, str) else None
        if born and relativedelta(talk.today, born).years < YOUNGEST:
            raise AskAgain("nik-of-child", options=SAME, pending=number, born=born)
        return number

    return read_grown


def read_place(talk: Talk, answer: Answer) -> Any:
    """A kabupaten or kota by its own name where it is one of the list, else as it was written."""
    undated = re.sub(r",?\s*(?:tgl|tanggal|on)?\s*\d{1,2}[-/. ]\s*\S+[-/. ]\s*\d{2,4}\b.*$", "", answer.text[:200])
    place = " ".join(re.sub(r"^\s*(?:lahir\s+)?(?:di|in)\s+", "", undated, flags=re.IGNORECASE).split())
    place = PARTICLE.sub("", place)
    strange = (NEVER_IN_NAMES | SEXES).intersection(re.findall(r"\w+", place.casefold()))
    if not 2 <= len(place) <= 60 or not re.search(r"[^\W\d_]{2}", place) or strange or SPOKEN.issuperset(spoken(place)):
        raise AskAgain("place-unclear")
    if known := talk.regions.kabupaten_called(place):
        return known.short_name
    if SITES.intersection(re.findall(r"\w+", place.casefold())):
        return _town_of_site(talk, place)
    if re.search(r"\d", place) or speaks_of_day(place, talk.today):
        raise AskAgain("place-unclear")
    return place.title() if place in (place.lower(), place.upper()) else place


def _town_of_site(talk: Talk, place: str) -> str:
    """ "RS di Balikpapan", "balikpapan di rs sayang ibu" name a town, "di rumah" none."""
    for part in re.split(r"\s+(?:di|at|in)\s+|,\s*", place):
        if town := talk.regions.kabupaten_called(part):
            return town.short_name
    towns = talk.regions.search_kabupaten(place)
    if len(towns) != 1:
        raise AskAgain("place-is-site")
    return towns[0].short_name


def read_number(talk: Talk, answer: Answer) -> Any:
    """ "2", "anak ke-2 dari 3", "kedua", "III"."""
    said = " ".join(str(ROMAN.get(word, word)) for word in re.findall(r"[\w-]+", answer.text.casefold()[:200]))
    said = in_digits(said)
    ordinal = ORDINAL.search(said)
    numbers = [ordinal[1]] if ordinal else re.findall(r"\d+", said)
    if len(numbers) != 1 or not 1 <= int(numbers[0]) <= MOST:
        raise AskAgain("number-unclear")
    return int(numbers[0])


def read_text(talk: Talk, answer: Answer) -> Any:
    text = " ".join(answer.text.split())
    if not text or said_instead(text):
        raise AskAgain("text-expected")
    if len(text) > 500:
        raise AskAgain("text-long", n=len(text))
    return text


def read_choice(options: tuple[str, ...]) -> Read:
    def read(talk: Talk, answer: Answer) -> Any:
        if answer.pick in options:
            return answer.pick
        raise AskAgain("choose-one")

    return read


READERS: dict[str, Callable[[Talk, Answer], Any]] = {
    "nik": read_nik,
    "kk_number": read_kk_number,
    "name": read_name,
    "village": read_village,
    "birth_date": read_birth_date,
    "date": read_date,
    "place": read_place,
    "street": HOME.read_street,
    "number": read_number,
    "text": read_text,
}
