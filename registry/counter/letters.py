"""Notices by letter: written where the chat would have told (registry/telling.py), and printed here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from registry import audit
from registry.actors import Actor, NotFound
from registry.lifecycle import CHECKERS
from registry.models import Case, Letter
from registry.moves import LOCK, require

MOST = 50  # of one list


def to_print(session: Session, actor: Actor, at: datetime) -> Sequence[tuple[Letter, Case]]:
    """Those of the officer's office, the longest waiting first; of several about the same thing the newest."""
    require(actor, CHECKERS)
    waiting = select(Letter, Case).join(Case, col(Case.id) == Letter.case_id)
    mine = Letter.office_id == actor.office_id, col(Letter.printed_at).is_(None), Letter.due_at <= at
    rows = session.exec(waiting.where(*mine).order_by(col(Letter.due_at), col(Letter.id)).limit(MOST)).all()
    return list({_about(letter): (letter, case) for letter, case in rows}.values())


def mark_printed(session: Session, actor: Actor, letter_id: int, at: datetime) -> tuple[Letter, Case]:
    """With it go the older ones about the same thing. Printed before, it may be printed again; both are in the log."""
    require(actor, CHECKERS)
    letter = session.get(Letter, letter_id, populate_existing=True, with_for_update=LOCK)
    if letter is None or letter.office_id != actor.office_id or letter.due_at > at:
        raise NotFound
    unprinted = select(Letter).where(Letter.case_id == letter.case_id, col(Letter.printed_at).is_(None))
    older = [each for each in session.exec(unprinted) if each.due_at <= letter.due_at]
    for each in [letter, *(each for each in older if _about(each) == _about(letter))]:
        each.printed_at, each.officer_id = each.printed_at or at, actor.officer_id
        session.add(each)
    subject = f"letter:{letter.id}"
    audit.record(
        session, actor, "letter_printed", office_id=letter.office_id, case_id=letter.case_id, subject=subject, at=at
    )
    return letter, session.get_one(Case, letter.case_id)


def drop(session: Session, case: Case, names: Sequence[str]) -> None:
    """News that came to nothing, or that its reader has had by word of mouth."""
    unprinted = col(Letter.case_id) == case.id, col(Letter.printed_at).is_(None), col(Letter.name).in_(names)
    session.execute(delete(Letter).where(*unprinted))


def _about(letter: Letter) -> tuple[object, ...]:
    """The case itself, one of its documents, or one of its papers."""
    return letter.case_id, letter.fields.get("document_id"), letter.fields.get("paper")
