"""Works off a contact's inbox: one row, one turn, one commit. The only writer of conversations and of the outbox."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy import update
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, col
from structlog.contextvars import bound_contextvars

from bot.compact import compact_unknown
from bot.compact_fields import compact_start
from bot.context import Context
from bot.deeds import carry_out
from bot.effects import Start
from bot.flow import Flow, OfficeCard
from bot.flows.application import NAME
from bot.flows.book import flow_book
from bot.hearing import hear
from bot.holding import Held, contacts_due, count_attempt, hold, is_due, next_due, put_away
from bot.matters import drafts
from bot.matters.lost_talk import begun_anew
from bot.matters.patience import say_beside
from bot.meaning.direction import here
from bot.meaning.understanding import Read
from bot.office_cards import RecentCards
from bot.outgoing import ASKED, said
from bot.renewal import renew
from bot.says import Say
from bot.scene import Scene
from bot.state import State
from bot.turn import Turn
from bot.wording import Wording
from notifications import outbox, windows
from notifications.queues import Queue
from registry.catalogue import Catalogue
from registry.database import Database, is_away
from registry.models import Contact, Event, EventKind, EventState
from registry.models.columns import now
from registry.offices.service_rules import Refreshed
from registry.places.regions import Regions

log = structlog.get_logger()

ATTEMPTS = 3
A_WHILE = 1.0  # seconds for one contact: the carrier waits for the request that answers it, and other citizens do
RUN_SECONDS = 60  # well under the time after which RQ ends a job, in the middle of a turn
MOST_EFFECTS = 8  # rounds of effects in one turn; more is a flow that never comes to rest
OVERDUE = timedelta(seconds=30)  # so long after its time, a row was begun by somebody who died


@dataclass(frozen=True)
class Played:
    wake: set[Queue]  # who has work now
    more: bool  # the contact has another row that is due, or the same one
    counted: int | None = None  # a row that was only counted: it is to be played now


class Conversations:
    """One per process. `drain` may run in many threads and processes at once: each contact has one holder."""

    def __init__(
        self,
        database: Database,
        catalogue: Catalogue,
        flows: Mapping[str, Flow],
        means: Read,
        regions: Regions,
        words: Wording,
        public_url: str,
        official: bool,
        clock: Callable[[], datetime] = now,
    ) -> None:
        self._database = database
        self._catalogue = catalogue
        self._regions = regions
        self._words = words
        self._public_url = public_url
        self._official = official
        self._clock = clock
        self.flows = flows
        self._means = means
        self._offices = RecentCards()
        self._rules = Refreshed(catalogue)
        self._edition = catalogue.edition

    def drain(self, contact_id: int, seconds: float = A_WHILE) -> set[Queue]:
        """Work off what is due, for so long; returns the queues that have work now, with what is left for later. Who
        misses the lock leaves it to the holder."""
        woken, until = set[Queue](), time.monotonic() + seconds
        counted = None
        while played := self._play_next(contact_id, counted):
            counted = played.counted
            woken |= played.wake
            if not played.more:
                return woken
            if time.monotonic() > until:
                return woken | {Queue.DRAIN}
        return woken | self._left(contact_id)

    def drain_due(self, limit: int = 500, seconds: float = A_WHILE) -> set[Queue]:
        """What the clock found: timers, notices, and what a crash left. Whoever has waited longest comes first; who has
        much to be answered waits after `seconds` until the others had their turn."""
        with self._database.reading() as session:
            contacts = contacts_due(session, self._clock(), limit)
        woken, until = set[Queue](), time.monotonic() + RUN_SECONDS
        for contact_id in contacts:
            woken |= self._drained(contact_id, seconds)
            if time.monotonic() > until:
                return woken | {Queue.DRAIN}
        return woken

    def _drained(self, contact_id: int, seconds: float) -> set[Queue]:
        """Whatever one contact's rows do, the others get their turn."""
        try:
            return self.drain(contact_id, seconds)
        except Exception as fault:
            if is_away(fault):
                raise
            log.error("contact_not_drained", contact_id=contact_id, exc_info=fault)
            return set()

    def _left(self, contact_id: int) -> set[Queue]:
        """Something is due still: then another holds the contact, or left just now."""
        with self._database.reading() as session:
            return {Queue.DRAIN} if is_due(session, contact_id, self._clock()) else set()

    def _play_next(self, contact_id: int, counted: int | None) -> Played | None:
        """None when nothing is due or the contact is held by another. `counted` is the row whose attempt is known."""
        event_id = told_as = None
        try:
            with hold(self._database, contact_id, self._clock) as (session, held):
                if held is None:
                    return None
                event_id, told_as = held.event.id, held.event.told_as
                if event_id != counted and self._clock() - held.event.due_at > OVERDUE:
                    if held.event.attempts >= ATTEMPTS:
                        raise RuntimeError("nobody who began this row ended it")
                    count_attempt(session, event_id, +1)  # a commit of its own, in case this row kills its process
                    return Played(set(), more=True, counted=event_id)
                with bound_contextvars(event_id=told_as):
                    played = self._play(session, held)
            log.info("turn_played", event_id=told_as, row=event_id, contact_id=contact_id, kind=held.event.kind)
            return played
        except Exception as fault:
            event_id = event_id or self._unreadable(contact_id)
            if event_id is None or is_away(fault):
                if counted is not None and event_id == counted:
                    self._begun_in_vain(counted)
                raise
            log.error("turn_failed", event_id=told_as or event_id, row=event_id, contact_id=contact_id, exc_info=fault)
            return Played(self._failed(contact_id, event_id), more=True)

    def _begun_in_vain(self, event_id: int) -> None:
        """Nothing can be written now: that is not this row's fault. Where this cannot be either, it stays counted."""
        with suppress(SQLAlchemyError), self._database.writing() as session:
            count_attempt(session, event_id, -1)

    def _unreadable(self, contact_id: int) -> int | None:
        """The row that could not even be taken."""
        with self._database.reading() as session:
            return next_due(session, contact_id, self._clock())

    def _play(self, session: Session, held: Held) -> Played:
        at, known, event = self._clock(), held.contact, held.event
        self._follow(session)
        state, offices = State.from_json(held.kept), self._offices.read(session, at)
        scene = Scene(
            session, known, state, _office(held.office_id or known.office_id, offices), offices, self._catalogue,
            self._regions, self._public_url, self._official, at, event.told_as,
        )  # fmt: skip
        if event.kind is EventKind.MESSAGE:
            scene.released = windows.open_anew(session, known, event.received_at, at)
            scene.wake |= {Queue.SEND} if scene.released else set()
        turn = Turn(self._context(scene, shared=held.office_id is None), state)
        renew(turn)
        begun_anew(turn, held, scene)
        hear(turn, event, scene)
        self._settle(turn, scene)
        drafts.watch(scene)
        say_beside(turn, event, at)
        last = [*said(turn, scene, event, self._words), *scene.timers]
        more = put_away(self._database, session, held, state, last, self._clock(), private=turn.private)
        return Played(scene.wake, more)

    def _follow(self, session: Session) -> None:
        """The flows are built from the services: anew when an office has changed what it does differently."""
        self._rules.refresh(session)
        edition = self._catalogue.edition
        if edition != self._edition:
            self.flows, self._edition = flow_book(self._catalogue), edition

    def _settle(self, turn: Turn, scene: Scene) -> None:
        for _ in range(MOST_EFFECTS):
            if not turn.effects:
                return
            results = [result for effect in turn.effects for result in carry_out(effect, scene)]
            turn.context = replace(turn.context, language=scene.known.language)
            turn.settle([self._at_usual_office(result, scene, turn) for result in results])
        raise RuntimeError("A turn did not come to rest")

    def _at_usual_office(self, result: Say | Start, scene: Scene, turn: Turn) -> Say | Start:
        """At a shared address the office chosen before is taken as the answer; the summary lets it be changed."""
        if isinstance(result, Start) and turn.context.shared and scene.office and result.flow.startswith(NAME):
            return replace(result, answers={"office": scene.office.code, **result.answers})
        return result

    def _context(self, scene: Scene, *, shared: bool) -> Context:
        at = scene.at
        zone = scene.office.timezone if scene.office else "Asia/Jakarta"
        context: Context = Context(
            today=at.astimezone(ZoneInfo(zone)).date(),
            channel=scene.known.channel,
            language=scene.known.language,
            office=scene.office,
            offices=scene.offices,
            shared=shared,
            regions=self._regions,
            words=self._words,
            flows=self.flows,
            catalogue=self._catalogue,
            means=here(self._means, self._regions, scene.office.region if scene.office else None),
            compact=lambda text: self._compact(text, context, scene),
            unknown_code=lambda text: compact_unknown(text, self._catalogue),
            files=scene.files,
            earlier=scene.sent_before,
            sent=scene.sent,
            told=scene.told,
        )
        return context

    def _compact(self, text: str, context: Context, scene: Scene) -> Start | None:
        usual = {"office": scene.office.code} if context.shared and scene.office else {}
        turn = Turn(context, State())
        return compact_start(text, self._catalogue, self.flows, lambda flow: turn.talk_about(flow, usual), self._means)

    def _failed(self, contact_id: int, event_id: int) -> set[Queue]:
        """Counts the attempt; after three the row is put aside with an apology, and the next one runs."""
        with self._database.writing() as session:
            counted = session.execute(
                update(Event)
                .where(col(Event.id) == event_id)
                .values(attempts=Event.attempts + 1)
                .returning(col(Event.attempts))
            ).scalar_one()
            if counted < ATTEMPTS:
                return set()
            failed = {"state": EventState.FAILED, "processed_at": self._clock()}
            kind = session.execute(
                update(Event).where(col(Event.id) == event_id).values(**failed).returning(col(Event.kind))
            ).scalar_one()
            if kind not in ASKED:
                return set()
            contact = session.get_one(Contact, contact_id)
            sorry = self._words.render("apology", {}, contact.language, contact.channel)
            outbox.queue(session, contact_id, outbox.Message(sorry), event_id=event_id)
        return {Queue.SEND}


def _office(wanted: int | None, offices: tuple[OfficeCard, ...]) -> OfficeCard | None:
    return next((office for office in offices if office.id == wanted), None)
