"""The audit log, readable: who did what, and who looked at which record. That somebody read it is noted, too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlmodel import Session, col, select

from backoffice import officers
from backoffice.access import ADMIN, SUPERVISOR, actor, desk, language, note, opens
from backoffice.parts import parts
from backoffice.texts import texts
from registry.audit import reading
from registry.audit.reading import KINDS, Wanted
from registry.calendar.dates import DateUnclear, parse_date
from registry.desk.searching import case_number
from registry.models import AuditEntry, Case, Officer
from registry.models.rights import LETTERS

PAGE = 50
USUAL = timedelta(days=7)
CASE_NUMBER = re.compile(r"[A-Za-z]{2,8}[\s-]*\d{1,9}$")
HEARD = re.compile(rf"({'|'.join([*LETTERS.values(), 'ADU'])})[\s-]*(\d{{1,9}})")


@desk.get("/catatan")
@opens(ADMIN, SUPERVISOR)
def show_audit() -> ResponseReturnValue:
    zone = current_user.office.timezone
    today = parts().clock().astimezone(current_user.clock.zone).date()
    last = _day("sampai", today)
    first = _day("dari", last - USUAL)
    number, kind = request.args.get("nomor", "").strip()[:20], request.args.get("jenis", "")
    what = request.args.get("apa", "").strip()[:60]
    with parts().database.reading() as session:
        named = number or (what if CASE_NUMBER.match(what) else "")
        case_id = _case(session, named) if named else None
        officer_id, kind = request.args.get("petugas", type=int), kind if kind in KINDS else ""
        wanted = Wanted(first, last, officer_id, case_id, kind, _actions("" if case_id else what), _subject(what))
        unknown = bool(number) and case_id is None
        entries = [] if unknown else reading.page(session, actor(), wanted, zone, after=_after(session), size=PAGE + 1)
        shown = entries[:PAGE]
        numbers = reading.numbers(session, shown)
        names = officers.names(session, [*(entry.officer_id for entry in shown), *_spoken_of(shown)])
        staff = select(Officer).where(Officer.office_id == actor().office_id).order_by(col(Officer.name))
        everybody = session.exec(staff).all()
    note("audit_viewed", subject=f"office:{actor().office_id}")
    return render_template(
        "desk/audit.html", entries=shown, numbers=numbers, names=names, staff=everybody, wanted=wanted, kinds=KINDS,
        number=number, what=what, unclear=_unclear(first, last), more=shown[-1].id if len(entries) > PAGE else None,
    )  # fmt: skip


def _spoken_of(entries: Sequence[AuditEntry]) -> list[int]:
    """Officers that something was done to, or taken from."""
    subjects = [(entry.subject or "").partition(":") for entry in entries]
    return [int(which) for kind, _, which in subjects if kind == "officer" and which.isdecimal()]


def _day(name: str, otherwise: date) -> date:
    """As people write it; what is no day is none."""
    try:
        return parse_date(request.args.get(name, ""), otherwise, future=True)
    except DateUnclear:
        return otherwise


def _unclear(first: date, last: date) -> str | None:
    """Which text says what is wrong with the days asked for."""
    for name in ("dari", "sampai"):
        try:
            parse_date(request.args.get(name) or "hari ini", last, future=True)
        except DateUnclear:
            return "audit-day-unclear"
    return "audit-days-reversed" if last < first else None


def _actions(what: str) -> list[str] | None:
    """By the words in which the log shows them."""
    return texts(language()).called("event", what) if what else None


def _subject(what: str) -> str:
    """ "dokumen 12", as the log shows it, or the number that citizens hear: DS-0001."""
    if match := HEARD.fullmatch(what.upper()):
        return f"{'complaint' if match[1] == 'ADU' else 'datarequest'}:{int(match[2])}"
    words, _, which = what.rpartition(" ")
    kinds = texts(language()).called("subject", words) if words and which.isdecimal() else []
    return f"{kinds[0]}:{which}" if kinds else ""


def _case(session: Session, number: str) -> int | None:
    """This office's, by its number, typed with or without the office's code."""
    written = case_number(session, current_user.office.id, number)
    mine = select(Case.id).where(Case.number == written, Case.office_id == actor().office_id)
    return session.exec(mine).first()


def _after(session: Session) -> tuple[datetime, int] | None:
    last = session.get(AuditEntry, request.args.get("setelah", type=int) or 0)
    return (last.at, last.id) if last else None
