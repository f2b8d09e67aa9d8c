"""A form written in one message, parted at the marks its writer chose: AKL#NIK#..., KTP/NIK/..., a field a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.meaning.picks import plain
from registry.nik import numbers_in

HARD = re.compile(r"\s*[#*|]\s*")
CODE = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[ -](?!\d{2})[A-Za-z0-9]+){0,3}")
HEAD = re.compile(rf"(?P<code>{CODE.pattern})(?:[ \t]*(?P<mark>[/,;\n])\s*|[ :-]+)(?=\S)")
SOFT = {"/": re.compile(r"\s*/\s*"), ",": re.compile(r"\s*[,;\n]\s*"), "\n": re.compile(r"\s*\n\s*")}
DATE = re.compile(r"(?<!\d)\d{1,2}\s?([-/.])\s?\d{1,2}\s?\1\s?(?:\d{4}|\d{2})(?!\d|\s?/\s?\d{4})")
IN_WORDS = re.compile(r"(?<!\d)\d{1,2}\s[^\W\d_]{3,9}\s\d{4}(?!\d)")  # a date, between other words
LABELLED = re.compile(r"(?:nik|no|nomor|kk|nama|name|ttl|alamat)\b", re.IGNORECASE)
NAMED = {"nama", "name"}
LABELS = NAMED | {"nik", "kk", "ktp"}  # before an answer they say what it is, not what is wanted
OF_WHOM = {"saya", "sy", "aku", "ulun", "kami", "ibu", "bapak", "ayah", "istri", "suami", "itu", "adalah", "my", "is"}
FEW = 3  # fields; with fewer a form is no form, or a word no code


@dataclass(frozen=True)
class Parted:
    """`sure` tells that the marks alone show a form, whatever its first field says."""

    code: str
    fields: tuple[str, ...]
    sure: bool = True


def parted(text: str) -> Parted | None:
    """None for what is no form. The first # may be left out; other marks and lines part fields where a number tells
    that it is one."""
    bare = text.strip().lstrip("#*").strip()
    first, *fields = HARD.split(bare)
    if CODE.fullmatch(first):
        return Parted(first, tuple(fields)) if fields or text.strip().startswith("#") else None
    head = HEAD.match(first)
    code, mark = (_without_label(head["code"], head["mark"]), head["mark"] or "") if head else ("", "")
    if head is None or not code:
        return None
    rest = first[head.end() :]
    soft = _by_mark(rest, mark)
    return Parted(code, (*soft, *fields)) if fields else _softly(code, mark, rest, tuple(soft))


def without_code(text: str) -> tuple[str, ...]:
    """The fields of #NIK#Nama#..., where what is wanted stands in words among them; none for another message."""
    fields = [*filter(None, HARD.split(text.strip()))]
    return tuple(fields) if len(fields) >= FEW and any(next(numbers_in(each), None) for each in fields) else ()


def _without_label(code: str, mark: str | None) -> str:
    """ "ktp hilang nik 6471..." asks for a card; "nama rina contoh nik 6471..." for nothing."""
    words = code.split()
    if words[0].casefold() in NAMED and (mark is None or len(words) > 1):
        return ""
    return " ".join(words[:-1] if mark is None and len(words) > 1 and words[-1].casefold() in LABELS else words)


def _softly(code: str, mark: str, rest: str, fields: tuple[str, ...]) -> Parted | None:
    number = next(numbers_in(_dates_apart(rest)), None)
    leads = number is not None and number[1] == 0
    if _is_label(code) and not _is_wish(mark, fields):
        return None
    if leads or (number and mark) or (mark == "/" and len(fields) >= FEW and re.search(r"\d", rest)):
        return Parted(code, fields, sure=leads)
    return None


def _is_label(code: str) -> bool:
    """ "nik saya", "no kk ibu": what the number behind it is."""
    first, *others = plain(code).split() or [""]
    return first in LABELS and OF_WHOM.issuperset(others)


def _is_wish(mark: str, fields: tuple[str, ...]) -> bool:
    """KK/6471.../Rina asks for a family card; "kk 6471...", or "nama, rina contoh, nik 6471...", tells an answer."""
    return (mark == "/" or len(fields) >= FEW) and not any(LABELLED.match(each) for each in fields)


def _by_mark(rest: str, mark: str) -> list[str]:
    """At the mark behind the code, else at the one behind the first number, else around numbers and dates."""
    number = next(numbers_in(_dates_apart(rest)), None)
    after = rest[number[2] :].lstrip(" \t")[:1] if number and not mark else ""
    mark = {";": ","}.get(mark or after, mark or after)
    if mark == "/":
        rest = DATE.sub(lambda date: date[0].replace("/", "-"), rest)
    return SOFT[mark].split(rest) if mark in SOFT else [*_around(rest)]


def _dates_apart(text: str) -> str:
    """Beside a date a number of sixteen digits would run on."""
    return DATE.sub(lambda date: "#" * len(date[0]), text)


def _around(text: str) -> Iterator[str]:
    dates = [each.span() for pattern in (DATE, IN_WORDS) for each in pattern.finditer(text)]
    spans = sorted([*((start, end) for _, start, end in numbers_in(_dates_apart(text))), *dates])
    at = 0
    for start, end in (*spans, (len(text), len(text))):
        yield from (words for words in SOFT[","].split(text[at:start].strip(" ,;/\n")) if words)
        if text[start:end]:
            yield text[start:end]
        at = end
