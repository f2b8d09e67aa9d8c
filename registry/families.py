"""Brokers: how many families a telephone files for. Too many is a sign for an officer, never a refusal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, bindparam
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import Session, SQLModel, col, func, select

from registry import residents
from registry.catalogue import Service
from registry.lifecycle import Refused
from registry.models import Contact, Filing, Helper, Office
from registry.models.contacts import bare
from registry.offices.telephones import e164
from registry.vault import vault

SPAN = timedelta(days=30)
FLAG = "many-families"
FILINGS = SQLModel.metadata.tables["filing"]
NOTED = {  # built once: putting it together takes longer than running it
    name: statement.on_conflict_do_update(
        index_elements=["phone_index", "office_id", "family_index"], set_={"filed_at": statement.excluded.filed_at}
    )
    for name, statement in (("sqlite", sqlite_insert(FILINGS)), ("postgresql", postgresql_insert(FILINGS)))
}
PHONE: BindParameter[bytes] = bindparam("phone")
OFFICE: BindParameter[int] = bindparam("office")
LATELY = select(func.count()).where(
    FILINGS.c.phone_index == PHONE, FILINGS.c.office_id == OFFICE, FILINGS.c.filed_at > bindparam("since")
)
KNOWN_AS = select(Helper).where(Helper.office_id == OFFICE, Helper.phone_index == PHONE)


@dataclass(frozen=True)
class Signal:
    """`families` in SPAN, of which `limit` are nothing to speak of."""

    families: int
    limit: int
    helper: Helper | None

    @property
    def is_over(self) -> bool:
        return self.families > self.limit


def telephone(written: str) -> str:
    """As it is dialled from anywhere: 0812... becomes +62812.... Raises Refused."""
    if number := e164(written):
        return number
    raise Refused("refused-phone")


def phone_index(address: str) -> bytes:
    """The same for a telephone's WhatsApp, its SMS and its chat on the page."""
    return vault().blind("phone", bare(address))


def file(
    session: Session, contact: Contact, office: Office, service: Service, answers: Mapping[str, Any], at: datetime
) -> Signal:
    """Notes for whom this telephone files, and tells for how many it did lately."""
    if family := _family(session, service, answers):
        _note(session, phone_index(contact.address), office.id, vault().blind("family", family), at)
    return look(session, contact, office, at)


def look(session: Session, contact: Contact, office: Office, at: datetime) -> Signal:
    phone = phone_index(contact.address)
    asked = {"phone": phone, "office": office.id}
    families = session.connection().execute(LATELY, {**asked, "since": at - SPAN}).scalar_one()
    helper = session.exec(KNOWN_AS, params=asked).first()
    return Signal(families, helper.family_limit if helper else office.families_limit, helper)


def kept_of(session: Session, contact: Contact) -> tuple[Sequence[datetime], Sequence[Helper]]:
    """When this telephone filed for each family, at any office, while it is kept; and as which helper it is known."""
    phone = phone_index(contact.address)
    filed = select(Filing.filed_at).where(Filing.phone_index == phone).order_by(col(Filing.filed_at))
    helpers = select(Helper).where(Helper.phone_index == phone).order_by(col(Helper.id))
    return session.exec(filed).all(), session.exec(helpers).all()


def _family(session: Session, service: Service, answers: Mapping[str, Any]) -> str | None:
    """By the number of its card: the one answered, else the register's; else by the NIK itself."""
    answered = [question for question in reversed(service.of_subject) if answers.get(question.key)]
    given = {question.kind: str(answers[question.key]) for question in answered}  # the first of each kind
    if "kk_number" in given:
        return given["kk_number"]
    nik = given.get("nik")
    person = residents.find_by_nik(session, nik) if nik else None
    return person.kk_number if person else nik


def _note(session: Session, phone: bytes, office_id: int, family: bytes, at: datetime) -> None:
    connection = session.connection()
    row = {"phone_index": phone, "office_id": office_id, "family_index": family, "filed_at": at}
    connection.execute(NOTED[connection.dialect.name], row)
