"""Cases compared with the centre's data after they are filed: asked once, counted, noted, in nobody's way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from registry import cases
from registry.desk import answers
from registry.lifecycle import Refused, Role
from registry.models import AuditEntry, CheckState, LookUps, Office, RegisterCheck, Unchecked
from registry.models.columns import now
from registry.population import checks
from registry.population.claims import Claim, Register, Unanswered, Verdict
from tests.centre import Centre
from tests.registry.desk import MONDAY, SERVICES, Desk

SAME = Verdict(True, {"name": True})
OTHER = Verdict(True, {"name": False})
DAY = timedelta(days=1)
RINA = "6471044506900000"


@dataclass
class Told:
    """A register that answers as it is told, and does what is to happen meanwhile."""

    answers: list[Verdict | Unchecked]
    meanwhile: Callable[[], object] = lambda: None
    asked: list[Claim] = field(default_factory=list)

    def verify(self, claim: Claim) -> Verdict:
        self.asked.append(claim)
        self.meanwhile()
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Unchecked):
            raise Unanswered(answer)
        return answer


@pytest.fixture
def desk(desk: Desk) -> Desk:
    allow(desk, 100)
    return desk


def allow(desk: Desk, lookups: int) -> None:
    with desk.database.writing() as session:
        session.get_one(Office, desk.office_id).lookups_a_day = lookups


def run(desk: Desk, register: Register | None, at: datetime = MONDAY) -> bool:
    return checks.run(desk.database, register, SERVICES, lambda: at)


def check(desk: Desk, case_id: int) -> RegisterCheck:
    with desk.database.reading() as session:
        return session.get_one(RegisterCheck, case_id)


def noted(desk: Desk, action: str = "register_asked") -> Sequence[AuditEntry]:
    with desk.database.reading() as session:
        return session.exec(select(AuditEntry).where(AuditEntry.action == action)).all()


def used(desk: Desk) -> list[int]:
    with desk.database.reading() as session:
        return list(session.exec(select(LookUps.used).order_by("day")))


def test_filing_asks_nobody_and_leaves_a_row(desk: Desk) -> None:
    case_id = desk.open()
    assert (check(desk, case_id).state, check(desk, case_id).due_at) == (CheckState.WAITING, MONDAY)
    assert desk.case(case_id).flags == []


def test_an_office_without_look_ups_asks_nobody(desk: Desk) -> None:
    allow(desk, 0)
    desk.open()
    assert run(desk, told := Told([SAME])) is False
    assert told.asked == []


@pytest.mark.parametrize(
    ("verdict", "state", "flags"),
    [
        (SAME, CheckState.MATCHED, []),
        (OTHER, CheckState.DIFFERS, ["name-differs"]),
        (Verdict(False), CheckState.NOT_FOUND, ["nik-unknown"]),
    ],
)
def test_the_outcome_stands_at_the_case(desk: Desk, verdict: Verdict, state: CheckState, flags: list[str]) -> None:
    case_id = desk.open()
    run(desk, Told([verdict]), MONDAY + DAY)
    found = check(desk, case_id)
    assert (found.state, found.same, found.at, found.due_at) == (state, dict(verdict.same), MONDAY + DAY, None)
    assert desk.case(case_id).flags == flags


def test_each_look_up_is_noted_and_counted_before_it_leaves(desk: Desk) -> None:
    case_id = desk.open()
    seen: list[object] = []
    run(desk, Told([SAME], meanwhile=lambda: seen.extend([used(desk), [each.case_id for each in noted(desk)]])))
    assert seen == [[1], [case_id]]
    assert noted(desk)[0].fields == ["nik", "name"]


def test_asked_twice_it_is_told_once(desk: Desk) -> None:
    desk.open()
    told = Told([SAME])
    run(desk, told)
    run(desk, told, MONDAY + DAY)
    assert len(told.asked) == 1


def test_two_workers_ask_once(desk: Desk) -> None:
    desk.open()
    other = Told([SAME])
    run(desk, Told([SAME], meanwhile=lambda: run(desk, other)))
    assert (other.asked, used(desk)) == ([], [1])


@pytest.mark.parametrize("why", [Unchecked.DOWN, Unchecked.SLOW, Unchecked.GARBLED])
def test_what_passes_is_tried_again_and_then_left_to_the_officer(desk: Desk, why: Unchecked) -> None:
    case_id, told, at = desk.open(), Told([why]), MONDAY
    while (due := check(desk, case_id).due_at) is not None:
        at = max(at, due)
        run(desk, told, at)
    assert (check(desk, case_id).state, check(desk, case_id).why) == (CheckState.NOT_CHECKED, why)
    assert len(told.asked) == len(checks.AGAIN) + 1


def test_a_service_that_is_down_is_not_asked_for_each(desk: Desk) -> None:
    first, second = desk.open(), desk.open()
    told = Told([Unchecked.DOWN])
    assert run(desk, told) is False
    assert len(told.asked) == 1
    assert check(desk, second).why is check(desk, first).why is Unchecked.DOWN
    assert check(desk, second).tries == 0


def test_when_it_is_well_again_all_are_asked(desk: Desk) -> None:
    both = [desk.open(), desk.open()]
    run(desk, Told([Unchecked.DOWN]))
    run(desk, Told([SAME]), MONDAY + timedelta(minutes=2))
    assert [check(desk, each).state for each in both] == [CheckState.MATCHED] * 2


def test_the_quota_ends_the_day_and_the_next_one_begins_anew(desk: Desk) -> None:
    allow(desk, 2)
    three = [desk.open() for _ in range(3)]
    told = Told([SAME])
    run(desk, told)
    assert (len(told.asked), check(desk, three[2]).why) == (2, Unchecked.QUOTA)
    due = check(desk, three[2]).due_at
    assert due == datetime.fromisoformat("2026-11-24T00:00+08:00")
    run(desk, told, due)
    assert (check(desk, three[2]).state, used(desk)) == (CheckState.MATCHED, [2, 1])


def test_the_services_own_quota_waits_for_the_next_day(desk: Desk) -> None:
    case_id = desk.open()
    run(desk, Told([Unchecked.QUOTA]))
    assert (check(desk, case_id).why, used(desk)) == (Unchecked.QUOTA, [1])
    assert check(desk, case_id).due_at == datetime.fromisoformat("2026-11-24T00:00+08:00")


def test_a_refused_key_is_not_tried_again_by_itself(desk: Desk) -> None:
    case_id = desk.open()
    run(desk, Told([Unchecked.REFUSED]))
    assert (check(desk, case_id).why, check(desk, case_id).due_at) == (Unchecked.REFUSED, None)


def test_without_a_service_the_officer_reads_why(desk: Desk) -> None:
    case_id = desk.open()
    run(desk, None)
    assert (check(desk, case_id).why, check(desk, case_id).due_at) == (Unchecked.NOT_SET_UP, None)
    assert (noted(desk), used(desk)) == ([], [])


def test_the_case_is_free_while_the_service_thinks(desk: Desk) -> None:
    case_id = desk.open()

    def approve() -> None:
        with desk.database.writing() as session:
            cases.claim(session, desk.officers[Role.COUNTER], case_id, MONDAY)

    run(desk, Told([OTHER], meanwhile=approve))
    assert desk.case(case_id).officer_id == desk.officers[Role.COUNTER].officer_id
    assert desk.case(case_id).flags == ["name-differs"]


def test_a_corrected_answer_is_asked_anew_and_the_old_outcome_is_forgotten(desk: Desk) -> None:
    case_id = desk.open()
    run(desk, Told([OTHER]))
    correct(desk, case_id, "Rina Contoh")
    assert (desk.case(case_id).flags, check(desk, case_id).state) == ([], CheckState.WAITING)
    told = Told([SAME])
    run(desk, told, MONDAY + DAY)
    assert told.asked == [Claim("6471010506900000", {"name": "Rina Contoh"})]
    assert check(desk, case_id).state is CheckState.MATCHED


def test_an_outcome_of_answers_that_changed_meanwhile_is_thrown_away(desk: Desk) -> None:
    case_id = desk.open()
    register = Told([OTHER, SAME])

    def meanwhile() -> None:
        if len(register.asked) == 1:
            correct(desk, case_id, "Rina Contoh")

    register.meanwhile = meanwhile
    run(desk, register)
    assert len(register.asked) == 2
    assert (check(desk, case_id).state, desk.case(case_id).flags) == (CheckState.MATCHED, [])


def correct(desk: Desk, case_id: int, name: str) -> None:
    with desk.database.writing() as session:
        answers.correct(
            session, desk.officers[Role.COUNTER], case_id, SERVICES["KK-HR"], {"name": name}, "call", MONDAY,
            official=False,
        )  # fmt: skip


def test_an_ended_case_is_asked_about_no_more(desk: Desk) -> None:
    case_id = desk.open()
    with desk.database.writing() as session:
        cases.withdraw(session, desk.citizen(session), case_id, "sudah ketemu", MONDAY)
    run(desk, told := Told([SAME]))
    assert (told.asked, check(desk, case_id).due_at) == ([], None)


def again(desk: Desk, case_id: int, role: Role = Role.COUNTER) -> None:
    with desk.database.writing() as session:
        checks.ask_again(session, desk.officers[role], case_id, SERVICES["KK-HR"], MONDAY + DAY)


def test_an_officer_asks_again_and_the_log_names_them(desk: Desk) -> None:
    case_id = desk.open()
    run(desk, Told([Unchecked.REFUSED]))
    again(desk, case_id)
    run(desk, Told([SAME]), MONDAY + DAY)
    assert check(desk, case_id).state is CheckState.MATCHED
    assert [each.officer_id for each in noted(desk)] == [None, desk.officers[Role.COUNTER].officer_id]


@pytest.mark.parametrize("role", [Role.POST, Role.PRINTING, Role.PROVINCE])
def test_who_does_not_check_asks_nothing(desk: Desk, role: Role) -> None:
    case_id = desk.open()
    run(desk, Told([Unchecked.DOWN]))
    with pytest.raises(Refused):
        again(desk, case_id, role)


def test_what_was_told_is_not_asked_again(desk: Desk) -> None:
    case_id = desk.open()
    run(desk, Told([SAME]))
    with pytest.raises(Refused) as refused:
        again(desk, case_id)
    assert refused.value.reason == "refused-check-not-open"


def test_the_whole_way_over_http(desk: Desk, centre: Centre) -> None:
    right, wrong = (desk.open(nik=RINA, name=name) for name in ("Rina Contoh", "Rini Contoh"))
    checks.run(desk.database, centre.client(), SERVICES, now)
    assert [check(desk, each).state for each in (right, wrong)] == [CheckState.MATCHED, CheckState.DIFFERS]
