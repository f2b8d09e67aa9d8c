"""When a message may be tried again. The waits are short, for a retry holds up the contact's later messages."""

from __future__ import annotations

from datetime import datetime, timedelta

from notifications.channels.carrier import Remedy

# Ten minutes together with the calls between them. So long the contact's later messages wait as well.
WAITS = tuple(timedelta(seconds=seconds) for seconds in (5, 15, 30, 60, 60, 120, 150, 150))
RARELY = timedelta(minutes=5)  # from then on, while it is the carrier that is away
PATIENT = len(WAITS) + timedelta(days=1) // RARELY  # tries, after which the message is failed and visible
SECOND_CHANCE = timedelta(seconds=60)


def next_try(attempts: int, at: datetime) -> datetime | None:
    """None: it was tried often enough. A look-up counts as an attempt."""
    return at + WAITS[max(attempts, 1) - 1] if attempts <= len(WAITS) else None


def next_when_back(attempts: int, at: datetime) -> datetime | None:
    """A carrier that is away says nothing of the message. None: it was tried for a day."""
    return next_try(attempts, at) or (at + RARELY if attempts <= PATIENT else None)


def next_send(remedy: Remedy, attempts: int, at: datetime) -> datetime | None:
    """When to send again after a refusal; None: never."""
    if remedy is Remedy.AGAIN:
        return next_try(attempts, at)
    if remedy is Remedy.WHEN_BACK:
        return next_when_back(attempts, at)
    if remedy is Remedy.ONCE_MORE and attempts < 2:
        return at + SECOND_CHANCE
    return None
