"""After a carrier was down: what waits for its next try goes as soon as something goes through again. Where nothing
else is to be sent, one of those that wait is tried every few seconds to find that out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Select, select, update
from sqlmodel import Session

from notifications.channels.errors import NOT_ITS_FAULT
from notifications.claiming import CONTACT, NIGHT, OUTBOX, SENDER
from notifications.outbox import OPTED_OUT
from notifications.outcomes import Outcome
from registry.models import Channel, OutgoingState
from registry.models.events import UNSENT

# A shorter failure leaves nothing waiting for long; and a carrier that comes and goes is not asked at every success.
DOWN = timedelta(seconds=10)
PROBE = timedelta(seconds=10)  # between two looks whether it is back; the clock calls for them as often

NO_FAILURE = NOT_ITS_FAULT | {NIGHT, OPTED_OUT}  # what it was never asked for


class Carriage:
    """How each carrier does, as this process has seen it; each process finds out for itself."""

    def __init__(self) -> None:
        self._failing_since: dict[bool, datetime] = {}  # the modems', and Twilio's
        self._asked: dict[bool, datetime] = {}  # when it failed last, or was last looked at

    def back(self, outcomes: Sequence[Outcome], at: datetime) -> list[bool]:
        """`by_modem` of a carrier once, at the first message it takes after it failed for a while."""
        return [by_modem for by_modem in (False, True) if self._is_back(by_modem, outcomes, at)]

    def _is_back(self, by_modem: bool, outcomes: Sequence[Outcome], at: datetime) -> bool:
        sent_out = [outcome for outcome in outcomes if outcome.task.channel is not Channel.WEB]
        its = [outcome for outcome in sent_out if outcome.task.by_modem is by_modem]
        if any(outcome.state is OutgoingState.SENT for outcome in its):
            since = self._failing_since.pop(by_modem, None)
            return since is not None and at - since >= DOWN
        if any(outcome.error is not None and outcome.error not in NO_FAILURE for outcome in its):
            self._failing_since.setdefault(by_modem, at)
            self._asked[by_modem] = at
        return False

    def to_ask(self, at: datetime) -> list[bool]:
        """`by_modem` of each carrier that nobody has tried for a while; counted as tried from now on."""
        long_ago = [each for each in (False, True) if abs(at - self._asked.get(each, at - PROBE)) >= PROBE]
        self._asked |= dict.fromkeys(long_ago, at)
        return long_ago

    def failed_before(self, by_modem: bool, at: datetime) -> None:
        """Rows wait because of it: another process, or one that ended, has seen it fail."""
        self._failing_since.setdefault(by_modem, at - DOWN)


def put_off(by_modem: bool, at: datetime) -> Select[tuple[int]]:
    """What this carrier's own failures put off, of all its contacts."""
    sent_from = SENDER.c.modem.is_not(None) if by_modem else SENDER.c.modem.is_(None)
    return (
        select(OUTBOX.c.id)
        .join(CONTACT, CONTACT.c.id == OUTBOX.c.contact_id)
        .join(SENDER, SENDER.c.id == CONTACT.c.sender_id)
        .where(OUTBOX.c.state.in_(UNSENT), OUTBOX.c.due_at > at, OUTBOX.c.attempts > 0, sent_from)
        .where(OUTBOX.c.error.is_not(None), OUTBOX.c.error.not_in(NO_FAILURE))
    )


def hurry(session: Session, by_modem: bool, at: datetime) -> int:
    """Makes due now what was put off; returns how many rows. A row's tries are counted all the same, so none is tried
    for ever."""
    waiting = put_off(by_modem, at).with_for_update(of=OUTBOX, skip_locked=True)
    hurried = update(OUTBOX).where(OUTBOX.c.id.in_(waiting)).values(due_at=at).returning(OUTBOX.c.id)
    return len(session.execute(hurried).all())
