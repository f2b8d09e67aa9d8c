"""The printing plan: when each office has printed what waits, what holds it up, and who could lend whom what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from sqlmodel import Session

from backoffice import charts
from backoffice.access import PROVINCE, desk, language, opens
from backoffice.acting import act, typed, typed_number
from backoffice.formats import number
from backoffice.parts import parts
from backoffice.texts import texts
from registry.actors import Actor
from registry.calendar.dates import DateUnclear, parse_date
from registry.lending import loans
from registry.lending.gathering import Gathered, ends_on, gather, promised
from registry.lending.plan import Plan, alone, left_over, printable, propose
from registry.lending.situation import Situation
from registry.lifecycle import Refused

LONGEST_CHART = 120  # working days drawn


@desk.get("/rencana-cetak")
@opens(PROVINCE)
def show_plan() -> ResponseReturnValue:
    return _page(reckon="hitung" in request.args)


@desk.post("/rencana-cetak/pinjam")
@opens(PROVINCE)
def lend_between() -> ResponseReturnValue:
    return act(
        _lend, again=lambda refusal: _page(refusal, reckon=True), then=url_for("desk.show_plan", hitung=1), done="lent"
    )


@desk.post("/rencana-cetak/pinjaman/<int:loan_id>/kembali")
@opens(PROVINCE)
def take_printer_back(loan_id: int) -> ResponseReturnValue:
    return act(
        lambda session, who, at: loans.give_back(session, who, loan_id, at),
        again=_page,
        then=url_for("desk.show_plan", _anchor="loans"),
        done="printer_given_back",
    )


@desk.post("/rencana-cetak/kuota")
@opens(PROVINCE)
def promise_blanks() -> ResponseReturnValue:
    return act(_promise, again=_page, then=url_for("desk.show_plan", _anchor="quotas"), done="quota_promised")


@desk.post("/rencana-cetak/kuota/<int:quota_id>/hapus")
@opens(PROVINCE)
def strike_out_quota(quota_id: int) -> ResponseReturnValue:
    return act(
        lambda session, who, at: loans.strike_out(session, who, quota_id, at),
        again=_page,
        then=url_for("desk.show_plan", _anchor="quotas"),
        done="quota_struck_out",
    )


def _lend(session: Session, who: Actor, at: datetime) -> None:
    lender, borrower, pieces = typed_number("lender"), typed_number("borrower"), typed_number("pieces")
    loans.reckoned_with(session, lender, borrower, typed_number("newest"))
    if typed("capacity"):
        capacity = typed_number("capacity")
        loans.lend_printers(session, who, at, lender=lender, borrower=borrower, pieces=pieces, capacity=capacity)
    else:
        loans.lend_blanks(session, who, at, lender=lender, borrower=borrower, pieces=pieces)


def _promise(session: Session, who: Actor, at: datetime) -> None:
    loans.promise(session, who, at, office=typed_number("office"), pieces=typed_number("pieces"), day=_day(at))


def _day(at: datetime) -> date:
    try:
        return parse_date(typed("day"), at.date(), future=True)
    except DateUnclear:
        raise Refused("refused-quota-day") from None


def _page(refusal: str | None = None, reckon: bool = False) -> str:
    at = parts().clock()
    with parts().database.reading() as session:
        gathered = gather(session, at)
        lent, quotas = loans.loans(session), promised(session)
    known = [each.situation for each in gathered if each.situation is not None]
    plan = propose(known) if reckon else None
    return render_template(
        "desk/printing_plan.html",
        rows=gathered, offices={each.office.id: each.office for each in gathered}, known=known, alone=alone(known),
        lacking=sum(each.work for each in known) - sum(each.printable for each in known), plan=plan,
        plan_lacking=sum(each.work for each in known) - printable(known), chart=_chart(known, plan), loans=lent,
        quotas=quotas, today=at.date(), refusal=refusal, typed=request.form,
        ends=lambda days: _ends(gathered, at, days),
        ends_here=lambda row, days: ends_on(row.office, at, days),
    )  # fmt: skip


def _ends(gathered: Sequence[Gathered], at: datetime, days: int) -> date | None:
    """By the calendar of the office that works least."""
    found = [ends_on(each.office, at, days) for each in gathered if each.situation is not None]
    return None if None in found else max((day for day in found if day is not None), default=None)


def _chart(known: Sequence[Situation], plan: Plan | None) -> Markup | None:
    """Without lending, and before it the plan; none where nothing waits."""
    days = min(alone(known) or LONGEST_CHART, LONGEST_CHART)
    if not any(each.work for each in known):
        return None
    spoken = texts(language())
    lines = [left_over(plan.after, days)] if plan and plan.moves else []
    lines.append(left_over(known, days))
    most, last = number(lines[0][0], spoken.language), spoken("plan-days", n=days)
    return charts.run_down(lines, title=spoken("plan-chart"), most=most, last=last)
