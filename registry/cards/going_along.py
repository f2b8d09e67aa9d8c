"""The cards of one family go in one envelope, or over the counter at once: the first leads, the others go with it.

They wait printed until it has arrived; one that is printed when it has gone already goes by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sqlmodel import Session, col, select

from registry.lifecycle import DocumentState
from registry.models import Document

# What befalls the first card: what then befalls those that go with it, and where they stand before.
WITH_IT: Mapping[str, tuple[str, DocumentState]] = {
    "card_delivered": ("delivered_along", DocumentState.PRINTED),
    "card_collected": ("collected_along", DocumentState.PRINTED),
    "delivery_undone": ("going_along_undone", DocumentState.DELIVERED),
    "collection_undone": ("going_along_undone", DocumentState.COLLECTED),
}
NOT_YET_ASKED = (DocumentState.WAITING_PRR, DocumentState.TO_PRINT, DocumentState.PRINTED)


def bind(session: Session, begun: Sequence[Document]) -> None:
    """The cards just begun for the members of one family."""
    theirs = [document for document in begun if document.holder]
    if len(theirs) > 1:
        session.flush()
        for other in theirs[1:]:
            other.goes_with = theirs[0].id


def companions(session: Session, documents: Sequence[Document], event: str) -> tuple[str, Sequence[Document]]:
    """The event that befalls those that go with these, and them, locked."""
    along, state = WITH_IT.get(event, ("", None))
    leads = [document.id for document in documents if document.kind == "card"] if along else []
    if not leads:
        return along, ()
    theirs = select(Document).where(col(Document.goes_with).in_(leads), Document.state == state)
    return along, session.exec(theirs.order_by(col(Document.id)).with_for_update(key_share=True)).all()


def with_each(session: Session, leads: Collection[int]) -> Mapping[int, list[Document]]:
    """What is printed and lies with each of these cards."""
    theirs = select(Document).where(col(Document.goes_with).in_(leads), Document.state == DocumentState.PRINTED)
    found: dict[int, list[Document]] = {}
    for document in session.exec(theirs.order_by(col(Document.id))).all():
        found.setdefault(document.goes_with or 0, []).append(document)
    return found


def alone(session: Session, printed: Sequence[Document]) -> list[Document]:
    """Of the cards just printed those whose holders are to be asked: all but those that wait for another card."""
    session.flush()
    waited_for = _not_yet_asked(session, {each.goes_with for each in printed if each.goes_with is not None})
    asked = [document for document in printed if document.goes_with not in waited_for]
    for document in asked:
        document.goes_with = None
    return asked


def _not_yet_asked(session: Session, leads: Collection[int]) -> set[int]:
    if not leads:
        return set()
    mine = select(Document.id).where(col(Document.id).in_(leads), col(Document.state).in_(NOT_YET_ASKED))
    return set(session.exec(mine).all())
