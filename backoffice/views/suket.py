"""Who holds a suket: the office's list, how many are left, and when there are none at this pace."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from backoffice import incoming
from backoffice.access import PRINTING, SUPERVISOR, actor, desk, language, opens
from backoffice.parts import parts
from backoffice.texts import texts
from backoffice.words import refusal
from registry.cards import suket
from registry.lifecycle import Refused
from registry.reports.known import day_of
from registry.reports.overview import history, told_lately
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
    """Nothing when a line has a fault, unless the officer chose to take the others."""
    file = request.files.get("file")
    try:
        read = suket.read(incoming.rows(file.read(incoming.LARGEST + 1) if file else b""))
    except Refused as refused:
        return _page(refusal(texts(language()), refused)), 409
    if read.faults and "only_good" not in request.form:
        return _page(texts(language())("suket-nothing", n=len(read.faults)), read), 409
    with parts().database.writing() as session:
        new = suket.keep(session, actor(), read.holders, parts().clock(), whole="whole" in request.form)
    flash(texts(language())("suket-kept", n=len(read.holders), new=new))
    return redirect(url_for("desk.show_suket"), 303)


def _page(refused: str | None = None, read: suket.Read | None = None) -> str:
    office, today = current_user.office, day_of(current_user.office, parts().clock())
    with parts().database.reading() as session:
        count = suket.counted(session, [office.id]).get(office.id)
        told = history(told_lately(session, today), "suket_sisa").get(office.id, [])
    return render_template(
        "desk/suket.html",
        count=count, ends=none_left(told), refusal=refused, faults=read.faults[:MOST_FAULTS] if read else [],
        most=suket.MOST_LINES,
    )  # fmt: skip
