"""The first screen of the day: what waits for me, what is late, what the office did; every number leads to its list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlmodel import Session

from backoffice.access import (
    ADMIN,
    CHECKERS,
    COUNTER,
    POST,
    PRINTING,
    PROVINCE,
    SIGNATORY,
    SUPERVISOR,
    actor,
    desk,
    opens,
)
from backoffice.parts import parts
from registry import ratings
from registry.cards import stock
from registry.cards.stock import Stock
from registry.desk import attention
from registry.desk.today import Today, today
from registry.lifecycle import DocumentState, Role
from registry.offices import lapsed, modems
from registry.offices.unready import Unready, unready
from registry.rights import complaints, data_desk
from registry.tickets import listing
from registry.tickets.listing import Tab


@dataclass(frozen=True)
class Tile:
    """`key` names its text. `urgent` colours a number that is not 0."""

    key: str
    count: int
    address: str
    urgent: bool = False


@desk.get("/hari-ini")
@opens(COUNTER, SUPERVISOR, SIGNATORY, PRINTING, POST, ADMIN, PROVINCE)
def show_today() -> ResponseReturnValue:
    """The province has no office of its own: its day is that of all offices."""
    if not current_user.office:
        return redirect(url_for("desk.show_province"))
    with parts().database.reading() as session:
        day = today(session, actor(), parts().clock())
        talks = listing.counts(session, actor()) if current_user.may(*CHECKERS) else {}
        rated = ratings.liked(session, current_user.office.id, parts().clock() - timedelta(days=30))
        supervised = _supervised(session) if current_user.may(SUPERVISOR) else _passed_on(session)
        stocks = _stocks(session) if current_user.may(PRINTING, SUPERVISOR) else []
        silent = modems.lost(session, current_user.office.id, parts().clock()) if current_user.may(ADMIN) else None
        stuck = attention.count(session, actor(), parts().clock()) if current_user.may(SUPERVISOR, ADMIN) else 0
        staff = unready(session, actor()) if current_user.may(ADMIN) else None
    tiles = [
        *_cases(day, talks),
        *supervised,
        *_sent_back(day),
        *_documents(day),
        *_blanks(stocks),
        *_attention(stuck),
        *_staff(staff),
        *_modems(silent),
    ]
    return render_template(
        "desk/today.html",
        tiles=tiles, done=day.done, rated=rated, at=parts().clock(),
        may_claim=current_user.may(*CHECKERS) and day.unclaimed,
    )  # fmt: skip


def _attention(stuck: int) -> list[Tile]:
    """What failed or does not move; of others than these nothing is told."""
    may = current_user.may(SUPERVISOR, ADMIN)
    return [Tile("attention", stuck, url_for("desk.show_attention"), urgent=True)] if may else []


def _cases(day: Today, talks: Mapping[Tab, int]) -> list[Tile]:
    if not current_user.may(*CHECKERS):
        return []
    return [
        Tile("mine", day.mine, url_for("desk.show_queue", mine="on")),
        Tile("free", day.unclaimed, url_for("desk.show_queue", free="on")),
        Tile("late", day.late, url_for("desk.show_queue", tab="all", late="on"), urgent=True),
        Tile("moved", day.moved, url_for("desk.show_queue", tab="all", moved="on")),
        Tile("due", day.due, url_for("desk.show_queue", tab="all", due="on")),
        Tile("talks", talks[Tab.WAITING], url_for("desk.show_tickets", tab=Tab.WAITING.value)),
        Tile("talks-mine", talks[Tab.MINE], url_for("desk.show_tickets", tab=Tab.MINE.value)),
    ]


def _supervised(session: Session) -> list[Tile]:
    """Complaints, and requests about one's own data, each with a date by which it is answered; and lapsed claims."""
    forgotten = lapsed.count(session, actor(), parts().clock())
    return [
        Tile("complaints", complaints.count(session, actor()), url_for("desk.show_complaints"), urgent=True),
        Tile("data", data_desk.count(session, actor()), url_for("desk.show_data_requests"), urgent=True),
        Tile("lapsed", forgotten, url_for("desk.show_workload", _anchor="lapsed"), urgent=True),
    ]


def _passed_on(session: Session) -> list[Tile]:
    """Complaints about a supervisor, for the head of office."""
    waiting = complaints.count(session, actor()) if current_user.may(SIGNATORY) else 0
    return [Tile("complaints", waiting, url_for("desk.show_complaints"), urgent=True)] if waiting else []


def _stocks(session: Session) -> list[Stock]:
    return stock.low(stock.stocks(session, current_user.office.id, parts().clock()))


def _blanks(low: list[Stock]) -> list[Tile]:
    """In how many days the first blanks will run out, once that is near."""
    days = min((each.days or 0 for each in low), default=None)
    return [] if days is None else [Tile("blanks", days, url_for("desk.show_blanks"), urgent=True)]


def _staff(few: Unready | None) -> list[Tile]:
    """Who cannot work yet."""
    if few is None:
        return []
    address = url_for("desk.show_officers")
    return [Tile("passwords", few.passwords, address), Tile("factors", few.factors, address, urgent=True)]


def _modems(silent: int | None) -> list[Tile]:
    """Of an office that has some."""
    return (
        [] if silent is None else [Tile("modems", silent, url_for("desk.show_office", _anchor="numbers"), urgent=True)]
    )


def _sent_back(day: Today) -> list[Tile]:
    """What waits for a correction, when something does."""
    if not day.sent_back or not current_user.may(*CHECKERS):
        return []
    return [Tile("sent-back", day.sent_back, url_for("desk.show_queue", tab="siak", sent_back="on"), urgent=True)]


def _documents(day: Today) -> list[Tile]:
    """Each desk sees its own."""
    desks: tuple[tuple[tuple[Role, ...], DocumentState, str], ...] = (
        (CHECKERS, DocumentState.IN_SIAK, url_for("desk.show_queue", tab="siak")),
        ((SIGNATORY,), DocumentState.AWAITING_SIGNATURE, url_for("desk.show_signing")),
        ((*CHECKERS, PRINTING), DocumentState.TO_PRINT, url_for("desk.show_printing")),
        ((*CHECKERS, POST), DocumentState.TO_POST, url_for("desk.show_post")),
    )
    if day.documents[DocumentState.TO_SIGN_BY_HAND]:  # where nobody signs by hand, nobody needs to know of it
        desks += (((*CHECKERS, SIGNATORY), DocumentState.TO_SIGN_BY_HAND, url_for("desk.show_queue", tab="sign")),)
    return [
        Tile(state.value, day.documents[state], address) for roles, state, address in desks if current_user.may(*roles)
    ]
