"""What was told in earlier requests: for as long as it is kept, and only to whom it belongs."""

from __future__ import annotations

from datetime import timedelta

from registry import told_before
from registry.lifecycle import CaseState
from registry.models import Case, Contact
from registry.retention.cases import erase_case
from tests.registry.desk import ANSWERS, MONDAY, Desk


def found(desk: Desk) -> list[str]:
    with desk.database.reading() as session:
        kept = told_before.requests(session, desk.contact_id)
        assert all(case.answers == ANSWERS for case in kept)
        return [case.number for case in kept]


def test_the_newest_comes_first(desk: Desk) -> None:
    desk.open()
    desk.open()
    assert found(desk) == ["BPP-00002", "BPP-00001"]


def test_what_was_erased_is_gone(desk: Desk) -> None:
    case_id = desk.open()
    with desk.database.writing() as session:
        session.get_one(Case, case_id).sqlmodel_update({"state": CaseState.CLOSED, "closed_at": MONDAY})
        session.flush()
        erase_case(session, case_id, MONDAY + timedelta(days=40))
    assert found(desk) == []


def test_who_has_the_telephone_now_hears_nothing_of_before(desk: Desk) -> None:
    desk.open()
    with desk.database.writing() as session:
        session.get_one(Contact, desk.contact_id).identity_changed_at = MONDAY + timedelta(days=1)
    assert found(desk) == []
