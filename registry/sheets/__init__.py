"""Tables that officers bring, CSV or XLSX: rows of text, whatever the spreadsheet thought they were."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO, StringIO

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from registry.lifecycle import Refused

LARGEST = 5 * 1024 * 1024  # bytes of a file
UNPACKED = 60 * 1024 * 1024  # bytes that an XLSX, which is a ZIP, may hold
EXACT = 2**53  # a spreadsheet keeps larger numbers only roughly
MOST_ROWS, MOST_COLUMNS = 50_000, 200
BROKEN = (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, EOFError)
QUOTED = re.compile(r'"[^"]*"')
KEPT_AS_TEXT = re.compile(r'="(.*)"')  # how Excel is told to leave the noughts of a number


def rows(data: bytes) -> list[list[str]]:
    """The first sheet, row by row. Raises Refused for what is neither, and for what is too large."""
    if not data:
        raise Refused("refused-table-missing")
    if len(data) > LARGEST:
        raise Refused("refused-table-large", most=LARGEST // (1024 * 1024))
    return list(_of_workbook(data)) if data.startswith(b"PK") else rows_of(_decoded(data))


def rows_of(text: str) -> list[list[str]]:
    """Semicolons, commas or tabs. An apostrophe before a number keeps spreadsheets from computing it."""
    if "\0" in text or text.startswith(("%PDF", "PK\3\4")):
        raise Refused("refused-table-kind", field="file")
    text = text.removeprefix("\ufeff")
    head = QUOTED.sub("", text.split("\n", 1)[0])
    found = csv.reader(StringIO(text, newline=""), delimiter=max(";\t,", key=head.count))
    try:
        return [[_plain(cell) for cell in row[:MOST_COLUMNS]] for row in found]
    except csv.Error:
        raise Refused("refused-table-kind", field="file") from None


def as_text(table: Sequence[Sequence[str]]) -> str:
    """As `rows_of` reads it again."""
    written = StringIO(newline="")
    csv.writer(written, delimiter=";", lineterminator="\n").writerows(table)
    return written.getvalue()


def _plain(cell: str) -> str:
    cell = cell.strip()
    kept = KEPT_AS_TEXT.fullmatch(cell)
    return kept[1].strip() if kept else cell.removeprefix("'")


def _decoded(data: bytes) -> str:
    """The text of a file, in whatever a spreadsheet has saved it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):  # "Unicode text"
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")  # older Excel


def _of_workbook(data: bytes) -> Iterator[list[str]]:
    """Of a formula what it came to, as the spreadsheet last computed it."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > UNPACKED:
                raise Refused("refused-table-large", most=LARGEST // (1024 * 1024))
        sheet = load_workbook(BytesIO(data), read_only=True, data_only=True).worksheets[0]
        for row in sheet.iter_rows(max_row=MOST_ROWS, values_only=True):
            yield [_text(cell) for cell in row[:MOST_COLUMNS]]
    except BROKEN:
        raise Refused("refused-table-kind", field="file") from None


def _text(cell: object) -> str:
    """A long number that was rounded by the spreadsheet is no number any more."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, int) and abs(cell) >= EXACT:
        return ""
    return "" if cell is None else str(cell).strip()
