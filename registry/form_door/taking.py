"""Answers of forms become requests: one transaction each, by a worker, so that a file of any length holds up nobody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from registry import audit, residents, troubles
from registry.actors import SYSTEM
from registry.cards import suket
from registry.catalogue import Catalogue, Service
from registry.counter.interview import Interviewer
from registry.database import Database
from registry.form_door.reading import Judged, judge
from registry.models import AnswerState, Case, Channel, FormAnswer, Office, WebForm
from registry.models.form_door import UNREAD
from registry.offices.reaching import contact_at
from registry.opening import open_case
from registry.telling import tell

AT_ONCE = 100
FLAG = "from-form"  # the telephone is as somebody typed it: who has it has proven nothing yet
LANGUAGE = "id"  # of readings that nobody sees
OTHER = {Channel.WHATSAPP: Channel.SMS, Channel.SMS: Channel.WHATSAPP}


@dataclass(frozen=True)
class Taker:
    database: Database
    services: Catalogue
    interviewer: Interviewer
    clock: Callable[[], datetime]
    official: bool

    def run(self) -> bool:
        """Whether more wait. Safe to run twice at once: an answer is locked before it becomes anything."""
        with self.database.reading() as session:
            waiting = session.exec(waits().limit(AT_ONCE)).all()
        for answer_id in waiting:
            with troubles.apart(self.database, f"form_answer:{answer_id}") as one:
                self._settle(answer_id)
            if one.broke:
                self._set_aside(answer_id)
        return len(waiting) == AT_ONCE

    def _settle(self, answer_id: int) -> None:
        """Reading an answer asks the database as well, so it comes before the transaction."""
        with self.database.reading() as session:
            answer = session.get_one(FormAnswer, answer_id)
            found = session.get_one(WebForm, answer.form_id)
            office = session.get_one(Office, answer.office_id)
        at = self.clock()
        service = self.services.at(office.code, found.service)
        judged = judge(found, office, service, answer.cells or {}, self.interviewer, at, LANGUAGE)
        with self.database.writing() as session:
            held = session.get_one(FormAnswer, answer_id, populate_existing=True, with_for_update=True)
            if held.state is AnswerState.WAITING:
                held.state, held.settled_at = self._become(session, held, found, office.id, service, judged, at), at

    def _set_aside(self, answer_id: int) -> None:
        """Somebody has to look. Not by way of the row: what lies in it may be what breaks."""
        mine = update(FormAnswer).where(col(FormAnswer.id) == answer_id, UNREAD)
        with self.database.writing() as session:
            session.execute(mine.values(state=AnswerState.FAULTY, settled_at=self.clock()))

    def _become(
        self, session: Session, held: FormAnswer, found: WebForm, office_id: int, service: Service, judged: Judged,
        at: datetime,
    ) -> AnswerState:  # fmt: skip
        if judged.is_old:
            return AnswerState.LEFT_OUT
        if judged.faults or judged.phone is None:
            return AnswerState.FAULTY
        office = session.get_one(Office, office_id)
        case = open_request(session, found, office, service, judged, judged.phone, at, official=self.official)
        if case is None:
            return AnswerState.FAULTY
        held.case_id, held.cells = case.id, None
        return AnswerState.TAKEN


def waits() -> SelectOfScalar[int]:
    """Answers of forms that are paired with their questions, the first one first."""
    mine = select(FormAnswer.id).join(WebForm, col(WebForm.id) == FormAnswer.form_id)
    return mine.where(UNREAD, col(WebForm.mapped_at).is_not(None)).order_by(col(FormAnswer.id))


def open_request(
    session: Session, found: WebForm, office: Office, service: Service, judged: Judged, phone: str, at: datetime,
    *, official: bool,
) -> Case | None:  # fmt: skip
    """None where the office has no number to write from. Nobody's photos came along: papers are still to be brought."""
    contact = contact_at(session, office, phone, (found.channel, OTHER[found.channel]), at)
    if contact is None:
        return None
    answers = judged.interview.answers
    differing = residents.compare(session, office, service, answers, official=official)
    case = open_case(
        session, SYSTEM, contact=contact, office=office, service=service, answers=answers,
        papers=dict.fromkeys(judged.interview.papers), flags=[FLAG, *differing], at=at,
    )  # fmt: skip
    suket.take_up(session, service, case, at)
    tell(session, case, "form_received", at)
    audit.record(
        session, SYSTEM, "form_answer_taken", office_id=office.id, case_id=case.id, subject=f"form:{found.id}", at=at
    )
    return case
