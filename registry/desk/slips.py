"""What was said of cards by mis-click, printed, received, returned or collected, taken back before it is told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from registry import audit
from registry.actors import Actor
from registry.cards import blanks
from registry.desk.silence import ask_nothing, reopen, silence
from registry.lifecycle import CaseState, Refused
from registry.models import AuditEntry, Case, Channel, Contact, Document, OldCard
from registry.moves import lock_documents, move_documents
from registry.post.envelopes import latest
from registry.telling import TAKEN_BACK, tell

Locked = Sequence[tuple[Document, Case]]
Restore = Callable[[Session, Actor, Locked, datetime], None]


@dataclass(frozen=True)
class Slip:
    """`news` is what would have been told of it. Without `restore` the document had not moved: a printed one stays
    issued."""

    undone_by: str
    news: str
    restore: Restore | None = None


def to_take_back(session: Session, actor: Actor, at: datetime) -> Sequence[AuditEntry]:
    """The officer's own last deed with cards while it can be taken back: those of one press go back together."""
    lately = AuditEntry.officer_id == actor.officer_id, col(AuditEntry.at) > at - TAKEN_BACK
    undoing = [slip.undone_by for slip in SLIPS.values()]
    wanted = select(AuditEntry).where(*lately, col(AuditEntry.action).in_([*SLIPS, *undoing]))
    deeds = session.exec(wanted.order_by(col(AuditEntry.id).desc())).all()
    if not deeds or deeds[0].action not in SLIPS:
        return []
    pressed = [each for each in deeds if each.action == deeds[0].action and each.at == deeds[0].at]
    cards = select(Document).where(col(Document.id).in_([each.number_of("document") for each in pressed]))
    return [] if _moved_on(pressed[0], session.exec(cards).all()) else pressed


def _moved_on(deed: AuditEntry, documents: Sequence[Document]) -> bool:
    """Something happened to one of the cards since: a misprint was found, or it was packed."""
    return SLIPS[deed.action].restore is not None and any(each.moved_at not in (deed.at, None) for each in documents)


def take_back(session: Session, actor: Actor, at: datetime) -> None:
    """Raises Refused when it is too late, or when something happened to one of the cards since."""
    deeds = to_take_back(session, actor, at)
    if not deeds:
        raise Refused("refused-undo-late")
    locked = lock_documents(session, actor, [number for each in deeds if (number := each.number_of("document"))])
    slip, documents = SLIPS[deeds[0].action], [document for document, _ in locked]
    if _moved_on(deeds[0], documents):
        raise Refused("refused-undo-late")
    silence(session, [case for _, case in locked], [slip.news], [document.id for document in documents], deeds[0].at)
    if slip.restore:
        move_documents(session, actor, documents, slip.undone_by, at)
        slip.restore(session, actor, locked, at)
    else:
        audit.record_documents(session, actor, slip.undone_by, documents, at)


def _printed(session: Session, actor: Actor, locked: Locked, at: datetime) -> None:
    documents = [document for document, _ in locked]
    blanks.give_back(session, actor, documents, at)
    for document in documents:
        document.old_card = None if document.old_card is OldCard.WANTED else document.old_card


def _delivered(session: Session, actor: Actor, locked: Locked, at: datetime) -> None:
    for shipment in latest(session, _ids(locked)).values():
        shipment.delivered_at = None
        session.add(shipment)
    _open_cases(session, locked, at)


def _returned(session: Session, actor: Actor, locked: Locked, at: datetime) -> None:
    for shipment in latest(session, _ids(locked)).values():
        shipment.returned_at = shipment.return_reason = None
        session.add(shipment)


def _collected(session: Session, actor: Actor, locked: Locked, at: datetime) -> None:
    """It lies at the counter again. Who had not chosen that yet, or reads letters, hears where."""
    _open_cases(session, locked, at)
    for document, case in locked:
        if _was_not_told(session, document, case, at):
            tell(session, case, "card_ready_for_pickup", at, document_id=document.id)


def _was_not_told(session: Session, document: Document, case: Case, at: datetime) -> bool:
    if session.get_one(Contact, case.contact_id).channel is Channel.COUNTER:
        return True
    chosen = select(AuditEntry.id).where(
        AuditEntry.case_id == case.id, AuditEntry.action == "pickup_chosen",
        AuditEntry.subject == f"document:{document.id}", col(AuditEntry.at) > at - TAKEN_BACK,
    )  # fmt: skip
    return session.exec(chosen.limit(1)).first() is not None


def _open_cases(session: Session, locked: Locked, at: datetime) -> None:
    for case in {case.id: case for _, case in locked}.values():
        if case.state is CaseState.CLOSED:
            reopen(session, case, at)
            ask_nothing(session, case)


def _ids(locked: Locked) -> Collection[int]:
    return [document.id for document, _ in locked]


SLIPS: Mapping[str, Slip] = {
    "card_printed": Slip("printing_undone", "handover_asked", _printed),
    "card_delivered": Slip("delivery_undone", "card_delivered", _delivered),
    "card_returned": Slip("return_undone", "handover_asked", _returned),
    "card_collected": Slip("collection_undone", "card_collected", _collected),
    "document_handed_over": Slip("giving_undone", "document_handed_over"),
}
