"""Typed text where a button was expected: which of the offered options is meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from bot.meaning.spelling import spelling
from bot.says import Option
from bot.wording import Wording
from registry.models import Channel

TOLD_BY_LENGTH, NUMBERS = re.compile(r"\d+angka"), re.compile(r"\d{2,}")
LEADING = re.compile(r"\s*(\d)\b(?![.,/:-]?\d)")  # "1 dari rs", "3. ikut nenek", no date and no amount
CLAUSE = re.compile(r"[.,;!\n]|\b(?:tapi|tp|but)\b")
CLOSE = 88  # of 100; below it a word is another word
NO = {"dont", "don"}
NOT = {"tidak", "bukan", "belum", "tanpa", "jangan", "jgn", "ojo", "stop", "berhenti", "no", "not", "without",
       "nomor"}  # fmt: skip  # "no" is told as "nomor"
AGREED, DENIED = {"yes", "have", "letter"}, {"no", "none", "not_yet", "missing", "lost"}  # ids of options
YES_NO = {"ya", "iya", "y", "yes", "yup", "ada", "punya", "sudah", "masih", "benar", "betul", "tidak", "belum", "nomor",
          "no", "not", "bukan", "have"}  # fmt: skip
YES = {"ya", "iya", "y", "yes", "betul", "benar"}
AGREES = {"ok", "oke", "okay", "siap", "baik", "saya", "walinya", "wali", "orangtua", "ortu", "sudah"}
BUTS = {"tapi", "tp", "but", "kalau", "kecuali", "beda", "lain", "bagaimana", "apa", "ubah", "ganti", "salah"}
MOST_AFTER_YES = 3  # words; more says more than yes
HEDGES = {"kayaknya", "kayanya", "sepertinya", "rasanya", "kelihatannya", "mungkin", "jelas", "tentu", "memang",
          "emang", "maaf", "oh", "eh", "wah", "hmm", "saya", "kalau", "itu", "yang", "ini", "kami", "surat", "sama",
          "sekali", "terimakasih", "maybe", "probably", "sorry"}  # fmt: skip  # may stand before a no
OF_RELATIVE = re.compile(
    r"\b(?:ibu|mama|mamah|mamak|bapak|papa|bapa|ayah|abah|kakek|nenek|mbah|eyang|mertua|kakak|adik|adek|paman|tante|istri"
    r"|suami|anak|cucu)\s?(?:saya|sy|aku|ku|ulun|kula|kulo|abdi)\b(?!\s(?:sendiri|sndiri))",
    re.IGNORECASE,
)
UNKNOWN = {"tahu", "tau", "know", "ingat", "inget"}
SAID_TO = {"min", "admin", "pak", "bapak", "bu", "ibu", "kak", "kakak", "mas", "mbak", "bang", "dong", "sih", "lah",
           "deh", "kok", "saja", "pang", "atuh"}  # fmt: skip


def plain(text: str) -> str:
    return " ".join(re.findall(r"[\w]+", text.casefold()))


def _meant(text: str) -> str:
    """In the words of bot/meaning/spelling.py, without whom it is said to: "blm ada pak" is "belum ada". A number
    stays what it is: under 19 is not under 21."""
    numbers = iter(NUMBERS.findall(text))
    words = [next(numbers, word) if TOLD_BY_LENGTH.fullmatch(word) else word for word in spelling().words(text)]
    told = [word for word in words if word not in SAID_TO and word.isalnum()] or words
    return " ".join("tidak" if word in NO else word for word in told)


def _without_asking(meant: str) -> str:
    """ "Bayar ora", "perlu materai ga" ask, and say no to nothing; "kayaknya ga", "punya ga" are answers."""
    before, _, last = meant.removesuffix(" ya").rpartition(" ")
    return before if last == "tidak" and not YES_NO.union(HEDGES).issuperset(before.split()) else meant


@dataclass(frozen=True)
class Said:
    text: str
    meant: str

    def to(self, option: Option) -> str:
        """The name of a village is no slang."""
        return self.text if option.plain else self.meant


def only_agrees(text: str) -> bool:
    """ "Ya", "oke siap", where a fact is asked for."""
    words = set(plain(text).split())
    return bool(words & (YES | {"ok", "oke", "okay", "siap", "baik"})) and words <= YES | AGREES | SAID_TO


def agrees_to_none(text: str) -> bool:
    """ "Ya", "iya min", where it was asked which."""
    words = set(plain(text).split())
    return bool(words & YES) and words <= YES | SAID_TO


def label(option: Option, words: Wording, language: str, channel: Channel) -> str:
    return option.label if option.plain else words.render(option.label, {}, language, channel)


def pick(
    text: str,
    options: Sequence[Option],
    words: Wording,
    language: str,
    channel: Channel,
    *,
    numbers: bool,
    near: bool = True,
) -> Option | None:
    """The option meant, or none. `numbers` is off where a number would mean something else (a row of a summary);
    `near` where the words must be the option's own, for more is said than that."""
    options, told = _of_whom(options, text), plain(text)
    if not told:
        return None
    said = Said(told, _without_asking(_meant(told)))
    if told.isdecimal() and (own := _exact(said, options, words, language, channel)):
        return own  # "3" is photo 3, wherever it stands
    if told.isdecimal():
        numbered = [option for option in options if numbers and not option.unnumbered]
        place = int(told)
        return numbered[place - 1] if 1 <= place <= len(numbered) else None
    exact = _exact(said, options, words, language, channel) or _agreed(_before_question(text), options)
    if exact or not near:
        return exact
    return _close(said, options, words, language, channel) or _yes_first(said, options, words, language, channel)


def _of_whom(options: Sequence[Option], text: str) -> Sequence[Option]:
    """ "Mbah saya" is not who writes."""
    return [option for option in options if option.id != "self"] if OF_RELATIVE.search(text) else options


def begun_with(
    text: str, options: Sequence[Option], words: Wording, language: str, channel: Channel, *, numbers: bool
) -> Option | None:
    """What would be no answer may begin with one: "1 dari rs, bapaknya di laut", "saya sendiri, pindah dari Manggar";
    or be a part of one: "satu" of "Satu orang". None where the rest takes it back or names another."""
    options, numbered = _of_whom(options, text), LEADING.match(text)
    first, *after = [numbered[1], text[numbered.end() :]] if numbered else CLAUSE.split(text, maxsplit=1)
    rest = _meant(plain(" ".join(after)))
    if not rest:
        return _part_of_one(_meant(plain(text)), options, words, language, channel)
    if re.search(r"\b\d\b", rest) or (not numbered and NOT.union(BUTS).intersection(rest.split())):
        return None
    return pick(first, options, words, language, channel, numbers=numbers)


def _part_of_one(
    said: str, options: Sequence[Option], words: Wording, language: str, channel: Channel
) -> Option | None:
    told = set(said.split()) - YES_NO
    if not told:
        return None
    found = [
        option
        for option in options
        if any(told <= set(name.split()) for name in _names(option, words, language, channel))
    ]
    return found[0] if len(found) == 1 else None


def _before_question(text: str) -> str:
    """ "blm ada, harus balik ke banjar lagi kah?": the answer stands first."""
    answer, _, rest = text.partition(",")
    return plain(answer if rest.rstrip().endswith("?") else text)


def _agreed(said: str, options: Sequence[Option]) -> Option | None:
    """ "iya ada", "belum" where one option alone means yes and another no, whatever they are called."""
    words = _meant(said).split()
    meant = DENIED if NOT.intersection(words) else AGREED
    yes = [option for option in options if option.id in AGREED]
    no = [option for option in options if option.id in DENIED]
    found = yes if meant is AGREED else no
    return found[0] if yes and len(found) == 1 and no and YES_NO.issuperset(words) else None


def _yes_first(said: Said, options: Sequence[Option], words: Wording, language: str, channel: Channel) -> Option | None:
    """ "Ya balikpapan", where one option is yes and nothing else stands there that is one, or takes it back."""
    first, *more = said.meant.split() or [""]
    if first not in YES or not 0 < len(more) <= MOST_AFTER_YES or NOT.union(BUTS).intersection(more):
        return None
    found = [option for option in options if first in _names(option, words, language, channel)]
    return found[0] if len(found) == 1 else None


def _names(option: Option, words: Wording, language: str, channel: Channel) -> list[str]:
    as_read = plain if option.plain else _meant
    keys = [key for key in ("" if option.plain else option.label, option.also) if key]
    own = [plain(option.label)] if option.plain else []
    return [*own, *(name for key in keys for name in _called(key, as_read, words, language, channel))]


@cache
def _called(
    key: str, as_read: Callable[[str], str], words: Wording, language: str, channel: Channel
) -> tuple[str, ...]:
    """By the sentence's own words, and by others that mean it."""
    said = (words.render(key, {}, language, channel), *words.says(key, language))
    return tuple(as_read(name) for name in said)


def _exact(said: Said, options: Sequence[Option], words: Wording, language: str, channel: Channel) -> Option | None:
    return next((option for option in options if said.to(option) in _names(option, words, language, channel)), None)


def _close(said: Said, options: Sequence[Option], words: Wording, language: str, channel: Channel) -> Option | None:
    """One option alone that is spelt nearly so, or whose whole name stands in a short reply: of two the longer one, if
    the other is a part of it ("saya" in "buat suami saya")."""
    near: dict[str, str] = {}
    for option in options:
        named = [name for name in _names(option, words, language, channel) if _is_near(name, said.to(option))]
        if named:
            near[option.id] = max(named, key=len)
    whole = [
        key for key, name in near.items() if not any(_stands_in(name, other) for other in set(near.values()) - {name})
    ]
    found = next((option for option in options if option.id == whole[0]), None) if len(whole) == 1 else None
    return found if len(said.text.split()) <= 6 else None


def _is_near(name: str, said: str) -> bool:
    return fuzz.ratio(said, name) >= CLOSE or _stands_in(name, said)


def _stands_in(name: str, said: str) -> bool:
    """ "gak punya" is no "punya"."""
    told, own = set(said.split()), set(name.split())
    denied = bool(NOT & told) and (not NOT & own or bool((told - own) & UNKNOWN))  # "ga tau" denies nothing
    return len(name) > 2 and not denied and re.search(rf"\b{re.escape(name)}\b", said) is not None
