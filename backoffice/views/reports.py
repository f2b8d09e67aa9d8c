"""The daily report: an office's clerk tells what Loket does not know; the province reads all of them, also as files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from io import BytesIO

from flask import abort, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlmodel import Session, col, select

from backoffice.access import ADMIN, COUNTER, PROVINCE, SUPERVISOR, desk, language, note, opens
from backoffice.acting import act
from backoffice.formats import Clock, number
from backoffice.parts import parts
from backoffice.texts import Texts, texts
from registry.models import Office
from registry.reports import daily, files
from registry.reports.daily import Report
from registry.reports.figures import ALL, CARRIED, GROUPS

READS = (COUNTER, SUPERVISOR, ADMIN, PROVINCE)
WRITES = (COUNTER, SUPERVISOR, ADMIN)
KINDS = {"csv": "text/csv", "pdf": "application/pdf",
         "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}  # fmt: skip


@desk.get("/laporan")
@opens(*READS)
def show_report() -> ResponseReturnValue:
    return report_page()


@desk.post("/laporan")
@opens(*WRITES)
def tell_report() -> ResponseReturnValue:
    day, given = _day(), request.form.to_dict()
    return act(
        lambda session, who, at: daily.tell(session, who, day, given, at),
        again=report_page,
        then=url_for("desk.show_report", hari=day.isoformat()),
        done="report_told",
    )


@desk.get("/laporan/berkas.<kind>")
@opens(*READS)
def report_file(kind: str) -> ResponseReturnValue:
    """Of the office, and for the province of all."""
    if kind not in KINDS:
        abort(404)
    found, day = _reports(), _day()
    note("report_fetched", subject=f"report:{day.isoformat()}")
    data = _written(kind, found, day)
    whose = found[0].office.code.lower() if len(found) == 1 else "provinsi"
    name = f"laporan-{whose}-{day.isoformat()}.{kind}"
    return send_file(BytesIO(data), mimetype=KINDS[kind], as_attachment=True, download_name=name)


def report_page(refusal: str | None = None) -> str:
    found, day = _reports(), _day()
    spoken = texts(language())
    return render_template(
        "desk/report.html", reports=found, day=day, groups=GROUPS, refusal=refusal,
        typed=request.form.to_dict() if refusal else {}, chosen=request.args.get("kantor", type=int),
        notes=_noted(spoken, found),
        before=day - timedelta(days=1), after=day + timedelta(days=1) if day < _today() else None,
        may_tell=current_user.may(*WRITES) and _today() - daily.LATEST <= day <= _today(),
    )  # fmt: skip


def _today() -> date:
    return parts().clock().astimezone(current_user.clock.zone).date()


def _day() -> date:
    """The one in the address or the form, else today; what is not yet has no report."""
    try:
        return min(date.fromisoformat(request.values.get("hari", "")), _today())
    except ValueError:
        return _today()


def _reports() -> list[Report]:
    with parts().database.reading() as session:
        return daily.reports(session, _offices(session), _day(), parts().clock())


def _offices(session: Session) -> Sequence[Office]:
    """An officer's own; for the province all, or the one it asks for."""
    mine = select(Office).order_by(col(Office.name))
    chosen = current_user.office.id if current_user.office else request.args.get("kantor", type=int)
    if chosen:
        mine = mine.where(Office.id == chosen)
    return session.exec(mine).all()


def _noted(spoken: Texts, found: Sequence[Report]) -> list[tuple[Report, list[str]]]:
    return [(report, told) for report in found if (told := flags_said(spoken, report))]


def flags_said(spoken: Texts, report: Report) -> list[str]:
    """What does not fit together, and how much nobody has told, in words."""
    figure: Callable[[str], str] = lambda name: spoken.label("figure", name)  # noqa: E731
    earlier = dict(CARRIED)
    said = [
        spoken(
            f"report-{flag.kind}", figure=figure(flag.figure), gap=number(flag.gap, spoken.language),
            earlier=figure(earlier.get(flag.figure, flag.figure)),
        )
        for flag in report.flags
    ]  # fmt: skip
    lacking = report.missing
    return said + ([spoken("report-missing", n=len(lacking), all=len(ALL))] if lacking else [])


def _written(kind: str, found: Sequence[Report], day: date) -> bytes:
    """What leaves the office is Indonesian, whatever the officer reads."""
    spoken, at = texts("id"), parts().clock()
    named: Callable[[str], str] = lambda name: spoken.label("figure", name)  # noqa: E731
    if kind == "csv":
        return files.as_csv(found).encode()
    if kind == "xlsx":
        return files.as_xlsx(found, named, lambda report: flags_said(spoken, report))
    clock = Clock(current_user.clock.zone.key, "id")
    notes = [f"{report.office.name}: {told}" for report, every in _noted(spoken, found) for told in every]
    return files.as_pdf(
        found, named, lambda value: number(value, "id"), notes, title=spoken("report-title", day=clock.day(day)),
        made=spoken("report-made", when=clock.long(at)), at=at,
    )  # fmt: skip
