"""What a relative's number gets: the news, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import select

from registry import cases
from registry.actors import NotFound
from registry.counter.filing import file_case
from registry.families import phone_index
from registry.issuing import release
from registry.lifecycle import DocumentState, Role
from registry.models import Case, Channel, Contact, Document, Filing, Letter, Sender
from registry.retention.cases import erase_case
from tests.registry.desk import ANSWERS, MONDAY, SERVICES, Desk


@pytest.fixture
def case_id(desk: Desk) -> int:
    with desk.database.writing() as session:
        session.add(Sender(channel=Channel.SMS, address="+628110000011", office_id=desk.office_id))
        session.flush()
        return file_case(
            session, desk.officers[Role.COUNTER], SERVICES["KK-HR"], ANSWERS, ["ktp"], relative="081200000077",
            official=False, at=MONDAY,
        ).id  # fmt: skip


def issued(desk: Desk, case_id: int) -> int:
    officer = desk.officers[Role.COUNTER]
    with desk.database.writing() as session:
        cases.mark_seen(session, officer, case_id, "ktp", MONDAY)
        cases.approve(session, officer, case_id, MONDAY)
    document = desk.documents(case_id)[0]
    with desk.database.writing() as session:
        row = session.get_one(Document, document.id)
        row.state, row.object_key = DocumentState.ISSUED, 32 * "0"
    return document.id


def test_a_relative_gets_no_document_whatever_they_know(desk: Desk, case_id: int) -> None:
    document_id = issued(desk, case_id)
    with desk.database.writing() as session:
        relative = session.get_one(Contact, session.get_one(Case, case_id).relative_id)
        assert not release.may_release(session, document_id, relative)
        with pytest.raises(NotFound):
            release.check_fact(session, document_id, relative, date(1990, 6, 5), MONDAY)


def test_for_how_many_families_the_number_is_named_counts(desk: Desk, case_id: int) -> None:
    with desk.database.reading() as session:
        filed = session.exec(select(Filing).where(Filing.phone_index == phone_index("+6281200000077"))).all()
    assert len(filed) == 1


def test_the_case_lets_go_of_the_relative_and_of_its_letters(desk: Desk, case_id: int) -> None:
    with desk.database.writing() as session:
        cases.withdraw(session, desk.officers[Role.COUNTER], case_id, "tidak jadi", MONDAY)
    with desk.database.writing() as session:
        session.add(Letter(case_id=case_id, office_id=desk.office_id, name="case_held", fields={}))
        erase_case(session, case_id, MONDAY)
    with desk.database.reading() as session:
        assert session.get_one(Case, case_id).relative_id is None and session.get(Letter, 1) is None
