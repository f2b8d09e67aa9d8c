"""Who acts: an officer with roles in an office, a citizen, or the program itself."""

from __future__ import annotations

from dataclasses import dataclass

from registry.lifecycle import Role
from registry.models import Contact, Officer


@dataclass(frozen=True)
class Actor:
    roles: frozenset[Role]
    officer_id: int | None = None
    contact_id: int | None = None
    office_id: int | None = None  # the only office an officer may touch; none: the province, which only reads

    @classmethod
    def officer(cls, officer: Officer) -> Actor:
        return cls(frozenset(Role(role) for role in officer.roles), officer_id=officer.id, office_id=officer.office_id)

    @classmethod
    def citizen(cls, contact: Contact) -> Actor:
        return cls(frozenset({Role.CITIZEN}), contact_id=contact.id)


SYSTEM = Actor(frozenset({Role.SYSTEM}))


class NotFound(Exception):
    """No such record, or not one this actor may know of: both look the same from outside (404)."""
