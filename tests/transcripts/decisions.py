"""What officers decide about a case, and do with its documents, by the first words of a transcript's line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session, col, select

from registry import cases
from registry.actors import SYSTEM, Actor
from registry.cards import printing
from registry.cases import services
from registry.counter import giving
from registry.desk import answers, asking
from registry.issuing import documents
from registry.lifecycle import DOCUMENT_ENDS, DocumentState
from registry.models import (
    Case,
    Document,
    Paper,
    PaperState,
)
from registry.moves import move_document
from registry.post import delivery, handing_over, uncollected
from registry.telling import tell


def _approve(session: Session, officer: Actor, case_id: int, paper: str, reason: str, at: datetime) -> None:
    brought = select(Paper).where(Paper.case_id == case_id, Paper.state == PaperState.TO_BRING)
    for paper_brought in session.exec(brought).all():
        cases.mark_seen(session, officer, case_id, paper_brought.key, at)
    cases.approve(session, officer, case_id, at)


def _correct(session: Session, officer: Actor, case_id: int, what: str, why: str, at: datetime) -> None:
    """KEY = VALUE, as a case keeps it; the citizen agreed by telephone."""
    key, _, value = what.partition(" = ")
    service = services()[session.get_one(Case, case_id).service]
    answers.correct(session, officer, case_id, service, {key: value}, "call", at, official=False)


def _ask_again(session: Session, officer: Actor, case_id: int, what: str, reason: str, at: datetime) -> None:
    """One paper, or several papers and answers with a + between."""
    papers = {paper.key for paper in session.exec(select(Paper).where(Paper.case_id == case_id))}
    keys = what.split(" + ")
    wanted = [{key: reason for key in keys if (key in papers) is is_paper} for is_paper in (True, False)]
    asking.ask_again(session, officer, case_id, asking.Wanted(*wanted), at)


DECISIONS: dict[str, Callable[[Session, Actor, int, str, str, datetime], object]] = {
    "ask again": _ask_again,
    "correct": _correct,
    "seen": lambda session, who, case, paper, why, at: cases.mark_seen(session, who, case, paper, at),
    "refuse": lambda session, who, case, paper, why, at: cases.refuse(session, who, case, why, at),
    "hold": lambda session, who, case, paper, why, at: cases.hold(session, who, case, why, at),
    "resume": lambda session, who, case, paper, why, at: cases.resume(session, who, case, at),
    "withdraw": lambda session, who, case, paper, why, at: cases.withdraw(session, who, case, why, at),
    "approve": _approve,
}


def _issue(session: Session, officer: Actor, document: Document, rest: str, at: datetime) -> None:
    document.state, document.object_key = DocumentState.SIGNED, 32 * "0"
    move_document(session, SYSTEM, document, "document_issued", at)
    case = session.get_one(Case, document.case_id)
    tell(session, case, "document_issued", at, document_id=document.id)


def _print(session: Session, officer: Actor, document: Document, rest: str, at: datetime) -> None:
    if document.state is DocumentState.WAITING_PRR:
        printing.ready_to_print(session, officer, [document.id], at)
    printing.mark_printed(session, officer, [document.id], at)


def _collect(session: Session, officer: Actor, document: Document, rest: str, at: datetime) -> None:
    by, _, name = rest.partition(" ")
    giving.hand_over(session, officer, document.id, giving.Taker(by or "owner", "old_card", name), rest, at)


DEEDS: dict[str, Callable[[Session, Actor, Document, str, datetime], object]] = {
    "issue": _issue,
    "siak": lambda session, who, document, rest, at: documents.sent_by_siak(session, who, document.id, at),
    "revoke": lambda session, who, document, rest, at: documents.revoke(session, who, document.id, rest, at),
    "ready": lambda session, who, document, rest, at: printing.ready_to_print(session, who, [document.id], at),
    "print": _print,
    "post": lambda session, who, document, rest, at: handing_over.post_card(session, who, document.id, rest, at),
    "deliver": lambda session, who, document, rest, at: delivery.mark_delivered(session, who, [document.id], at),
    "give": lambda session, who, document, rest, at: handing_over.hand_over(session, who, [document.id], rest, at),
    "remind": lambda session, who, document, rest, at: uncollected.remind(session, who, [document.id], at),
    "collect": _collect,
    "return": lambda session, who, document, rest, at: delivery.mark_returned(session, who, {document.id: rest}, at),
}


def next_document(session: Session, case: Case, kind: str) -> Document:
    """The first of its kind that has not ended, else the last."""
    mine = select(Document).where(Document.case_id == case.id, Document.kind == kind).order_by(col(Document.id))
    documents = session.exec(mine).all()
    return next((each for each in documents if each.state not in DOCUMENT_ENDS), documents[-1])
