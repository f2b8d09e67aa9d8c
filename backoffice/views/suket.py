"""Who holds a suket: the office's list, how many are left, and when there are none at this pace."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from backoffice.access import PRINTING, SUPERVISOR, actor, desk, language, opens
from backoffice.acting import typed_number
from backoffice.parts import parts
from backoffice.texts import texts
from backoffice.words import refusal
from registry import sheets
from registry.cards import suket
from registry.lifecycle import Refused
from registry.reports.known import day_of
from registry.reports.overview import history, told_lately, with_today
from registry.reports.pace import none_left

KEEPERS = (PRINTING, SUPERVISOR)
MOST_FAULTS = 200  # shown


@desk.get("/cetak/suket")
@opens(*KEEPERS)
def show_suket() -> ResponseReturnValue:
    return _page()


@desk.post("/cetak/suket")
@opens(*KEEPERS)
def import_suket() -> ResponseReturnValue:
    """Nothing when a line has a fault, unless the officer chose to take the others: then it is no whole list."""
    file, whole, spoken = request.files.get("file"), "whole" in request.form, texts(language())
    try:
        read = suket.read(sheets.rows(file.read(sheets.LARGEST + 1) if file else b""))
        if read.faults and (whole or "only_good" not in request.form):
            return _page(spoken("suket-nothing-whole" if whole else "suket-nothing", n=len(read.faults)), read), 409
        new, gone = _keep(read, max(typed_number("gone"), 0) if whole else None)
    except suket.StrikesOut as struck_out:
        return _page(refusal(spoken, struck_out), gone=struck_out.gone), 409
    except Refused as refused:
        return _page(refusal(spoken, refused)), 409
    flash(spoken("suket-kept", n=len(read.holders), new=new))
    if gone:
        flash(spoken("suket-gone", n=gone))
    return redirect(url_for("desk.show_suket"), 303)


def _keep(read: suket.Read, gone: int | None) -> tuple[int, int]:
    with parts().database.writing() as session:
        return suket.keep(session, actor(), read.holders, parts().clock(), gone=gone)


def _page(refused: str | None = None, read: suket.Read | None = None, gone: int | None = None) -> str:
    office, today = current_user.office, day_of(current_user.office, parts().clock())
    with parts().database.reading() as session:
        count = suket.counted(session, [office.id]).get(office.id)
        told = history(told_lately(session, today), "suket_sisa").get(office.id, [])
    ends = none_left(with_today(told, today, count.outstanding if count else None))
    return render_template(
        "desk/suket.html",
        count=count, ends=ends, refusal=refused, faults=read.faults[:MOST_FAULTS] if read else [],
        most=suket.MOST_LINES, gone=gone,
    )  # fmt: skip
