"""The use cases of the office on a case, from its opening to its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from sqlalchemy import DateTime, bindparam, func, tuple_
from sqlmodel import Session, col, select

from registry import service_clock
from registry.actors import SYSTEM, Actor
from registry.cards import going_along, members
from registry.catalogue import DocumentKind, services
from registry.claiming import claim, decide, release
from registry.corrections import ask_again, mark_seen, send_correction
from registry.issuing.document_numbers import keep
from registry.lifecycle import DocumentState, Refused, Role, reason_given
from registry.models import Case, Document, Paper, PaperState
from registry.models.cases import IN_QUEUE, NOT_HERE
from registry.moves import close_if_done, lock_case, move_case, move_document
from registry.opening import open_case
from registry.services.conditions import holds
from registry.telling import TAKEN_BACK, tell

__all__ = [
    "approve",
    "approve_by_list",
    "ask_again",
    "claim",
    "close_if_done",
    "hold",
    "mark_seen",
    "move_case",
    "move_document",
    "open_case",
    "place_in_queue",
    "refuse",
    "release",
    "resume",
    "send_correction",
    "services",
    "withdraw",
]

EARLIER = (  # built once: putting it together takes longer than running it
    select(func.count())
    .select_from(Case)
    .where(Case.office_id == bindparam("office"), IN_QUEUE)
    .where(
        tuple_(col(Case.queued_at), col(Case.id)) < tuple_(bindparam("queued_at", type_=DateTime()), bindparam("case"))
    )
)
SOON_ISSUED = timedelta(minutes=30)  # what is issued so quickly is told of once, as issued


def place_in_queue(session: Session, case: Case) -> int:
    """1 is the next one. Counts the cases of the office that came earlier and wait for the office."""
    asked = {"office": case.office_id, "queued_at": case.queued_at, "case": case.id}
    return 1 + session.exec(EARLIER, params=asked).one()


def approve(session: Session, actor: Actor, case_id: int, at: datetime) -> Case:
    """Accepts the papers that were sent and begins the documents. A paper to bring or to correct blocks it."""
    case = decide(session, actor, case_id, at)
    papers = session.exec(select(Paper).where(Paper.case_id == case.id)).all()
    if missing := [paper.key for paper in papers if paper.state in NOT_HERE]:
        raise Refused("refused-papers-missing", papers=missing)
    begun = _accept(session, actor, case, papers, at)
    if begun:
        tell(session, case, "case_approved", at, after=SOON_ISSUED)
    else:
        tell(session, case, "case_done", at)  # nothing else would say that it is over
    close_if_done(session, [case.id], at)
    return case


def approve_by_list(session: Session, case: Case, at: datetime) -> list[Document]:
    """What the office itself has listed needs no officer, once every paper was sent. Returns the documents begun, none
    while one is to come; the chat tells it."""
    papers = session.exec(select(Paper).where(Paper.case_id == case.id)).all()
    if any(paper.state is not PaperState.SENT for paper in papers):
        return []
    begun = _accept(session, SYSTEM, case, papers, at)
    session.flush()
    return begun


def _accept(session: Session, actor: Actor, case: Case, papers: Sequence[Paper], at: datetime) -> list[Document]:
    for paper in papers:
        if paper.state is PaperState.SENT:
            paper.state = PaperState.ACCEPTED
    move_case(session, actor, case, "case_approved", at)
    begun = list(_documents(session, case, at))
    session.add_all(begun)
    going_along.bind(session, begun)
    return begun


def hold(session: Session, actor: Actor, case_id: int, reason: str, at: datetime) -> Case:
    """Waits for the centre or for blanks; the service clock stands still."""
    reason = reason_given(reason)
    case = decide(session, actor, case_id, at)
    case.reason = reason
    move_case(session, actor, case, "case_held", at, fields=("reason",))
    service_clock.keep(session, case, at)
    tell(session, case, "case_held", at, after=TAKEN_BACK, reason=reason)
    return case


def resume(session: Session, actor: Actor, case_id: int, at: datetime) -> Case:
    case = decide(session, actor, case_id, at)
    move_case(session, actor, case, "case_resumed", at)
    case.reason = None
    service_clock.keep(session, case, at)
    tell(session, case, "case_resumed", at)
    return case


def refuse(session: Session, actor: Actor, case_id: int, reason: str, at: datetime) -> Case:
    """Never without a reason that the citizen can read."""
    reason = reason_given(reason)
    case = decide(session, actor, case_id, at)
    case.reason = reason
    move_case(session, actor, case, "case_refused", at, fields=("reason",))
    tell(session, case, "case_refused", at, after=TAKEN_BACK, reason=reason)
    return case


def withdraw(session: Session, actor: Actor, case_id: int, reason: str, at: datetime) -> Case:
    """The citizen's own withdrawal is answered in the chat at once, whoever holds the case; an officer's is a decision
    like the others, told as a notice."""
    reason = reason_given(reason)
    by_officer = Role.CITIZEN not in actor.roles
    case = decide(session, actor, case_id, at) if by_officer else lock_case(session, actor, case_id)
    case.reason = reason
    move_case(session, actor, case, "case_withdrawn", at, fields=("reason",))
    if by_officer:
        tell(session, case, "case_withdrawn", at, after=TAKEN_BACK, reason=reason)
    return case


def _documents(session: Session, case: Case, at: datetime) -> Iterator[Document]:
    """Those that the answers call for: a PDF is keyed into SIAK, or rendered here; a family has many cards."""
    service = services()[case.service]
    for kind in service.document:
        if not holds(kind.when, case.answers, at.date()):
            continue
        for holder in members.holders(session, service, kind, case.answers, at.date()):
            document = Document(
                case_id=case.id,
                office_id=case.office_id,
                kind=kind.kind,
                template=kind.template,
                source=kind.register_,
                state=_first_state(kind),
                holder=holder,
                created_at=at,
            )
            keep(document, str(case.answers.get(kind.number or "") or ""))
            yield document


def _first_state(kind: DocumentKind) -> DocumentState:
    """A KTP-el waits for the centre's print-ready record; a KIA is printed by the office itself."""
    if kind.kind == "pdf":
        return DocumentState.IN_SIAK
    return DocumentState.WAITING_PRR if kind.prr else DocumentState.TO_PRINT
