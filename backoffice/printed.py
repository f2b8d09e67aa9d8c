"""PDFs that the counter prints at once, in Indonesian as all that the office prints. Each is in the log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from zoneinfo import ZoneInfo

from flask import Response, send_file
from sqlmodel import Session, col, select

from backoffice.access import actor
from backoffice.casefile import case_seen
from backoffice.formats import Clock
from backoffice.parts import parts
from backoffice.texts import texts
from backoffice.words import Words, person_of
from registry import audit, cases
from registry.counter import letters
from registry.counter.prints import CounterLetter, QueueTicket
from registry.lifecycle import WAITING_FOR_OFFICE, Refused
from registry.models import Case, Contact, Office, Paper, PaperState
from registry.offices.open_hours import open_hours
from registry.web_door.pins import pin_of


def queue_ticket(case_id: int) -> Response:
    at = parts().clock()
    with parts().database.writing() as session:
        case, office, words = _about(session, case_id)
        waits = case.state in WAITING_FOR_OFFICE
        ticket = QueueTicket(
            office=office.name,
            number=case.number,
            service=words.service(case.service),
            came=words.long(case.opened_at),
            place=cases.place_in_queue(session, case) if waits else None,
            promised=words.long(case.promised_at) if case.promised_at else None,
            status=texts("id")(
                "ticket-status", link=f"{parts().settings.public_url}/laman/{office.code}/status", pin=pin_of(case)
            ),
        )
        audit.record(session, actor(), "queue_ticket_printed", office_id=office.id, case_id=case.id, at=at)
    return shown(ticket.pdf(at), f"karcis-{case.number}")


def receipt(case_id: int) -> Response:
    """That the request was taken, and how its news comes: the first letter to who has no telephone."""
    at = parts().clock()
    with parts().database.writing() as session:
        case, office, words = _about(session, case_id)
        letter = _letter(session, case, office, words, at, "letter-receipt", _taken(case, words))
        audit.record(session, actor(), "receipt_printed", office_id=office.id, case_id=case.id, at=at)
    return shown(letter.pdf(at), f"bukti-{case.number}")


def notice(letter_id: int) -> Response:
    """What the chat would have told, in its own words; printing it takes it off the list. Raises Refused when nothing
    is left to tell."""
    at = parts().clock()
    with parts().database.writing() as session:
        found, case = letters.mark_printed(session, actor(), letter_id, at)
        _, office, words = _about(session, case.id)
        contact = session.get_one(Contact, case.contact_id)
        letter = _letter(session, case, office, words, at, "letter-notice", [])
    told = parts().sentence(found.name, found.fields, case, contact)
    if not told:
        raise Refused("refused-letter-passed")
    return shown(replace(letter, paragraphs=[told]).pdf(at), f"surat-{case.number}")


def shown(pdf: bytes, name: str) -> Response:
    """Opened, not kept: it is printed from there."""
    return send_file(BytesIO(pdf), mimetype="application/pdf", download_name=f"{name}.pdf")


def _about(session: Session, case_id: int) -> tuple[Case, Office, Words]:
    case = case_seen(session, actor(), case_id)
    office = session.get_one(Office, case.office_id)
    return case, office, Words(texts("id"), Clock(office.timezone, "id"))


def _taken(case: Case, words: Words) -> list[str]:
    spoken = texts("id")
    promised = spoken("letter-promised", when=words.long(case.promised_at)) if case.promised_at else ""
    news = spoken("letter-news-relative" if case.relative_id else "letter-news-letter")
    return [spoken("letter-taken"), *([promised] if promised else [spoken("letter-bring")]), news]


def _letter(
    session: Session, case: Case, office: Office, words: Words, at: datetime, title: str, paragraphs: Sequence[str]
) -> CounterLetter:
    awaited = Paper.case_id == case.id, col(Paper.state).in_((PaperState.TO_BRING, PaperState.REFUSED))
    keys = session.exec(select(Paper.key).where(*awaited).order_by(col(Paper.id))).all()
    return CounterLetter(
        title=texts("id")(title),
        office=office.name,
        address=office.address,
        hours=open_hours(office.hours, at.astimezone(ZoneInfo(office.timezone)).date()).said("id"),
        number=case.number,
        service=words.service(case.service),
        person=person_of(case),
        written=words.long(at),
        paragraphs=paragraphs,
        papers=[words.paper(key) for key in keys],
    )
