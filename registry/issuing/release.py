"""Whether an issued PDF may leave into the chat: whoever asks knows one fact of the case."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlmodel import Session

from registry import audit
from registry.actors import Actor
from registry.catalogue import subjects
from registry.lifecycle import DocumentState, Refused
from registry.models import Case, Contact, Document
from registry.moves import lock_document

TRIES = 5


class Fact(StrEnum):
    RIGHT = "right"
    WRONG = "wrong"
    LOCKED = "locked"  # only an officer helps now


def check_fact(session: Session, document_id: int, contact: Contact, answer: date, at: datetime) -> Fact:
    """Compares the birth date of the person named. Counted in the document: five wrong answers lock it.

    Raises NotFound for a contact that did not open the case, Refused for a document that is not to be handed out.
    """
    actor = Actor.citizen(contact)
    document, case = lock_document(session, actor, document_id)
    _require_issued(document)
    wanted = subjects.birth_date(session, case, at.date())
    if wanted is None or document.release_tries >= TRIES or not _same_person(contact, case):
        return Fact.LOCKED
    right = answer == wanted
    document.release_tries = 0 if right else document.release_tries + 1
    session.add(document)
    audit.record_documents(session, actor, "fact_right" if right else "fact_wrong", [document], at)
    if right:
        return Fact.RIGHT
    return Fact.WRONG if document.release_tries < TRIES else Fact.LOCKED


def tries_left(session: Session, document_id: int) -> int:
    return max(0, TRIES - session.get_one(Document, document_id).release_tries)


def may_release(session: Session, document_id: int, contact: Contact) -> bool:
    """Whether this is still who opened the case: a number may have been given to somebody new since."""
    case = session.get_one(Case, session.get_one(Document, document_id).case_id)
    return case.contact_id == contact.id and _same_person(contact, case)


def person_named(session: Session, document_id: int) -> str:
    return subjects.person_named(session.get_one(Case, session.get_one(Document, document_id).case_id))


def _require_issued(document: Document) -> None:
    if document.state is not DocumentState.ISSUED or document.object_key is None:
        raise Refused("refused-state", state=document.state)


def _same_person(contact: Contact, case: Case) -> bool:
    return contact.identity_changed_at is None or contact.identity_changed_at < case.opened_at
