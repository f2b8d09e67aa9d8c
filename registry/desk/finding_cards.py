"""What the print desk and the post desk find: the cards that are theirs to handle, never the request behind them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session, col, select

from registry.actors import Actor
from registry.desk import searching
from registry.lifecycle import DocumentState, Role
from registry.models import Case, Document

D = DocumentState
AT_THE_PRINTER = (D.WAITING_PRR, D.TO_PRINT, D.CHOOSING_HANDOVER, D.TO_POST, D.READY_FOR_PICKUP)
AT_THE_POST = (D.CHOOSING_HANDOVER, D.TO_POST, D.POSTED, D.READY_FOR_PICKUP, D.DELIVERED, D.COLLECTED)
HANDLED = {Role.PRINTING: AT_THE_PRINTER, Role.POST: AT_THE_POST}


def find(session: Session, actor: Actor, text: str) -> Sequence[tuple[Document, Case]]:
    """Of the office, as the search of cases finds them; those alone that lie at one of the officer's desks."""
    cases = searching.search(session, actor, text)
    states = {state for role in actor.roles for state in HANDLED.get(role, ())}
    wanted = select(Document, Case).join(Case).where(col(Case.id).in_([case.id for case in cases]))
    found = session.exec(wanted.where(col(Document.state).in_(states)).order_by(col(Document.id).desc()))
    return [(document, case) for document, case in found]
