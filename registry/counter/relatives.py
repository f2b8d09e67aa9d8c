"""A relative whose telephone hears the news of a case. They are told so, and get no document and no answer about it."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from registry import audit, families, inbox
from registry.actors import Actor
from registry.catalogue import Service
from registry.lifecycle import Refused
from registry.models import Case, Channel, EventKind, Office
from registry.offices.reaching import contact_at
from registry.telling import due

SMS_FIRST = (Channel.SMS, Channel.WHATSAPP)  # every telephone takes an SMS


def name(
    session: Session, actor: Actor, case: Case, service: Service, office: Office, phone: str, at: datetime
) -> None:
    """Told at once that their number was given, and for what."""
    relative = contact_at(session, office, families.telephone(phone), SMS_FIRST, at)
    if relative is None:
        raise Refused("refused-no-sender")
    if relative.opted_out_at is not None:
        raise Refused("refused-relative-opted-out")
    case.relative_id = relative.id
    if families.file(session, relative, office, service, case.answers, at).is_over:
        case.flags = list(dict.fromkeys([*case.flags, families.FLAG]))
    session.add(case)
    body = {"name": "relative_named", "case_id": case.id}
    inbox.put(session, relative.id, relative.channel, EventKind.CASE_EVENT, body, due_at=due(relative, office, at))
    audit.record(session, actor, "relative_named", office_id=office.id, case_id=case.id, fields=("relative_id",), at=at)
