"""The daily report as files: CSV and XLSX with a row an office, and a PDF to print. What is missing stays empty."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

import xlsxwriter

from registry.issuing.render import render_sheet
from registry.reports.daily import Report
from registry.reports.figures import ALL, GROUPS

Named = Callable[[str], str]  # what a figure, a group or a flag is called
HEAD = ("tanggal", "kode_kab", "kantor")


def as_csv(reports: Sequence[Report]) -> str:
    """The names of the columns are those of the offices' own reports."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow((*HEAD, *ALL))
    writer.writerows(_row(report) for report in reports)
    return written.getvalue()


def as_xlsx(reports: Sequence[Report], named: Named, told: Callable[[Report], Sequence[str]]) -> bytes:
    """A second sheet lists what does not fit together."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True, "strings_to_formulas": False}) as book:
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"bold": True, "text_wrap": True})
        sheet = book.add_worksheet("Laporan harian")
        sheet.freeze_panes(1, len(HEAD))
        sheet.set_column(0, len(HEAD) + len(ALL) - 1, 14)
        sheet.write_row(0, 0, [*HEAD, *(named(name) for name in ALL)], wrapped)
        for line, report in enumerate(reports, start=1):
            for column, value in enumerate(_row(report)):
                if value is not None:
                    sheet.write(line, column, value)
        notes = book.add_worksheet("Perlu dilihat")
        notes.set_column(0, 1, 60)
        notes.write_row(0, 0, ["kantor", "perlu dilihat"], bold)
        lines = [(report.office.name, said) for report in reports for said in told(report)]
        for line, pair in enumerate(lines, start=1):
            notes.write_row(line, 0, pair)
    return written.getvalue()


@dataclass(frozen=True, repr=False)
class ReportSheet:
    """What the PDF shows: groups of figures down, offices across."""

    template: ClassVar[str] = "laporan_harian"

    title: str
    made: str
    offices: tuple[str, ...]
    groups: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...]
    notes: tuple[str, ...]

    def as_data(self) -> dict[str, object]:
        return dict(vars(self))


def as_pdf(
    reports: Sequence[Report], named: Named, number: Callable[[int], str], notes: Sequence[str], *,
    title: str, made: str, at: datetime,
) -> bytes:  # fmt: skip
    def line(name: str) -> tuple[str, tuple[str, ...]]:
        found = (report.figures.get(name) for report in reports)
        return named(name), tuple("-" if value is None else number(value) for value in found)

    groups = tuple((named(f"group-{group}"), tuple(line(name) for name in names)) for group, names in GROUPS.items())
    offices = tuple(report.office.name.removeprefix("Disdukcapil ") for report in reports)
    return render_sheet(ReportSheet(title, made, offices, groups, tuple(notes)), at)


def _row(report: Report) -> list[str | int | None]:
    return [report.day.isoformat(), report.office.region, report.office.name, *_figures(report)]


def _figures(report: Report) -> Iterator[int | None]:
    return (report.figures.get(name) for name in ALL)
