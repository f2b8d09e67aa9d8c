"""Who applies for somebody else, and whoever else is named with a NIK, is compared with the centre's data as well."""

from __future__ import annotations

from typing import Any

import pytest

from registry.desk import answers
from registry.lifecycle import Refused, Role
from registry.models import CheckState, RegisterCheck, Unchecked
from registry.population import checks
from registry.population.claims import Claim, Verdict, claims_of
from tests.registry.desk import MONDAY, SERVICES, Desk
from tests.registry.population.test_checks import DAY, OTHER, SAME, Told, again, allow, check, noted, run, used

BIMA = "6471041708850000"
FOR_ANOTHER: dict[str, Any] = {"for_whom": "other", "applicant_name": "Bima Contoh", "applicant_nik": BIMA}


@pytest.fixture
def case_id(desk: Desk) -> int:
    allow(desk, 100)
    return desk.open(**FOR_ANOTHER)


def told_of(desk: Desk, case_id: int) -> tuple[CheckState, dict[str, CheckState]]:
    found = check(desk, case_id)
    return found.state, found.others


def untold(desk: Desk, found: RegisterCheck) -> list[str]:
    return checks.unasked(found, SERVICES["KK-HR"], desk.case(found.case_id).answers)


def test_the_applicant_is_asked_about_after_the_subject(desk: Desk, case_id: int) -> None:
    run(desk, told := Told([SAME]))
    assert [each.nik for each in told.asked] == ["6471010506900000", BIMA]
    assert told.asked[1] == Claim(BIMA, {"name": "Bima Contoh"})
    assert told_of(desk, case_id) == (CheckState.MATCHED, {"applicant_nik": "matched"})
    assert used(desk) == [2] and noted(desk)[1].fields == ["applicant_nik", "applicant_name"]
    assert check(desk, case_id).due_at is None and desk.case(case_id).flags == []


@pytest.mark.parametrize(
    ("verdict", "state", "flag"),
    [(OTHER, CheckState.DIFFERS, "applicant-differs"), (Verdict(False), CheckState.NOT_FOUND, "other-unknown")],
)
def test_what_differs_is_flagged_and_is_not_the_subjects(
    desk: Desk, case_id: int, verdict: Verdict, state: CheckState, flag: str
) -> None:
    run(desk, Told([SAME, verdict]))
    assert told_of(desk, case_id) == (CheckState.MATCHED, {"applicant_nik": state})
    assert desk.case(case_id).flags == [flag]


def test_a_service_that_is_down_leaves_the_subjects_outcome(desk: Desk, case_id: int) -> None:
    run(desk, Told([SAME, Unchecked.DOWN]))
    found = check(desk, case_id)
    assert (found.state, found.why, found.others) == (CheckState.MATCHED, Unchecked.DOWN, {})
    assert untold(desk, found) == ["applicant_nik"] and found.due_at is not None
    run(desk, told := Told([SAME]), found.due_at)
    assert [each.nik for each in told.asked] == [BIMA]
    assert (check(desk, case_id).why, untold(desk, check(desk, case_id))) == (None, [])


def test_an_officer_asks_again_about_the_one_who_was_not_told_of(desk: Desk, case_id: int) -> None:
    run(desk, Told([SAME, Unchecked.REFUSED]))
    again(desk, case_id)
    with pytest.raises(Refused):
        again(desk, case_id)
    run(desk, told := Told([OTHER]), MONDAY + DAY)
    assert [each.nik for each in told.asked] == [BIMA] and desk.case(case_id).flags == ["applicant-differs"]
    assert noted(desk)[-1].officer_id == desk.officers[Role.COUNTER].officer_id


def test_after_a_correction_all_are_asked_anew_and_old_flags_go(desk: Desk, case_id: int) -> None:
    run(desk, Told([SAME, OTHER]))
    with desk.database.writing() as session:
        answers.correct(
            session, desk.officers[Role.COUNTER], case_id, SERVICES["KK-HR"], {"applicant_name": "Bima Benar"}, "call",
            MONDAY, official=False,
        )  # fmt: skip
    assert desk.case(case_id).flags == []
    run(desk, told := Told([SAME]), MONDAY + DAY)
    assert told.asked[-1] == Claim(BIMA, {"name": "Bima Benar"})


def test_bride_and_groom_are_both_asked_about_and_nobody_twice() -> None:
    couple = {"husband_name": "Bima", "husband_nik": BIMA, "wife_name": "Rina", "wife_nik": "6471044506900000"}
    given = couple | {"applicant_name": "Bima", "applicant_nik": BIMA}
    assert list(claims_of(SERVICES["AKW"], given)) == ["subject", "wife_nik"]
