"""The people an office knows who file for others: RT, village operators, midwives, schools."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from registry import audit
from registry.actors import Actor, NotFound
from registry.families import phone_index
from registry.lifecycle import Refused, Role
from registry.models import Helper, HelperRole
from registry.moves import LOCK, require
from registry.offices.telephones import e164

KEEPERS = frozenset({Role.ADMIN, Role.SUPERVISOR, Role.SYSTEM})
MOST_FAMILIES = 1000
WHATSAPP_ID = re.compile(r"[A-Z]{2}\.[\w.]{4,60}")  # what WhatsApp may give instead of a number


def registered(session: Session, actor: Actor) -> Sequence[Helper]:
    require(actor, KEEPERS)
    return session.exec(select(Helper).where(Helper.office_id == actor.office_id).order_by(col(Helper.id))).all()


def register(
    session: Session,
    actor: Actor,
    office_id: int,
    *,
    phone: str,
    name: str,
    role: str,
    family_limit: int,
    at: datetime,
) -> Helper:
    """Registered again, the telephone gets what is given now. Raises Refused for what cannot be right."""
    require(actor, KEEPERS)
    if role not in set(HelperRole):
        raise Refused("refused-helper-role")
    if not 1 <= family_limit <= MOST_FAMILIES:
        raise Refused("refused-family-limit", most=MOST_FAMILIES)
    if not name.strip():
        raise Refused("refused-helper-name")
    number = _number(phone)
    index = phone_index(number)
    known = session.exec(select(Helper).where(Helper.office_id == office_id, Helper.phone_index == index)).first()
    given: dict[str, Any] = {"phone": number, "name": name.strip(), "role": HelperRole(role)}
    given["family_limit"] = family_limit
    helper = known or Helper(office_id=office_id, phone_index=index, created_at=at, **given)
    helper.sqlmodel_update(given)
    session.add(helper)
    session.flush()
    _record(session, actor, helper, "helper_registered", at)
    return helper


def remove(session: Session, actor: Actor, helper_id: int, at: datetime) -> None:
    require(actor, KEEPERS)
    helper = session.get(Helper, helper_id, with_for_update=LOCK)
    if helper is None or helper.office_id != actor.office_id:
        raise NotFound
    _record(session, actor, helper, "helper_removed", at)
    session.delete(helper)


def _number(written: str) -> str:
    if WHATSAPP_ID.fullmatch(written.strip()):
        return written.strip()
    if number := e164(written):
        return number
    raise Refused("refused-phone", field="phone")


def _record(session: Session, actor: Actor, helper: Helper, action: str, at: datetime) -> None:
    audit.record(session, actor, action, office_id=helper.office_id, subject=f"helper:{helper.id}", at=at)
