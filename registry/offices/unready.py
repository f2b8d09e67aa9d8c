"""Who of an office cannot work yet, or not safely: what its administrator has to look after."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from registry.actors import Actor
from registry.lifecycle import Role
from registry.offices.second_factor import DEMANDED, holders
from registry.offices.staffing import staff


@dataclass(frozen=True)
class Unready:
    """How many still have the password that another gave them, and how many signatories and administrators have no
    second factor."""

    passwords: int
    factors: int


def unready(session: Session, actor: Actor) -> Unready:
    working = [officer for officer in staff(session, actor) if officer.disabled_at is None]
    demanded = [officer.id for officer in working if DEMANDED & {Role(role) for role in officer.roles}]
    return Unready(
        passwords=sum(officer.password_given for officer in working),
        factors=len(demanded) - len(holders(session, demanded)),
    )
