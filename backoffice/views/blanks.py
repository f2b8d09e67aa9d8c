"""The books of blank cards: what is left and for how long, this month's balance, and every movement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlmodel import Session

from backoffice import officers
from backoffice.access import PRINTING, SUPERVISOR, desk, opens
from backoffice.acting import act, typed, typed_number
from backoffice.parts import parts
from backoffice.places import chosen_place, place_name, places
from registry.actors import Actor
from registry.cards import balance, blanks, stock
from registry.cards.balance import Balance
from registry.lifecycle import Refused
from registry.models import Blank, Movement

KEEPERS = (PRINTING, SUPERVISOR)
PAGE = 50
BY_HAND = (
    Movement.RECEIVED, Movement.USED, Movement.SPOILED, Movement.RETURNED, Movement.MOVED, Movement.COUNTED,
)  # fmt: skip


@desk.get("/cetak/blangko")
@opens(*KEEPERS)
def show_blanks() -> ResponseReturnValue:
    return _page()


@desk.post("/cetak/blangko")
@opens(*KEEPERS)
def write_blanks() -> ResponseReturnValue:
    return act(_write, again=_page, then=url_for("desk.show_blanks"), done=f"blanks_{typed('movement')}")


def _write(session: Session, who: Actor, at: datetime) -> None:
    movement, blank = typed("movement"), typed("blank")
    if movement not in set(BY_HAND) or blank not in set(Blank):
        raise Refused("refused-movement")
    pieces, place, reason, kind = typed_number("pieces"), chosen_place(), typed("reason"), Blank(blank)
    match Movement(movement):
        case Movement.MOVED:
            blanks.move(session, who, pieces, at, start=place, goal=chosen_place("goal"), blank=kind)
        case Movement.COUNTED:
            blanks.count(session, who, pieces, at, place=place, blank=kind, reason=reason)
        case by_hand:
            blanks.write_down(session, who, by_hand, pieces, at, place=place, blank=kind, reason=reason)


def _page(refusal: str | None = None) -> str:
    office, at = current_user.office, parts().clock()
    month = at.astimezone(ZoneInfo(office.timezone)).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    with parts().database.reading() as session:
        entries = blanks.entries(session, office.id, request.args.get("sebelum", type=int), PAGE + 1)
        names = officers.names(session, [entry.officer_id for entry, _, _ in entries])
        stocks = stock.stocks(session, office.id, at)
        month_balances = balance.balances(session, office.id, month)
    return render_template(
        "desk/blanks.html",
        stocks=stocks, low=stock.low(stocks), balances=month_balances, month=month, entries=entries[:PAGE],
        names=names, older=entries[PAGE - 1][0].id if len(entries) > PAGE else None,
        places=places(), place_name=place_name, movements=BY_HAND, all_movements=_shown(month_balances),
        blanks=list(Blank), refusal=refusal, typed=request.form,
    )  # fmt: skip


def _shown(balances: Sequence[Balance]) -> list[Movement]:
    """Few offices ever lend."""
    rare = (Movement.LENT, Movement.BORROWED)
    return [each for each in Movement if each not in rare or any(book.moved[each] for book in balances)]
