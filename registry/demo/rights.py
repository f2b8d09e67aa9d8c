"""A complaint for the supervisor and a request about somebody's own data, so that both desks have something to show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from registry.actors import Actor
from registry.models import Contact, DataRequestKind, Office
from registry.rights import complaints, data_requests

COMPLAINT = ("petugas loket minta 50 ribu biar cepat",)
ABOUT_SUPERVISOR = ("pengawas membentak ibu saya di loket 1 tadi pagi",)
CORRECTION = "Nama ibu saya tertulis Siti, yang benar Sitti."


def claim_rights(session: Session, office: Office, contacts: Sequence[Contact], at: datetime) -> None:
    complaining, asking, *_ = contacts
    yesterday = at - timedelta(hours=20)
    complaints.file(session, Actor.citizen(complaining), complaining, office, COMPLAINT, yesterday)
    about_a_supervisor = contacts[-1]
    complaints.file(session, Actor.citizen(about_a_supervisor), about_a_supervisor, office, ABOUT_SUPERVISOR, yesterday)
    citizen = Actor.citizen(asking)
    data_requests.ask(session, citizen, asking, office.id, DataRequestKind.ACCESS, yesterday)
    data_requests.ask(session, citizen, asking, office.id, DataRequestKind.CORRECT, at - timedelta(hours=2), CORRECTION)
