"""Forms on their way to a citizen's signature: kept as the answers they are filled from, and rendered when fetched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from registry.catalogue import Catalogue
from registry.forms.facts import Wording
from registry.forms.filling import fill
from registry.forms.request import Request
from registry.issuing.content import FilledForm
from registry.links import Links
from registry.models import Case, Contact, Handout, Office
from registry.places.regions import Regions

LINKS = Links(Handout, "handout")


@dataclass(frozen=True, repr=False)
class Wanted:
    """A form to hand out: which one, and what it is filled from."""

    form: str
    service: str
    answers: Mapping[str, Any]
    office_id: int | None  # none: no office is chosen yet
    number: str | None = None

    @classmethod
    def of_case(cls, form: str, case: Case) -> Wanted:
        return cls(form, case.service, case.answers, case.office_id, case.number)


def give(session: Session, contact: Contact, wanted: Wanted, at: datetime) -> Handout:
    """What is written in it is what the contact wrote, never what the register knows."""
    data = {**vars(wanted), "answers": dict(wanted.answers)}
    handout = Handout(contact_id=contact.id, form=data.pop("form"), data=data, created_at=at)
    session.add(handout)
    session.flush()
    return handout


def filled(
    session: Session, handout: Handout, catalogue: Catalogue, regions: Regions, words: Wording, at: datetime
) -> FilledForm:
    """From the answers alone: whoever types a NIK must not read in the form whose it is."""
    data = handout.data
    office = session.get(Office, data["office_id"]) if data["office_id"] else None
    request = Request(
        service=catalogue.at(office.code if office else "", data["service"]),
        answers=data["answers"],
        office=office.name if office else "",
        on=at.astimezone(ZoneInfo(office.timezone if office else "Asia/Jakarta")).date(),
        phone=session.get_one(Contact, handout.contact_id).telephone or "",
        number=data["number"],
    )
    return fill(catalogue.forms[handout.form], request, words, regions)
