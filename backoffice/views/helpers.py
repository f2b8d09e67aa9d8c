"""Registered helpers: telephones that may file for many families, with a role that officers see."""

from __future__ import annotations

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from backoffice.access import ADMIN, SUPERVISOR, actor, desk, opens
from backoffice.acting import act, typed
from backoffice.casefile import case_seen
from backoffice.parts import parts
from registry.models import Contact, HelperRole
from registry.models.contacts import bare
from registry.offices import helping

USUAL_LIMIT = 30


@desk.get("/pendamping")
@opens(ADMIN, SUPERVISOR)
def show_helpers() -> ResponseReturnValue:
    return _page()


@desk.post("/pendamping")
@opens(ADMIN, SUPERVISOR)
def register_helper() -> ResponseReturnValue:
    limit = typed("limit")
    return act(
        lambda session, who, at: helping.register(
            session, who, current_user.office.id, phone=typed("phone"), name=typed("name")[:100], role=typed("role"),
            family_limit=int(limit) if limit.isascii() and limit.isdecimal() else 0, at=at,
        ),
        again=_page,
        then=url_for("desk.show_helpers"),
        done="helper_registered",
    )  # fmt: skip


@desk.post("/pendamping/<int:helper_id>/hapus")
@opens(ADMIN, SUPERVISOR)
def remove_helper(helper_id: int) -> ResponseReturnValue:
    return act(
        lambda session, who, at: helping.remove(session, who, helper_id, at),
        again=_page,
        then=url_for("desk.show_helpers"),
        done="helper_removed",
    )


def _page(refusal: str | None = None) -> str:
    """`permohonan` in the address: the telephone of that case is to be registered."""
    case_id = request.args.get("permohonan", type=int)
    with parts().database.reading() as session:
        helpers = helping.registered(session, actor())
        case = case_seen(session, actor(), case_id) if case_id is not None else None
        phone = bare(session.get_one(Contact, case.contact_id).address) if case else ""
    return render_template(
        "desk/helpers.html",
        helpers=helpers, roles=list(HelperRole), usual=USUAL_LIMIT, most=helping.MOST_FAMILIES, refusal=refusal,
        typed={name: typed(name) for name in ("phone", "name", "role", "limit")} | ({"phone": phone} if phone else {}),
        families_limit=current_user.office.families_limit,
    )  # fmt: skip
