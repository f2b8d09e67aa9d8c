"""What citizens wrote to modems of ours: each message goes into its contact's inbox once, then leaves SMSD's tables."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

import structlog

from bot.handlers.arrivals import Arrival, store
from bot.handlers.parsing import parse
from registry.database import Database
from registry.models import Channel
from registry.models.columns import now
from registry.offices.modems import numbers_by
from registry.offices.telephones import e164

log = structlog.get_logger()


class Letter(Protocol):
    """One message, whole again."""

    @property
    def modem(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def sid(self) -> str: ...
    @property
    def is_text(self) -> bool: ...
    @property
    def ids(self) -> Sequence[int]: ...


class Inbox(Protocol):
    def letters(self, modems: Collection[str]) -> Sequence[Letter]: ...
    def taken(self, ids: Sequence[int]) -> None: ...
    def put_aside(self, ids: Sequence[int]) -> None: ...


def take_in(database: Database, inbox: Inbox) -> int:
    """How many messages are new. One that was stored, and a crash kept in SMSD's tables, is known by its SID."""
    with database.reading() as session:
        ours = numbers_by(session)
    if not ours:
        return 0
    return sum(_take_in(database, inbox, ours, letter) for letter in inbox.letters(ours.keys()))


def _take_in(database: Database, inbox: Inbox, ours: Mapping[str, str], letter: Letter) -> bool:
    """Only telephones are answered: an operator's advertisement, answered, would answer."""
    citizen = e164(letter.number)
    if citizen is None:
        inbox.put_aside(letter.ids)
        return False
    arrival = Arrival(
        channel=Channel.SMS,
        to=ours[letter.modem],
        address=citizen,
        sid=letter.sid,
        external=None,
        body=parse({"Body": letter.text}) if letter.is_text else {"oddity": "mms"},
        at=now(),
    )
    stored = store(database, arrival)
    inbox.taken(letter.ids)
    return stored is not None
