"""Whose case it is, when officers and citizens act at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from registry import cases
from registry.actors import Actor
from registry.lifecycle import CaseState, Refused, Role
from tests.registry.desk import MONDAY, Desk


def at_once(*tasks: Callable[[], object]) -> list[object]:
    """What each returned or raised as Refused, all started together."""
    start = Barrier(len(tasks))

    def run(task: Callable[[], object]) -> object:
        start.wait()
        try:
            return task()
        except Refused as refusal:
            return refusal

    with ThreadPoolExecutor(len(tasks)) as threads:
        return list(threads.map(run, tasks))


def decision(desk: Desk, actor: Actor, case_id: int) -> Callable[[], CaseState]:
    def approve() -> CaseState:
        with desk.database.writing() as session:
            return cases.approve(session, actor, case_id, MONDAY).state

    return approve


def test_of_two_officers_one_decides_and_the_other_hears_who(desk: Desk) -> None:
    case_id, officers = desk.open(), [desk.hire(Role.COUNTER), desk.hire(Role.COUNTER)]
    outcomes = at_once(*(decision(desk, officer, case_id) for officer in officers))
    (refusal,) = [outcome for outcome in outcomes if isinstance(outcome, Refused)]
    assert refusal.reason == "refused-taken-decided"
    assert str(refusal.args_shown["officer"]).startswith("officer ")
    assert outcomes.count(CaseState.APPROVED) == 1
    assert len(desk.documents(case_id)) == 1


def test_cases_opened_at_once_have_numbers_of_their_own(desk: Desk) -> None:
    numbers = set(at_once(*[lambda: desk.case(desk.open(papers={})).number] * 4))
    assert numbers == {f"BPP-0000{n}" for n in range(1, 5)}


def test_the_first_decision_claims(desk: Desk) -> None:
    case_id, officer = desk.open(), desk.officers[Role.COUNTER]
    decision(desk, officer, case_id)()
    assert desk.case(case_id).officer_id == officer.officer_id


def test_claiming_twice_changes_nothing(desk: Desk) -> None:
    case_id = desk.open()
    for _ in range(2):
        with desk.database.writing() as session:
            cases.claim(session, desk.officers[Role.COUNTER], case_id, MONDAY)
    assert desk.state(case_id) is CaseState.IN_REVIEW


def test_only_a_supervisor_takes_a_case_over(desk: Desk) -> None:
    case_id, holder = desk.open(), desk.officers[Role.COUNTER]
    for role in (Role.COUNTER, Role.SUPERVISOR):
        with desk.database.writing() as session:
            cases.claim(session, desk.officers[role], case_id, MONDAY, over=holder.officer_id)
    assert desk.case(case_id).officer_id == desk.officers[Role.SUPERVISOR].officer_id
    with pytest.raises(Refused, match="refused-taken"), desk.database.writing() as session:
        cases.claim(session, desk.officers[Role.COUNTER], case_id, MONDAY)


def test_a_case_taken_meanwhile_is_taken_over_only_from_whom_the_supervisor_saw(desk: Desk) -> None:
    case_id, holder = desk.open(), desk.officers[Role.COUNTER]
    with desk.database.writing() as session:
        cases.claim(session, holder, case_id, MONDAY)
    for over in (None, desk.hire(Role.COUNTER).officer_id):
        with pytest.raises(Refused, match="refused-take-over"), desk.database.writing() as session:
            cases.claim(session, desk.officers[Role.SUPERVISOR], case_id, MONDAY, over)
    assert desk.case(case_id).officer_id == holder.officer_id


def released(desk: Desk, actor: Actor, case_id: int) -> None:
    with desk.database.writing() as session:
        cases.release(session, actor, case_id, MONDAY)


def test_a_released_case_is_anybodys_again_at_its_old_place(desk: Desk) -> None:
    case_id, officer = desk.open(), desk.officers[Role.COUNTER]
    before = desk.case(case_id).queued_at
    with desk.database.writing() as session:
        cases.claim(session, officer, case_id, MONDAY)
    released(desk, officer, case_id)
    case = desk.case(case_id)
    assert (case.state, case.officer_id, case.queued_at) == (CaseState.SUBMITTED, None, before)


def test_only_a_supervisor_releases_what_another_holds(desk: Desk) -> None:
    case_id, other = desk.open(), desk.hire(Role.COUNTER)
    with desk.database.writing() as session:
        cases.claim(session, other, case_id, MONDAY)
    with pytest.raises(Refused, match="refused-taken"):
        released(desk, desk.officers[Role.COUNTER], case_id)
    released(desk, desk.officers[Role.SUPERVISOR], case_id)
    assert desk.case(case_id).officer_id is None


def test_a_released_case_that_waits_for_the_citizen_goes_on_waiting(desk: Desk) -> None:
    case_id, officer = desk.open(), desk.officers[Role.COUNTER]
    with desk.database.writing() as session:
        cases.ask_again(session, officer, case_id, "ktp", "buram", MONDAY)
    released(desk, officer, case_id)
    assert (desk.state(case_id), desk.case(case_id).officer_id) == (CaseState.NEEDS_CORRECTION, None)
