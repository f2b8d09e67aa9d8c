"""The office's ready replies, with what this talk is about already in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlmodel import Session

from backoffice.formats import Clock
from backoffice.parts import parts
from backoffice.texts import texts
from backoffice.words import Words, person_of
from registry.actors import Actor
from registry.models import Case, Contact, Office
from registry.offices.open_hours import open_hours
from registry.tickets import canned
from registry.tickets.holding import number_of


def ready_replies(session: Session, who: Actor, contact: Contact, cases: Sequence[Case]) -> list[tuple[str, str]]:
    """Title and text, in the citizen's language; about their latest case, where they have one."""
    known = _known(session.get_one(Office, who.office_id), who, contact.language, cases[0] if cases else None)
    return [(reply.title, canned.filled(reply, contact.language, known)) for reply in canned.replies(session, who)]


def _known(office: Office, who: Actor, language: str, case: Case | None) -> Mapping[str, str]:
    clock = Clock(office.timezone, language)
    today = parts().clock().astimezone(clock.zone).date()
    known = {
        "kantor": office.name,
        "alamat": office.address,
        "jam": open_hours(office.hours, today).said(language),
        "petugas": number_of(who.officer_id),
    }
    if case is None:
        return known
    return known | {
        "nama": person_of(case),
        "nomor": case.number,
        "layanan": Words(texts(language), clock).service(case.service),
        "janji": clock.long(case.promised_at) if case.promised_at else "",
    }
