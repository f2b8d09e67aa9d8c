"""Every move of the lifecycle, tried from every state by every role."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from sqlmodel import Session

from registry import cases
from registry.actors import SYSTEM, Actor, NotFound
from registry.desk.queue import history
from registry.lifecycle import CASE_MOVES, DOCUMENT_MOVES, CaseState, DocumentState, Move, Refused, Role
from registry.models import Case, Document
from registry.moves import close_if_done, lock_case, lock_document, move_case, move_document
from tests.registry.desk import MONDAY, Desk


@pytest.mark.parametrize("move", CASE_MOVES, ids=lambda move: move.event)
def test_a_case_moves_as_the_table_says(desk: Desk, move: Move[CaseState]) -> None:
    case_id = desk.open()
    with desk.database.writing() as session:
        case = lock_case(session, SYSTEM, case_id)
        for source, role in product(CaseState, Role):
            case.state = source
            allowed = source in move.sources and role in move.roles
            assert tried(move_case, session, role, case, move.event) is allowed, (source, role)
            assert case.state is (move.target if allowed else source)


@pytest.mark.parametrize("move", DOCUMENT_MOVES, ids=lambda move: move.event)
def test_a_document_moves_as_the_table_says(desk: Desk, move: Move[DocumentState]) -> None:
    document_id = desk.card()
    with desk.database.writing() as session:
        document, _ = lock_document(session, SYSTEM, document_id)
        for source, role in product(DocumentState, Role):
            document.state = source
            allowed = source in move.sources and role in move.roles
            assert tried(move_document, session, role, document, move.event) is allowed, (source, role)
            assert document.state is (move.target if allowed else source)


def tried(mover: Callable[..., None], session: Session, role: Role, record: Case | Document, event: str) -> bool:
    try:
        mover(session, Actor(frozenset({role})), record, event, MONDAY)
    except Refused:
        return False
    return True


def test_a_move_writes_its_audit_row(desk: Desk) -> None:
    case_id = desk.open()
    with desk.database.writing() as session:
        cases.claim(session, desk.officers[Role.COUNTER], case_id, MONDAY)
    with desk.database.reading() as session:
        opened, claimed = history(session, case_id)
    assert (opened.action, opened.contact_id, opened.at) == ("case_opened", desk.contact_id, MONDAY)
    assert (claimed.action, claimed.officer_id) == ("case_claimed", desk.officers[Role.COUNTER].officer_id)


@pytest.mark.parametrize("state", DocumentState)
def test_a_case_closes_when_its_last_document_ended(desk: Desk, state: DocumentState) -> None:
    document_id = desk.card()
    with desk.database.writing() as session:
        document, case = lock_document(session, SYSTEM, document_id)
        document.state = state
        close_if_done(session, [case.id], MONDAY)
        close_if_done(session, [case.id], MONDAY)
    closed = desk.state(case.id) is CaseState.CLOSED
    assert closed is (state in ("issued", "superseded", "revoked", "delivered", "collected"))


def test_unknown_records_are_not_found(desk: Desk) -> None:
    with pytest.raises(NotFound), desk.database.writing() as session:
        lock_case(session, SYSTEM, 404)
    with pytest.raises(NotFound), desk.database.writing() as session:
        lock_document(session, SYSTEM, 404)


def test_the_province_sees_every_office_and_moves_nothing(desk: Desk) -> None:
    case_id, province = desk.open(), Actor(frozenset({Role.PROVINCE}), officer_id=1)
    with desk.database.writing() as session:
        assert lock_case(session, province, case_id).id == case_id
    with pytest.raises(Refused, match="refused-role"), desk.database.writing() as session:
        cases.approve(session, province, case_id, MONDAY)
