"""What a search finds where no request is: the talks of a telephone, a request about one's data, a complaint."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from registry.actors import Actor
from registry.desk.searching import PHONE, telephones
from registry.lifecycle import CHECKERS, Role
from registry.models import Complaint, DataRequest, Ticket
from registry.models.contacts import WINDOW
from registry.models.rights import LETTERS
from registry.rights.concerned import may_read

TALKS = 20
NUMBERED = re.compile(r"([A-Za-z]{2,3})0*(\d{1,9})")
KINDS = {letters: kind for kind, letters in LETTERS.items()}


@dataclass(frozen=True)
class Others:
    """`wrote_at`: when somebody wrote from this telephone who has neither a request nor a talk with an officer."""

    talks: Sequence[Ticket] = ()
    data_request: int | None = None
    complaint: int | None = None
    wrote_at: datetime | None = None


def find(session: Session, actor: Actor, text: str) -> Others:
    """Of the officer's office, and what they may read alone."""
    bare = re.sub(r"[\s.-]", "", text)
    if match := PHONE.fullmatch(bare):
        return _of_telephone(session, actor, match) if actor.roles & CHECKERS else Others()
    if match := NUMBERED.fullmatch(bare):
        letters, number = match[1].upper(), int(match[2])
        return Others(
            data_request=_data_request(session, actor, letters, number),
            complaint=_complaint(session, actor, number) if letters == "ADU" else None,
        )
    return Others()


def _of_telephone(session: Session, actor: Actor, match: re.Match[str]) -> Others:
    theirs = session.exec(telephones(match)).all()
    here = col(Ticket.contact_id).in_([each.id for each in theirs]), Ticket.office_id == actor.office_id
    talks = session.exec(select(Ticket).where(*here).order_by(col(Ticket.id).desc()).limit(TALKS)).all()
    wrote = [each.window_until - WINDOW for each in theirs if each.office_id == actor.office_id and each.window_until]
    return Others(talks, wrote_at=max(wrote, default=None) if not talks else None)


def _data_request(session: Session, actor: Actor, letters: str, number: int) -> int | None:
    if letters not in KINDS or Role.SUPERVISOR not in actor.roles:
        return None
    wanted = select(DataRequest.id).where(DataRequest.id == number, DataRequest.kind == KINDS[letters])
    return session.exec(wanted.where(DataRequest.office_id == actor.office_id)).first()


def _complaint(session: Session, actor: Actor, number: int) -> int | None:
    return session.exec(select(Complaint.id).where(Complaint.id == number, may_read(actor))).first()
