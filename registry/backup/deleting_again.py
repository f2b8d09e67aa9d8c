"""What the journal says was deleted since a backup, deleted again in what was restored from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col

from registry.database import Database
from registry.lifecycle import ENDED, CaseState, DocumentState
from registry.models import Case, Contact, Document
from registry.retention import contacts
from registry.retention.cases import erase_case
from registry.retention.journal import Line
from registry.retention.on_request import erase_words


def delete_again(database: Database, lines: Sequence[Line], at: datetime) -> Counter[str]:
    """Done twice it does nothing. Cases first: their end lets go of the chats."""
    done = Counter[str]()
    for line in lines:
        if line["erased"] == "case":
            with database.writing() as session:
                done += _case(session, line, at)
    for line in lines:
        if line["erased"] == "contact":
            done += _contact(database, line, at)
    return done


def _case(session: Session, line: Line, at: datetime) -> Counter[str]:
    """One that still ran when the backup was made gets the end that it came to: no move, nobody decides anew."""
    case = session.get(Case, line["id"])
    if case is None:
        return Counter()
    if case.state not in ENDED:
        case.state = CaseState(line["state"])
        case.closed_at = datetime.fromisoformat(line["closed_at"]) if line["closed_at"] else at
        for number, state in line["documents"].items():
            mine = col(Document.id) == int(number), col(Document.case_id) == case.id
            session.execute(update(Document).where(*mine).values(state=DocumentState(state)))
        session.flush()
    return erase_case(session, case.id, at)


def _contact(database: Database, line: Line, at: datetime) -> Counter[str]:
    """A bite a transaction, as it was done the first time."""
    asked, until = (datetime.fromisoformat(line[name]) for name in ("asked", "until"))
    done = Counter[str]()
    while True:
        with database.writing() as session:
            if session.get(Contact, line["id"]) is None:
                return done
            contact = contacts.hold(session, line["id"])
            bite = erase_words(session, contact, asked, until, at)
            if not bite:
                return done + Counter(contacts=contacts.forget_if_bare(session, contact, at))
        done += bite
