"""The queue: the office's cases in the order they came."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlmodel import Session, col, select

from backoffice import casefile, tabs
from backoffice.access import (
    CHECKERS,
    EVERY_OFFICER,
    PROVINCE,
    READERS,
    SIGNATORY,
    actor,
    desk,
    language,
    opens,
)
from backoffice.parts import parts
from backoffice.polling import unless_known
from backoffice.texts import texts
from backoffice.words import person_of
from registry import cases
from registry.desk import assigning, queue
from registry.desk.sieve import EVERYTHING, Sieve
from registry.desk.today import rest_of_day
from registry.lifecycle import CaseState, Refused
from registry.models import Office

OF_THE_TAB = ("tab", "after", "state", "sent_back")  # what another tab would not understand
SIFTED_BACK = timedelta(days=90)
OBSTACLES = ("double", "prr", "centre", "family", "photo")  # what holds a record up at SIAK most often


@desk.get("/")
@opens(*EVERY_OFFICER)
def home() -> ResponseReturnValue:
    """Where the day begins: with the signatures, with all offices of the province, or with what waits today."""
    if current_user.may(SIGNATORY):
        return redirect(url_for("desk.show_signing"))
    return redirect(url_for("desk.show_province" if current_user.may(PROVINCE) else "desk.show_today"))


@desk.get("/antrean")
@opens(*READERS)
def show_queue() -> ResponseReturnValue:
    return queue_page()


def queue_page(refusal: str | None = None) -> str:
    return render_template("desk/queue.html", **shown(), refusal=refusal)


@desk.get("/antrean/isi")
@opens(*READERS)
def poll_queue() -> ResponseReturnValue:
    """The same rows for a page that is open: who takes a case is seen on every screen."""
    return unless_known(render_template("desk/_queue.html", **shown()))


def shown() -> dict[str, Any]:
    """The part of the queue that the address asks for."""
    tab = request.args.get("tab", "check")
    tab = tab if tab in tabs.TABS else "check"
    with parts().database.reading() as session:
        offices = offices_to_choose(session)
        office = current_user.office or office_shown(offices)
        sieve = _sieve(office, tab)
        office_id = office.id if office else 0
        page = tabs.page(session, office_id, tab, request.args.get("after", type=int), sieve=sieve)
        counts = tabs.counts(session, office_id, sieve)
        colleagues = assigning.colleagues(session, actor()) if tab == "check" else ()
    return {
        "tab": tab, "tabs": tabs.TABS, "counts": counts, "page": page, "states": tabs.STATES[tab],
        "offices": offices, "office_id": office_id, "at": parts().clock(), "asked": request.args.to_dict(),
        "kept": {name: value for name, value in request.args.items() if name not in OF_THE_TAB},
        "narrowed": sieve != EVERYTHING, "only_from": sieve.ended_since,
        "services": parts().catalogue, "districts": parts().regions.inside(office.region) if office else [],
        "person_named": person_of,
        "may_claim": current_user.may(*CHECKERS), "obstacles": OBSTACLES, "colleagues": colleagues,
        "pick": tab == "check" and current_user.may(*CHECKERS), "chosen": set(request.form.getlist("case", type=int)),
        "asked_of": lambda case: casefile.asked(parts().catalogue.get(case.service), case),
        "here": url_for("desk.show_queue") + f"?{request.query_string.decode()}",
    }  # fmt: skip


def _sieve(office: Office | None, tab: str) -> Sieve:
    """What the address asks for: service, kecamatan, state, mine, free, late, moved, due, flagged, sent_back."""
    asked, at = request.args, parts().clock()
    sieve = Sieve(
        service=asked.get("service") or None,
        district=asked.get("kecamatan") or None,
        held_by=current_user.officer.id if "mine" in asked else None,
        unclaimed="free" in asked,
        late_at=at if "late" in asked else None,
        moved="moved" in asked,
        due=rest_of_day(office, at) if office and "due" in asked else None,
        flagged="flagged" in asked,
        state=asked.get("state") or None,
        sent_back="sent_back" in asked and tab == "siak",
    )
    far_back = tab == "closed" and sieve != EVERYTHING
    return replace(sieve, ended_since=at - SIFTED_BACK) if far_back else sieve


@desk.post("/antrean/berikut")
@opens(*CHECKERS)
def take_next() -> ResponseReturnValue:
    """The oldest unclaimed case that the address asks for and that can be decided, or the one after it, where another
    officer was quicker."""
    with parts().database.reading() as session:
        sieve = _sieve(current_user.office, "check")
        waiting = queue.unclaimed(session, current_user.office.id, current_user.officer.id, sieve)
        left = (
            waiting or queue.counts(session, current_user.office.id, (CaseState.SUBMITTED,), sieve)[CaseState.SUBMITTED]
        )
    for case_id in waiting:
        try:
            with parts().database.writing() as session:
                _claim(session, case_id)
        except Refused:
            continue
        return redirect(url_for("desk.show_case", case_id=case_id), 303)
    flash(texts(language())("queue-only-to-bring" if left else "queue-nothing-left"))
    return redirect(url_for("desk.show_queue"), 303)


def _claim(session: Session, case_id: int) -> None:
    cases.claim(session, actor(), case_id, parts().clock())


def offices_to_choose(session: Session) -> list[Office]:
    """The province chooses among all; an officer has theirs."""
    return [] if current_user.office else list(session.exec(select(Office).order_by(col(Office.name))).all())


def office_shown(offices: list[Office]) -> Office | None:
    """The one asked for, else the first; none where there is no office yet."""
    asked = request.args.get("office", "")
    return next((office for office in offices if str(office.id) == asked), offices[0] if offices else None)
