"""A case from its opening to its end."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import select

from registry import cases
from registry.actors import NotFound
from registry.lifecycle import CaseState, DocumentState, Refused, Role
from registry.models import Event, PaperState
from registry.vault import vault
from tests.registry.desk import ANSWERS, MONDAY, Desk


def test_cases_are_numbered_by_their_office(desk: Desk) -> None:
    assert [desk.case(desk.open()).number for _ in range(2)] == ["BPP-00001", "BPP-00002"]


def test_a_case_is_found_by_the_index_of_its_nik(desk: Desk) -> None:
    assert desk.case(desk.open()).nik_index == vault().blind("nik", ANSWERS["nik"])


def test_complete_papers_start_the_service_clock(desk: Desk) -> None:
    promised = desk.case(desk.open()).promised_at  # 24 working hours: 6 on Monday, 7 and 7, then 4 until noon
    assert promised == MONDAY + timedelta(days=3, hours=3)


def test_a_paper_to_bring_holds_the_promise_back(desk: Desk) -> None:
    case_id = desk.open(papers={"police_letter": [desk.new_upload()], "ktp": None})
    assert desk.case(case_id).promised_at is None
    assert desk.papers(case_id)["ktp"].state is PaperState.TO_BRING


def test_another_contacts_upload_is_not_found(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.open(papers={"ktp": [desk.new_upload() + 1]})


def test_an_upload_lies_on_one_paper_only(desk: Desk) -> None:
    upload = desk.new_upload()
    desk.open(papers={"ktp": [upload]})
    with pytest.raises(NotFound):
        desk.open(papers={"ktp": [upload]})


def test_a_poor_photo_flags_its_paper(desk: Desk) -> None:
    with desk.database.writing() as session:
        poor = desk.upload(session, verdict="blurred")
    assert desk.papers(desk.open(papers={"ktp": [poor]}))["ktp"].flagged


def test_approval_accepts_what_was_sent_and_begins_the_documents(desk: Desk) -> None:
    case_id = desk.open()
    with desk.database.writing() as session:
        cases.approve(session, desk.officers[Role.COUNTER], case_id, MONDAY)
    assert desk.state(case_id) is CaseState.APPROVED
    assert {paper.state for paper in desk.papers(case_id).values()} == {PaperState.ACCEPTED}
    assert [(d.template, d.source, d.state) for d in desk.documents(case_id)] == [
        ("kartu_keluarga", "siak", DocumentState.IN_SIAK)
    ]


def test_a_card_waits_for_the_centre(desk: Desk) -> None:
    assert desk.document(desk.card()).state is DocumentState.WAITING_PRR


def test_a_missing_paper_blocks_approval(desk: Desk) -> None:
    case_id = desk.open(papers={"ktp": None})
    with pytest.raises(Refused, match="refused-papers-missing"), desk.database.writing() as session:
        cases.approve(session, desk.officers[Role.COUNTER], case_id, MONDAY)
    assert desk.case(case_id).officer_id is None


def test_a_refusal_needs_a_reason(desk: Desk) -> None:
    case_id = desk.open()
    with pytest.raises(Refused, match="refused-reason-missing"), desk.database.writing() as session:
        cases.refuse(session, desk.officers[Role.COUNTER], case_id, " ", MONDAY)


def test_a_refused_citizen_hears_why(desk: Desk) -> None:
    case_id = desk.open()
    with desk.database.writing() as session:
        cases.refuse(session, desk.officers[Role.COUNTER], case_id, "Bukan warga kota ini.", MONDAY)
    assert desk.told() == [{"name": "case_refused", "case_id": case_id, "reason": "Bukan warga kota ini."}]
    assert desk.case(case_id).closed_at == MONDAY


def test_a_moment_on_hold_takes_nothing_from_the_promise(desk: Desk) -> None:
    case_id, promised = desk.open(), MONDAY + timedelta(days=3, hours=3)
    held = MONDAY + timedelta(seconds=20)
    with desk.database.writing() as session:
        cases.hold(session, desk.officers[Role.COUNTER], case_id, "Menunggu pusat.", held)
    with desk.database.writing() as session:
        cases.resume(session, desk.officers[Role.COUNTER], case_id, held + timedelta(seconds=1))
    assert desk.case(case_id).promised_at == promised + timedelta(seconds=1)


def test_the_clock_stands_still_on_hold(desk: Desk) -> None:
    case_id = desk.open()
    with desk.database.writing() as session:
        cases.hold(session, desk.officers[Role.COUNTER], case_id, "Menunggu pusat.", MONDAY)
    assert desk.case(case_id).promised_at is None
    with desk.database.writing() as session:
        cases.resume(session, desk.officers[Role.COUNTER], case_id, MONDAY + timedelta(hours=1))
    assert desk.case(case_id).promised_at == MONDAY + timedelta(days=3, hours=4)
    assert [told["name"] for told in desk.told()] == ["case_held", "case_resumed"]


def test_an_approval_is_told_when_the_document_does_not_follow_soon(desk: Desk) -> None:
    case_id = desk.open()
    with desk.database.writing() as session:
        cases.approve(session, desk.officers[Role.COUNTER], case_id, MONDAY)
    with desk.database.reading() as session:
        assert session.exec(select(Event.due_at)).one() == MONDAY + cases.SOON_ISSUED


def test_a_citizens_own_withdrawal_needs_no_notice(desk: Desk) -> None:
    case_id = desk.open()
    with desk.database.writing() as session:
        cases.withdraw(session, desk.citizen(session), case_id, "Sudah ketemu.", MONDAY)
    assert desk.state(case_id) is CaseState.WITHDRAWN
    assert desk.told() == []


def test_another_offices_officer_finds_nothing(desk: Desk) -> None:
    case_id = desk.open()
    stranger = replace(desk.officers[Role.COUNTER], office_id=desk.office_id + 1)
    with pytest.raises(NotFound), desk.database.writing() as session:
        cases.approve(session, stranger, case_id, MONDAY)
