"""Tables as files for a spreadsheet, which must never take what a stranger typed for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from flask import Response

# A cell that begins so is computed by Excel, LibreOffice or Google Sheets; the wide ones are taken for the narrow.
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
SEPARATOR = ";"  # what Excel expects in Indonesia


def harmless(cell: str) -> str:
    """As text, whatever is in it: an apostrophe before a formula's first sign."""
    return f"'{cell}" if cell.lstrip(" \u00a0\ufeff").startswith(FORMULAS) or cell.startswith(FORMULAS) else cell


def csv_file(columns: Sequence[str], rows: Iterable[Sequence[str]], name: str) -> Response:
    """UTF-8 with a mark by which Excel knows it."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=SEPARATOR, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    response = Response(written.getvalue().encode("utf-8-sig"), mimetype="text/csv")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response
