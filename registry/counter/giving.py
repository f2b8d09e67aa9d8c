"""A card or a printed document given at the counter: to its owner, or to who may take it, whose identity was seen.

An ID card goes to its owner alone, a child card also to a parent or guardian; other papers to the family or to who
brings the owner's authority, as offices take it (F-1.07)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session, col, select

from registry import audit
from registry.actors import Actor
from registry.catalogue.subjects import initials
from registry.counter import letters
from registry.lifecycle import CHECKERS, DocumentState, Refused
from registry.models import AuditEntry, Case, Document
from registry.moves import lock_document, require
from registry.post import delivery
from registry.telling import TAKEN_BACK, tell
from registry.tickets import notes

# Who has it in hand needs no letter about it.
ABOUT_IT = ("handover_asked", "card_ready_for_pickup", "card_collected", "document_issued", "document_handed_over")
NOT_YET_CHOSEN = (DocumentState.CHOOSING_HANDOVER, DocumentState.TO_POST)  # who comes has chosen


SHORTEST_NAME, LONGEST_NAME = 2, 60


class TakenBy(StrEnum):
    OWNER = "owner"
    FAMILY = "family"  # in one family card with the owner, which the officer saw
    PROXY = "proxy"  # with a letter of authority, F-1.07, which the office keeps


class Identity(StrEnum):
    """What the officer looked at."""

    OLD_CARD = "old_card"
    FAMILY_CARD = "family_card"
    PASSPORT = "passport"
    DRIVING_LICENCE = "driving_licence"
    FACE = "face"  # beside the photo on the new card


OF_OTHERS = (Identity.OLD_CARD, Identity.PASSPORT, Identity.DRIVING_LICENCE)


@dataclass(frozen=True, repr=False)
class Taker:
    """Who stood there, and what the officer looked at. Of the owner no name is written down."""

    by: str
    identity: str
    name: str = ""


def who_may(document: Document) -> tuple[TakenBy, ...]:
    """An ID card is its owner's own (Perpres 96/2018: the addressee alone)."""
    return (TakenBy.OWNER,) if _is_id_card(document) else tuple(TakenBy)


def suiting(document: Document) -> tuple[Identity, ...]:
    """What proves whose this document is: not its own predecessor, and no photo where it bears none."""
    unfit = {Identity.FACE} if not _is_id_card(document) else set()
    unfit |= {Identity.FAMILY_CARD} if document.template == "kartu_keluarga" else set()
    return tuple(identity for identity in Identity if identity not in unfit)


def hand_over(session: Session, actor: Actor, document_id: int, taker: Taker, note: str, at: datetime) -> Document:
    """A card, or an issued PDF on paper. Raises Refused for who may not take it, where nothing was seen that suits,
    and the second time. `note` is left on the case where somebody else took it: the log holds no names."""
    document, case = lock_document(session, actor, document_id)
    name = _checked(document, taker)
    fields = {"taken_by": taker.by, "taker": initials(name)}
    if document.state is DocumentState.ISSUED:
        _hand_over_paper(session, actor, document, case, at, fields)
    else:
        _hand_over_card(session, actor, document, at, fields)
    letters.drop(session, case, ABOUT_IT)
    if name:
        notes.leave(session, actor, case, note, at)
    audit.record_documents(session, actor, "identity_seen", [document], at, (taker.by, f"identity:{taker.identity}"))
    return document


def _checked(document: Document, taker: Taker) -> str:
    """The name of who is not the owner."""
    if taker.by not in who_may(document):
        raise Refused("refused-taker" if len(who_may(document)) > 1 else "refused-not-owner")
    is_owner, name = taker.by == TakenBy.OWNER, " ".join(taker.name.split())
    if taker.identity not in (suiting(document) if is_owner else OF_OTHERS):
        raise Refused("refused-identity-unseen" if is_owner else "refused-taker-identity")
    if not is_owner and not SHORTEST_NAME <= len(name) <= LONGEST_NAME:
        raise Refused("refused-taker-name", most=LONGEST_NAME)
    return "" if is_owner else name


def _is_id_card(document: Document) -> bool:
    return document.kind == "card" and document.template is None


def _hand_over_card(
    session: Session, actor: Actor, document: Document, at: datetime, fields: Mapping[str, str]
) -> None:
    if document.state in NOT_YET_CHOSEN:
        delivery.choose_pickup(session, actor, document.id, at)  # told only while it is so, and that is over at once
    delivery.mark_collected(session, actor, document.id, at, **fields)


def _hand_over_paper(
    session: Session, actor: Actor, document: Document, case: Case, at: datetime, fields: Mapping[str, str]
) -> None:
    """Printed here for who cannot open it on a telephone; its state is the same after it."""
    require(actor, CHECKERS)
    if document.object_key is None:
        raise Refused("refused-state", state=document.state)
    if _was_given(session, document):
        raise Refused("refused-given")
    audit.record_documents(session, actor, "document_handed_over", [document], at)
    tell(session, case, "document_handed_over", at, after=TAKEN_BACK, document_id=document.id, **fields)


def _was_given(session: Session, document: Document) -> bool:
    """Unless that was taken back."""
    deeds = select(AuditEntry.action).where(
        AuditEntry.case_id == document.case_id,
        AuditEntry.subject == f"document:{document.id}",
        col(AuditEntry.action).in_(("document_handed_over", "giving_undone")),
    )
    last = session.exec(deeds.order_by(col(AuditEntry.id).desc()).limit(1)).first()
    return last == "document_handed_over"
