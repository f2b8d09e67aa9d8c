"""Cases compared with the centre's population data, by a worker, after they are filed.

What is to be asked is a row, so that nothing is lost with a worker; each look-up is in the audit log before it leaves
the house (UU 24/2013 Pasal 79). Whatever goes wrong, the case goes on: the officer reads "not checked", and why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, true, update
from sqlalchemy import case as sql_case
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from registry import audit, troubles
from registry.actors import SYSTEM, Actor
from registry.catalogue import Catalogue, Service
from registry.database import Database
from registry.desk import ticks
from registry.lifecycle import CHECKERS, ENDED, Refused
from registry.models import Case, CheckState, Office, RegisterCheck, Unchecked
from registry.models.population import SUBJECT, TO_ASK
from registry.moves import lock_case, require
from registry.population import allowance
from registry.population.claims import Claim, Register, Unanswered, Verdict, claim_of, claims_of, name_beside

AT_ONCE = 20
LEASE = timedelta(minutes=2)  # a worker that has not told by then is dead
AGAIN = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30))  # after which it is the officer's to ask
PASSES = (Unchecked.DOWN, Unchecked.SLOW, Unchecked.GARBLED)
ABOUT = "register"
APPLICANT = "applicant_nik"


@dataclass(frozen=True, repr=False)
class Begun:
    """`due_at`: as the row stands while it is asked; any other, and it was asked for anew meanwhile."""

    case_id: int
    due_at: datetime
    claim: Claim
    left: tuple[str, ...]  # whom to ask about after this one


def begin(
    session: Session, office: Office, service: Service, case: Case, at: datetime, officer_id: int | None = None
) -> None:
    """When a case is filed. Only of an office that asks the data service, and of who has a NIK."""
    if office.lookups_a_day and claim_of(service, case.answers):
        session.add(RegisterCheck(case_id=case.id, office_id=office.id, due_at=at, at=at, officer_id=officer_id))


def ask(
    session: Session, office: Office, service: Service, case: Case, at: datetime, officer_id: int | None = None
) -> None:
    """When what a filed case says of its person has changed: the answer takes the place of the one before."""
    if check := session.get(RegisterCheck, case.id):
        case.flags = [flag for flag in case.flags if flag not in _flags(check)]
        session.delete(check)
        session.flush()
    begin(session, office, service, case, at, officer_id)


def ask_again(session: Session, actor: Actor, case_id: int, service: Service, at: datetime) -> None:
    """An officer's button, where of somebody nothing was told. Raises Refused when it was, or is on its way."""
    require(actor, CHECKERS)
    case = lock_case(session, actor, case_id)
    check = session.get(RegisterCheck, case_id, populate_existing=True)
    untold = unasked(check, service, case.answers) if check else []
    if case.state in ENDED or (check and check.state is not CheckState.NOT_CHECKED and (check.due_at or not untold)):
        raise Refused("refused-check-not-open")
    audit.record(session, actor, "register_asked_again", office_id=case.office_id, case_id=case.id, at=at)
    if check and check.state is not CheckState.NOT_CHECKED:
        check.person, check.due_at, check.tries, check.why = untold[0], at, 0, None
        check.officer_id = actor.officer_id
    else:
        ask(session, session.get_one(Office, case.office_id), service, case, at, actor.officer_id)


def unasked(check: RegisterCheck, service: Service, answers: Mapping[str, Any]) -> list[str]:
    """Of which others nothing was told yet, by the questions for their NIKs."""
    return [person for person in claims_of(service, answers) if person != SUBJECT and person not in check.others]


def _flags(check: RegisterCheck) -> list[str]:
    found = Verdict(check.state is not CheckState.NOT_FOUND, check.same).flags
    return found + [flag for person, state in check.others.items() if (flag := _flag_of(person, CheckState(state)))]


def _flag_of(person: str, state: CheckState) -> str | None:
    if state is CheckState.DIFFERS:
        return "applicant-differs" if person == APPLICANT else "other-differs"
    return "other-unknown" if state is CheckState.NOT_FOUND else None


def run(database: Database, register: Register | None, services: Catalogue, clock: Callable[[], datetime]) -> bool:
    """Asks one after the other, with no transaction open meanwhile. Whether more are due."""
    if register is None:
        with database.writing() as session:
            _put_off(session, Unchecked.NOT_SET_UP, clock(), None)
        return False
    for _ in range(AT_ONCE):
        with database.reading() as session:
            case_id = session.exec(_next_due(clock())).first()
        if case_id is None:
            return False
        with troubles.apart(database, f"register_check:{case_id}", case_id=case_id) as one:
            _ask(database, register, services, case_id, clock)
        if one.broke:
            with database.writing() as session:
                mine = update(RegisterCheck).where(col(RegisterCheck.case_id) == case_id)
                session.execute(mine.values(why=Unchecked.GARBLED, due_at=None, at=clock()))
    return True


def _ask(
    database: Database, register: Register, services: Catalogue, case_id: int, clock: Callable[[], datetime]
) -> None:
    with database.writing() as session:
        begun = _begin(session, services, case_id, clock())
    if begun is not None:
        told = _verify(register, begun.claim)
        with database.writing() as session:
            _settle(session, begun, told, clock())


def is_due(at: datetime) -> ColumnElement[bool]:
    return and_(TO_ASK, col(RegisterCheck.due_at) <= at)


def _verify(register: Register, claim: Claim) -> Verdict | Unchecked:
    try:
        return register.verify(claim)
    except Unanswered as silence:
        return silence.why


def _next_due(at: datetime) -> SelectOfScalar[int]:
    """The one that has waited longest."""
    in_order = col(RegisterCheck.due_at), col(RegisterCheck.case_id)
    return select(RegisterCheck.case_id).where(is_due(at)).order_by(*in_order).limit(1)


def _begin(session: Session, services: Catalogue, case_id: int, at: datetime) -> Begun | None:
    """Counted and noted before it goes. None: it is not to be asked, or another worker was quicker."""
    case = lock_case(session, SYSTEM, case_id)
    check = session.get_one(RegisterCheck, case_id, populate_existing=True)
    if check.due_at is None or check.due_at > at:
        return None
    return _claimed(session, services, case, check, session.get_one(Office, case.office_id), at)


def _claimed(
    session: Session, services: Catalogue, case: Case, check: RegisterCheck, office: Office, at: datetime
) -> Begun | None:
    code = case.service
    claims = claims_of(services.at(office.code, code), case.answers) if code in services else {}
    claim, people = claims.get(check.person), list(claims)
    if claim is None or case.state in ENDED or not office.lookups_a_day:
        check.due_at = None
        return None
    if not allowance.take(session, office, at):
        _put_off(
            session, Unchecked.QUOTA, at, allowance.next_day(office, at), col(RegisterCheck.office_id) == office.id
        )
        return None
    check.due_at, check.tries = at + LEASE, check.tries + 1
    who = replace(SYSTEM, officer_id=check.officer_id)
    asked = ("nik", *sorted(claim.says)) if check.person == SUBJECT else (check.person, name_beside(check.person))
    audit.record(
        session, who, "register_asked", office_id=office.id, case_id=case.id, subject=ABOUT, fields=asked, at=at
    )
    return Begun(case.id, check.due_at, claim, tuple(people[people.index(check.person) + 1 :]))


def _put_off(
    session: Session, why: Unchecked, at: datetime, until: datetime | None, whose: ColumnElement[bool] | None = None
) -> None:
    """All that are due would fare the same: their officers read why, and nobody knocks for each."""
    session.flush()
    waiting = update(RegisterCheck).where(is_due(at), true() if whose is None else whose)
    untold = sql_case((col(RegisterCheck.person) == SUBJECT, CheckState.NOT_CHECKED), else_=col(RegisterCheck.state))
    later = {"state": untold, "why": why, "due_at": until, "at": at}
    session.execute(waiting.values(later).execution_options(synchronize_session="fetch"))


def _settle(session: Session, begun: Begun, told: Verdict | Unchecked, at: datetime) -> None:
    case = lock_case(session, SYSTEM, begun.case_id)
    check = session.get(RegisterCheck, begun.case_id, populate_existing=True)
    if check is None or check.due_at != begun.due_at:
        return  # its answers have changed meanwhile, or another worker took it over
    check.at = at
    if isinstance(told, Unchecked):
        _unanswered(session, check, told, at)
    else:
        _answered(session, case, check, told)
        if begun.left:
            check.person, check.tries, check.due_at = begun.left[0], 0, at


def _answered(session: Session, case: Case, check: RegisterCheck, verdict: Verdict) -> None:
    check.why, check.due_at = None, None
    if check.person == SUBJECT:
        check.state, check.same = _state(verdict), dict(verdict.same)
    else:
        check.others = {**check.others, check.person: _state(verdict)}
    if found := [flag for flag in _flags(check) if flag not in case.flags]:
        case.flags = [*case.flags, *found]
        ticks.reopen(session, case, [ticks.REGISTER])  # who ticked it did not know


def _state(verdict: Verdict) -> CheckState:
    if not verdict.found:
        return CheckState.NOT_FOUND
    return CheckState.MATCHED if all(verdict.same.values()) else CheckState.DIFFERS


def _unanswered(session: Session, check: RegisterCheck, why: Unchecked, at: datetime) -> None:
    check.why = why
    if check.person == SUBJECT:
        check.state = CheckState.NOT_CHECKED
    if why is Unchecked.QUOTA:
        check.due_at = allowance.next_day(session.get_one(Office, check.office_id), at)
        return
    waits = AGAIN[check.tries - 1] if why in PASSES and check.tries <= len(AGAIN) else None
    check.due_at = at + waits if waits else None
    if why in (Unchecked.DOWN, Unchecked.SLOW):
        _put_off(session, why, at, at + AGAIN[0])
