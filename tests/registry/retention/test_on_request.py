"""HAPUS DATA: deleted as soon as no case runs, in bites, with counts as proof."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import inf
from typing import Any

import pytest

from registry import cases
from registry.lifecycle import CaseState, Role
from registry.models import (
    AuditEntry,
    Case,
    Complaint,
    Contact,
    DataRequest,
    DataRequestKind,
    DataRequestState,
    Event,
    EventKind,
    Outgoing,
    OutgoingState,
    Remnant,
    Upload,
)
from registry.retention import on_request
from registry.rights import data_requests
from tests.registry.desk import MONDAY
from tests.registry.retention.conftest import Kept
from tests.registry.retention.test_killed import Killed, Mortal

YESTERDAY = MONDAY - timedelta(days=1)


def ask(kept: Kept, *, withdraw: bool = False, at: datetime = MONDAY) -> DataRequest:
    desk = kept.desk
    with kept.database.writing() as session:
        contact = session.get_one(Contact, desk.contact_id)
        request, _ = data_requests.ask_deletion(
            session, desk.citizen(session), contact, desk.office_id, at, withdraw=withdraw
        )
        return request


def run(kept: Kept, at: datetime = MONDAY) -> int:
    return on_request.run(kept.database, kept.journal, at, inf)


def request(kept: Kept) -> DataRequest:
    return next(each for each in kept.all(DataRequest) if each.kind is DataRequestKind.DELETE)


def test_what_is_over_goes_at_once(kept: Kept) -> None:
    kept.case(closed=YESTERDAY)
    kept.chat(at=YESTERDAY)
    kept.photo(at=YESTERDAY)
    ask(kept)
    assert run(kept) == 1
    assert kept.all(Case)[0].answers == {} and kept.all(Upload) == []
    assert [event.body for event in kept.all(Event)][0] == {} and kept.all(Outgoing)[0].body["text"] == ""
    assert request(kept).counts == {"answers": 4, "cases": 1, "messages": 2, "pdfs": 1, "photos": 3}


def test_it_is_told_and_proved(kept: Kept) -> None:
    kept.case(closed=YESTERDAY)
    ask(kept)
    run(kept)
    told = kept.all(Event)[-1]
    assert (told.kind, told.body["name"], told.body["number"]) == (EventKind.OFFICER_WORD, "data_erased", "HD-0001")
    proof = next(row for row in kept.all(AuditEntry) if row.action == "data_erased")
    assert (proof.subject, proof.fields) == ("datarequest:1", ["answers:4", "cases:1", "pdfs:1", "photos:2"])


def test_while_a_case_runs_everything_waits(kept: Kept) -> None:
    kept.case(closed=None)
    kept.chat(at=YESTERDAY)
    ask(kept)
    assert run(kept) == 0
    assert request(kept).due_at is None and kept.all(Case)[0].answers


def test_until_it_is_over(kept: Kept) -> None:
    case_id = kept.case(closed=None)
    ask(kept)
    with kept.database.writing() as session:
        cases.refuse(session, kept.desk.officers[Role.COUNTER], case_id, "sudah terbit", MONDAY)
    later = MONDAY + timedelta(hours=1)
    assert run(kept, later) == 1
    assert kept.all(Case)[0].erased_at == later and request(kept).due_at == later + data_requests.TERM


def test_or_ended_for_its_sake(kept: Kept) -> None:
    kept.case(closed=None)
    ask(kept, withdraw=True)
    assert run(kept) == 1
    assert kept.all(Case)[0].state is CaseState.WITHDRAWN


@pytest.mark.parametrize("why", ["in the making", "another person's"])
def test_but_not_every_case_can_be_ended(kept: Kept, why: str) -> None:
    case_id = kept.case(closed=None)
    with kept.database.writing() as session:
        if why == "in the making":
            session.get_one(Case, case_id).state = CaseState.APPROVED
        else:
            session.get_one(Contact, kept.desk.contact_id).identity_changed_at = YESTERDAY
    ask(kept, withdraw=True)
    assert run(kept) == 0 and kept.all(Case)[0].answers


def test_taken_back_in_time_nothing_goes(kept: Kept) -> None:
    case_id = kept.case(closed=None)
    ask(kept)
    with kept.database.writing() as session:
        contact = session.get_one(Contact, kept.desk.contact_id)
        assert data_requests.keep_after_all(session, kept.desk.citizen(session), contact, MONDAY) is not None
        session.get_one(Case, case_id).state = CaseState.CLOSED
    assert run(kept) == 0
    assert request(kept).state is DataRequestState.WITHDRAWN and kept.all(Case)[0].answers


def test_what_was_sent_since_belongs_to_something_new(kept: Kept) -> None:
    ask(kept)
    kept.chat(at=MONDAY + timedelta(minutes=1))
    kept.photo(at=MONDAY + timedelta(minutes=1))
    run(kept, MONDAY + timedelta(minutes=2))
    assert kept.all(Event)[0].body != {} and len(kept.all(Upload)) == 1


def test_it_ends_when_the_last_answer_has_left(kept: Kept) -> None:
    kept.chat(at=YESTERDAY, state=OutgoingState.UNKNOWN)
    ask(kept)
    assert run(kept) == 0
    with kept.database.writing() as session:
        session.get_one(Outgoing, 1).state = OutgoingState.SENT
    assert run(kept) == 1
    assert len(kept.all(Remnant)) == 2


def test_a_complaint_is_kept_until_its_answer(kept: Kept) -> None:
    where: dict[str, Any] = {"contact_id": kept.desk.contact_id, "office_id": kept.desk.office_id}
    with kept.database.writing() as session:
        for answered in (YESTERDAY, None):
            session.add(Complaint(**where, words=["minta uang"], due_at=MONDAY, answered_at=answered))
        session.add(DataRequest(**where, kind=DataRequestKind.CORRECT, words="nama ibu", closed_at=YESTERDAY))
    ask(kept)
    run(kept)
    assert [complaint.words for complaint in kept.all(Complaint)] == [None, ["minta uang"]]
    assert kept.all(DataRequest)[0].words is None


def test_asked_twice_it_is_one_request(kept: Kept) -> None:
    kept.case(closed=None)
    assert ask(kept).number == ask(kept).number == "HD-0001"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_it_may_be_killed_at_any_point(kept: Kept) -> None:
    kept.case(closed=YESTERDAY)
    kept.case(closed=YESTERDAY)
    kept.chat(at=YESTERDAY)
    kept.photo(at=YESTERDAY)
    ask(kept)
    for survived in range(20):
        try:
            on_request.run(Mortal(kept.database, survived % 2), kept.journal, MONDAY, inf)  # type: ignore[arg-type]
        except Killed:
            continue
        break
    run(kept)
    assert request(kept).state is DataRequestState.DONE
    assert request(kept).counts == {"answers": 8, "cases": 2, "messages": 2, "pdfs": 2, "photos": 5}
    assert [event.body["name"] for event in kept.all(Event) if event.erased_at is None] == ["data_erased"]
