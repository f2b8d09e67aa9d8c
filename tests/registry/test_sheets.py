"""Tables as people save them: every spreadsheet's way to write the same rows is read alike."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pytest
from openpyxl import Workbook

from registry import sheets
from registry.lifecycle import Refused

ROWS = [["NIK", "Nama, sesuai KTP"], ["6471044506900000", "Rina"], ["0812", "dua\nbaris; ya"]]
WITH_COMMAS = 'NIK,"Nama, sesuai KTP"\n6471044506900000,Rina\n0812,"dua\nbaris; ya"\n'


@pytest.mark.parametrize(
    "data",
    [
        WITH_COMMAS.encode(),
        b"\xef\xbb\xbf" + WITH_COMMAS.encode(),
        WITH_COMMAS.replace("\n0812", "\r\n0812").encode(),
        WITH_COMMAS.encode("utf-16"),
        b'NIK;"Nama, sesuai KTP"\n6471044506900000;Rina\n0812;"dua\nbaris; ya"\n',
        b'NIK\tNama, sesuai KTP\n="6471044506900000"\tRina\n\'0812\t"dua\nbaris; ya"\n',
    ],
)
def test_every_way_to_save_it_is_read_alike(data: bytes) -> None:
    assert sheets.rows(data) == ROWS


def test_a_workbook_is_read_like_its_csv() -> None:
    assert sheets.rows(workbook(ROWS)) == ROWS


def test_what_was_read_can_be_pasted_again() -> None:
    assert sheets.rows_of(sheets.as_text(ROWS)) == ROWS


def test_a_formula_that_was_never_computed_is_empty() -> None:
    assert sheets.rows(workbook([["NIK"], ["=1+1"], [6471044506900000]])) == [["NIK"], [""], ["6471044506900000"]]


def test_a_number_that_the_spreadsheet_rounded_is_none() -> None:
    assert sheets.rows(workbook([["NIK"], [9171044506900001.0]])) == [["NIK"], [""]]


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"PK\3\4 broken", b"a\0b", b'"' + b"x" * 200_000])
def test_what_is_no_table_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        sheets.rows(data)
    assert refused.value.reason == "refused-table-kind"


def workbook(rows: Sequence[Sequence[object]]) -> bytes:
    book, written = Workbook(write_only=True), BytesIO()
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    book.save(written)
    return written.getvalue()
