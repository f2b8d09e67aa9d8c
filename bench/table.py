"""Prints figures in columns, each with its aim beside it."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def table(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    widths = [max(len(row[column]) for row in (header, *rows)) for column in range(len(header))]
    lines = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in (header, *rows)]
    sys.stdout.write("\n".join(["", title, "", lines[0], "-" * max(map(len, lines)), *lines[1:], ""]))
    sys.stdout.flush()


def beside(met: bool, aim: str) -> str:
    return f"{aim}: {'met' if met else 'MISSED'}"
