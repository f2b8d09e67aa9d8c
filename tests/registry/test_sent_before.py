"""Papers of earlier requests: whose they are, how long they are there, and that two requests never share a fate."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import col, select

from registry import cases
from registry.actors import NotFound
from registry.lifecycle import CaseState, Role
from registry.models import Case, Contact, Conversation, Paper, PaperState, Remnant, Upload, UploadState
from registry.retention.cases import erase_case
from registry.uploads import sent_before
from registry.uploads.reading import Reading
from tests.registry.desk import ANSWERS, MONDAY, Desk

LATER = MONDAY + timedelta(days=40)
READ = {"state": UploadState.STORED, "read": Reading(("ktp",)).to_json(), "kind": "image", "object_key": "a" * 32}


@pytest.fixture
def case_id(desk: Desk) -> int:
    """With a photo of the KTP that was read."""
    upload = desk.new_upload()
    change(desk, Upload, upload, **READ)
    return desk.open(papers={"ktp": [upload]})


def change(desk: Desk, table: Any, row_id: int, **values: object) -> None:
    with desk.database.writing() as session:
        session.get_one(table, row_id).sqlmodel_update(values)


def found(desk: Desk, nik: str = ANSWERS["nik"]) -> list[str]:
    with desk.database.reading() as session:
        papers = sent_before.papers(session, desk.contact_id, nik)
        return [f"{paper.key} {paper.number} {len(paper.uploads)}" for paper in papers]


def uploads(desk: Desk) -> list[Upload]:
    with desk.database.reading() as session:
        return list(session.exec(select(Upload).order_by(col(Upload.id))))


def used_again(desk: Desk) -> int:
    """In a second request."""
    with desk.database.writing() as session:
        contact = session.get_one(Contact, desk.contact_id)
        ids = sent_before.take_over(session, desk.citizen(session), contact, [uploads(desk)[0].id])
    return desk.open(papers={"ktp": ids})


def closed_and_erased(desk: Desk, case_id: int) -> None:
    change(desk, Case, case_id, state=CaseState.CLOSED, closed_at=MONDAY)
    with desk.database.writing() as session:
        erase_case(session, case_id, LATER)


@pytest.mark.usefixtures("case_id")
def test_it_is_there_for_the_same_nik_alone(desk: Desk) -> None:
    assert found(desk) == ["ktp BPP-00001 1"]
    assert found(desk, "6471041708870000") == []


def test_what_was_refused_flagged_or_never_read_is_not(desk: Desk, case_id: int) -> None:
    with desk.database.writing() as session:
        cases.ask_again(session, desk.officers[Role.COUNTER], case_id, "ktp", "buram", MONDAY)
    assert found(desk) == []
    paper = desk.papers(case_id)["ktp"].id
    change(desk, Paper, paper, state=PaperState.SENT, flagged=True)
    assert found(desk) == []
    change(desk, Paper, paper, flagged=False)
    change(desk, Upload, uploads(desk)[0].id, read=None)
    assert found(desk) == []


@pytest.mark.usefixtures("case_id")
def test_who_has_the_number_since_sees_nothing_of_it(desk: Desk) -> None:
    change(desk, Contact, desk.contact_id, identity_changed_at=MONDAY + timedelta(days=1))
    assert found(desk) == []


def test_after_its_time_it_is_gone(desk: Desk, case_id: int) -> None:
    closed_and_erased(desk, case_id)
    assert found(desk) == []


def test_used_again_it_lives_as_long_as_the_newer_request(desk: Desk, case_id: int) -> None:
    second = used_again(desk)
    first_row, second_row = uploads(desk)
    assert first_row.object_key == second_row.object_key and first_row.paper_id != second_row.paper_id
    closed_and_erased(desk, case_id)
    with desk.database.reading() as session:
        assert [row.id for row in session.exec(select(Upload))] == [second_row.id]
        assert session.exec(select(Remnant)).all() == []
    closed_and_erased(desk, second)
    with desk.database.reading() as session:
        assert [remnant.key for remnant in session.exec(select(Remnant))] == [READ["object_key"]]


def test_while_a_draft_means_to_use_it_the_erasure_leaves_it_to_the_draft(desk: Desk, case_id: int) -> None:
    upload = uploads(desk)[0].id
    data = {"stack": [{"answers": {"paper:ktp": {"uploads": [upload]}}}]}
    with desk.database.writing() as session:
        session.add(Conversation(contact_id=desk.contact_id, data=data))
    closed_and_erased(desk, case_id)
    second = used_again(desk)
    assert [(row.id, row.paper_id) for row in uploads(desk)] == [(upload, desk.papers(second)["ktp"].id)]


@pytest.mark.usefixtures("case_id")
def test_nobody_takes_over_what_is_anothers(desk: Desk) -> None:
    with desk.database.writing() as session:
        mine = session.get_one(Contact, desk.contact_id)
        other = Contact(sender_id=mine.sender_id, channel=mine.channel, address="62", address_index=b"8")
        session.add(other)
        session.flush()
        with pytest.raises(NotFound):
            sent_before.take_over(session, desk.citizen(session), other, [uploads(desk)[0].id])
