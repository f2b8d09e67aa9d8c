"""What the page of a case shows beside the file itself: who did what, the open chat, the questions as they were put."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, select

from backoffice import officers
from backoffice.texts import Texts
from registry import families
from registry.actors import Actor, NotFound
from registry.catalogue import Question, Service
from registry.desk import answers, queue, ticks, undoing
from registry.desk.queue import CaseFile
from registry.lifecycle import ENDED
from registry.models import AnswerChange, AuditEntry, Case, Note, Office, Tick, Ticket, TicketState
from registry.moves import may_see
from registry.telling import TAKEN_BACK, reasons_told
from registry.tickets import notes

# Looks are kept for the supervisor's eye; among the deeds they would bury what happened.
LOOKS = (
    "case_viewed",
    "upload_viewed",
    "document_viewed",
    "form_viewed",
    "chat_viewed",
    "access_refused",
    "record_not_found",
)


@dataclass(frozen=True)
class Deed:
    """One line of the history. Without a name the citizen or the program did it."""

    entry: AuditEntry
    officer: str | None
    reason: str | None = None
    change: AnswerChange | None = None
    asked: Sequence[tuple[str, str | None]] = ()  # several asked for again, as the log names them, each with why


@dataclass(frozen=True)
class Shown:
    file: CaseFile
    office: Office
    service: Service | None
    officer: str | None
    history: list[Deed]
    ticket: Ticket | None
    signal: families.Signal  # how many families its telephone files for
    notes: Sequence[tuple[Note, str | None]]  # with the names of those who wrote them
    others: Sequence[Case]  # about the same person, the newest first
    undone_for: int  # seconds for which this officer may still take back the last decision
    undone: Sequence[str]  # what goes back together: papers and answers asked for, paper:ktp, answer:nik
    ticks: Mapping[str, Tick]
    tickers: Mapping[int | None, str]  # the names of who ticked

    @property
    def case(self) -> Case:
        return self.file.case

    def is_double(self, other: Case) -> bool:
        """Somebody asked twice for the same, and both still run."""
        return other.service == self.case.service and other.state not in ENDED and self.case.state not in ENDED

    def undone_hint(self, t: Texts) -> str:
        """What the citizen has not heard of yet."""
        papers = sum(each.startswith("paper:") for each in self.undone)
        answers = len(self.undone) - papers
        if papers + answers < 2:
            return t("undo-hint")
        kind = "both" if papers and answers else "papers" if papers else "answers"
        return t(f"undo-hint-{kind}", papers=papers, answers=answers)

    def asked(self) -> list[tuple[Question, Any]]:
        """The questions put to this citizen, with their answers."""
        return asked(self.service, self.case)

    @property
    def map_pin(self) -> str | None:
        """The location the citizen shared while asking for it."""
        return self.case.answers.get("map_pin")

    @property
    def nik(self) -> str | None:
        return next((value for question, value in self.asked() if question.kind == "nik" and value), None)


def asked(service: Service | None, case: Case) -> list[tuple[Question, Any]]:
    questions = service.question if service else ()
    return [(question, case.answers[question.key]) for question in questions if question.key in case.answers]


def case_seen(session: Session, actor: Actor, case_id: int) -> Case:
    case = session.get(Case, case_id)
    if case is None or not may_see(actor, case):
        raise NotFound
    return case


def look(
    session: Session, actor: Actor, case_id: int, services: Mapping[str, Service], at: datetime, *, looked: bool = True
) -> Shown:
    """Raises NotFound for another office's case, as if it were not there."""
    file = queue.load_case(session, actor, case_id, looked=looked, at=at)
    history = [entry for entry in queue.history(session, case_id) if entry.action not in LOOKS]
    written = notes.of_case(session, case_id)
    acted = {entry.officer_id for entry in history} | {note.officer_id for note in written}
    ticked = ticks.of_case(session, case_id)
    names = officers.names(session, acted | {file.case.officer_id} | {each.officer_id for each in ticked.values()})
    office = session.get_one(Office, file.case.office_id)
    why = reasons_told(session, file.case, history)
    changed = answers.changes_of(session, case_id)
    undone = undoing.decisions_to_undo(session, actor, file.case, at)
    return Shown(
        file=file,
        office=office,
        service=services.get(file.case.service),
        officer=names.get(file.case.officer_id),
        history=[
            Deed(
                entry,
                names.get(entry.officer_id),
                why.get((entry.at, entry.action, entry.subject or "" if entry.paper else "")),
                changed.get((entry.at, entry.answer or "")),
                [(each, why.get((entry.at, entry.action, each))) for each in entry.asked if not entry.paper],
            )
            for entry in reversed(history)
        ],
        ticket=_open_ticket(session, file.case),
        signal=families.look(session, file.contact, office, at),
        notes=[(note, names.get(note.officer_id)) for note in written],
        others=queue.about_the_same(session, file.case),
        undone_for=_undone_for(undone, at),
        ticks=ticked,
        tickers=names,
        undone=[subject for each in undone for subject in each.asked],
    )


def _undone_for(undone: Sequence[AuditEntry], at: datetime) -> int:
    return int((undone[-1].at + TAKEN_BACK - at).total_seconds()) if undone else 0


def _open_ticket(session: Session, case: Case) -> Ticket | None:
    helping = select(Ticket).where(
        Ticket.contact_id == case.contact_id,
        Ticket.office_id == case.office_id,
        Ticket.state != TicketState.CLOSED,
    )
    return session.exec(helping).first()
