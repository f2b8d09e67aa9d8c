"""WhatsApp's 24 hours: outside them only approved templates go out, and the text waits for the citizen's answer."""

from __future__ import annotations

from datetime import datetime, timedelta

import structlog
from sqlalchemy import bindparam, case, literal, or_, update
from sqlmodel import Session, SQLModel, col, select

from notifications.content import SESSION_LANGUAGE
from notifications.outbox import OUTBOX, Message, queue
from registry import troubles
from registry.models import Contact, Content, KnownContact, Outgoing, OutgoingState, TroubleKind
from registry.models.contacts import WINDOW
from registry.models.contacts import is_open as is_open
from registry.models.events import HELD
from registry.models.events import UNTOLD as UNTOLD

log = structlog.get_logger()

STEP = timedelta(minutes=1)  # the window's end is written when it moves so far: it never seems later than it is
SURELY = timedelta(hours=1)  # more than the clocks of two machines differ

# Built once: putting a statement together takes longer than running it.
CONTACTS = SQLModel.metadata.tables["contact"]
MOVED = update(CONTACTS).where(CONTACTS.c.id == bindparam("contact")).values(window_until=bindparam("until"))
STATE = OUTBOX.c.state.type
# Who holds a row takes its lease away; one with a lease comes from a backup, and may have gone since.
NEXT_STATE = case(
    (OUTBOX.c.leased_until.is_(None), literal(OutgoingState.QUEUED, STATE)),
    else_=literal(OutgoingState.UNKNOWN, STATE),
)
RELEASED = (
    update(OUTBOX)
    .where(OUTBOX.c.contact_id == bindparam("contact"), OUTBOX.c.state == OutgoingState.HELD)
    .values(state=NEXT_STATE, due_at=bindparam("at"), attempts=0, error=None, leased_until=None)
    .returning(OUTBOX.c.id)
)


def hold(session: Session, outgoing_id: int, contact_id: int, at: datetime) -> bool:
    """Holds a message back and queues its template before it; False when the window is open after all.

    Takes the contact first: a message of the citizen's that comes in meanwhile must find the row held, or we the
    window open.
    """
    contact = session.exec(select(Contact).where(Contact.id == contact_id).with_for_update()).one()
    if is_open(contact.channel, contact.window_until, at):
        return False
    row = session.exec(select(Outgoing).where(Outgoing.id == outgoing_id).with_for_update()).one()
    message = Message.from_body(row.body)
    told = message.template is not None and _told_already(session, contact_id, message)
    row.state, row.leased_until, row.error = OutgoingState.HELD, None, None
    if told:
        return True
    if message.template and _approved(session, message.template, contact.language):
        alone = Message("", template=message.template, variables=message.variables, notice=message.notice)
        queue(session, contact_id, alone, kind=row.kind, event_id=row.event_id, due_at=at)
    else:
        row.error = UNTOLD
        log.warning("held_without_template", outgoing=outgoing_id, template=message.template)
        if message.template:
            troubles.add(session, TroubleKind.TEMPLATE, message.template, UNTOLD, at)
    return True


def approved(session: Session, template: str, at: datetime) -> None:
    """It may go out now: whoever was not told is told. What misses another template is held once more."""
    troubles.over(session, TroubleKind.TEMPLATE, template)
    untold = update(OUTBOX).where(HELD, OUTBOX.c.error == UNTOLD)
    session.execute(untold.values(state=OutgoingState.QUEUED, due_at=at, attempts=0, error=None))


def close(session: Session, contact_id: int, sent_at: datetime, at: datetime) -> None:
    """The carrier says that the window was closed at `sent_at` (63016). What the citizen wrote since opens it anew; an
    end that no message until now can have set is of a clock that stood ahead."""
    until = col(Contact.window_until)
    session.execute(
        update(Contact)
        .where(col(Contact.id) == contact_id, or_(until < sent_at + WINDOW, until > at + WINDOW + STEP))
        .values(window_until=None)
        .execution_options(synchronize_session=False)
    )


def open_anew(session: Session, contact: Contact | KnownContact, wrote_at: datetime, at: datetime) -> int:
    """The citizen has written. Returns how many held messages that lets go. The caller holds the contact."""
    until, before = wrote_at + WINDOW, contact.window_until
    if before is None or until - before >= STEP:
        session.connection().execute(MOVED, {"contact": contact.id, "until": until})
    if is_open(contact.channel, before, at + SURELY):
        return 0  # a message is held only while the window is closed
    return release_held(session, contact.id, at)


def release_held(session: Session, contact_id: int, at: datetime) -> int:
    """Lets the held messages go, oldest first. The caller holds the contact."""
    return len(session.connection().execute(RELEASED, {"contact": contact_id, "at": at}).all())


def _told_already(session: Session, contact_id: int, message: Message) -> bool:
    """The same notice went for something that is still held: an officer's next words need no other."""
    held = select(Outgoing).where(Outgoing.contact_id == contact_id, Outgoing.state == OutgoingState.HELD)
    told = session.exec(held.where(col(Outgoing.error).is_(None)))
    notices = {(row.body["template"], tuple(row.body["variables"])) for row in told}
    return (message.template, message.variables) in notices


def _approved(session: Session, template: str, language: str) -> bool:
    found = select(Content.id).where(Content.name == template, Content.approval == "approved")
    return session.exec(found.where(col(Content.language).in_((language, SESSION_LANGUAGE)))).first() is not None
