"""The round of each night: what its office keeps too long goes, and nothing else."""

from __future__ import annotations

from datetime import timedelta
from math import inf
from typing import Any

import pytest
from sqlalchemy import event as sql
from sqlmodel import select

from registry.desk import searching
from registry.issuing import document_numbers
from registry.lifecycle import Role
from registry.models import (
    AuditEntry,
    Case,
    CaseWord,
    Channel,
    Complaint,
    Contact,
    Conversation,
    DataRequest,
    DataRequestKind,
    DataRequestState,
    Document,
    Event,
    EventState,
    Filing,
    Handout,
    Office,
    Outgoing,
    OutgoingState,
    Paper,
    Rating,
    Remnant,
    RemnantKind,
    Shipment,
    Upload,
)
from registry.retention.files import drop_forms
from registry.retention.nightly import Retention
from tests.registry.desk import MONDAY
from tests.registry.retention.conftest import LONG_AGO, Kept

BARELY = MONDAY - timedelta(days=29)


def run(kept: Kept) -> dict[str, int]:
    return dict(Retention(kept.database, kept.journal).run(MONDAY, inf))


def left(kept: Kept, kind: RemnantKind) -> list[str]:
    return sorted(remnant.key for remnant in kept.all(Remnant) if remnant.kind is kind)


def test_a_form_to_sign_goes_with_its_time(kept: Kept) -> None:
    kept.form()
    lately = kept.form(BARELY)
    assert run(kept)["forms"] == 1
    assert [form.id for form in kept.all(Handout)] == [lately]


def test_a_citizens_forms_go_when_they_ask(kept: Kept) -> None:
    kept.form(MONDAY)
    with kept.database.writing() as session:
        assert drop_forms(session, kept.desk.contact_id) == 1
    assert kept.all(Handout) == []


def test_what_was_given_for_a_case_goes_and_what_counts_it_stays(kept: Kept) -> None:
    case_id = kept.case()
    before = kept.desk.case(case_id)
    run(kept)
    case, paper = kept.all(Case)[0], kept.all(Paper)[0]
    document, shipment = kept.all(Document)[0], kept.all(Shipment)[0]
    assert case.kk_index is None
    assert (case.answers, case.reason, case.nik_index, paper.reason, document.stuck) == ({}, None, None, None, None)
    assert (document.object_key, shipment.address, shipment.tracking_number) == (None, {}, None)
    assert [(rating.score, rating.comment) for rating in kept.all(Rating)] == [(1, None)]
    assert document.initials == "C... W..."
    assert kept.all(Upload) == [] and kept.all(CaseWord) == []
    assert (case.number, case.service, case.opened_at) == (before.number, before.service, before.opened_at)
    assert case.erased_at == MONDAY and case.closed_at == LONG_AGO


def test_a_documents_number_goes_and_is_found_by_nobody(kept: Kept) -> None:
    kept.case()
    with kept.database.writing() as session:
        document = session.exec(select(Document)).one()
        document_numbers.keep(document, "6471041203150000")
        document.siak_number = "SIAK-2026-000412"
    assert kept.all(Document)[0].number_index is not None
    run(kept)
    erased = kept.all(Document)[0]
    assert (erased.number, erased.number_index, erased.siak_number) == (None, None, None)
    with kept.database.reading() as session:
        assert searching.search(session, kept.desk.officers[Role.COUNTER], "6471041203150000") == []


def test_the_marks_for_officers_go_with_what_they_are_about(kept: Kept) -> None:
    case_id = kept.case()
    with kept.database.writing() as session:
        session.get_one(Case, case_id).flags = ["name-differs"]
        session.get_one(Contact, kept.desk.contact_id).flags = ["ikd_wish-code"]
    run(kept)
    contact = kept.all(Contact)[0]
    assert contact.forgotten_at and (kept.all(Case)[0].flags, contact.flags) == ([], [])


def test_every_file_is_left_to_be_deleted(kept: Kept) -> None:
    case_id = kept.case()
    keys = sorted(str(upload.object_key) for upload in kept.all(Upload))
    run(kept)
    assert left(kept, RemnantKind.OBJECT) == sorted([*keys, f"{case_id + 5000:032x}"])


@pytest.mark.parametrize(("name", "value"), [("source", "office"), ("via", "by_hand")])
def test_the_offices_own_papers_are_its_records(kept: Kept, name: str, value: str) -> None:
    kept.case()
    with kept.database.writing() as session:
        setattr(session.exec(select(Document)).one(), name, value)
    run(kept)
    assert kept.all(Document)[0].object_key is not None


def test_the_chat_goes_with_the_last_case(kept: Kept) -> None:
    kept.case()
    kept.chat()
    run(kept)
    event, answer = kept.all(Event)[0], kept.all(Outgoing)[0]
    assert (event.body, answer.body["text"]) == ({}, "")
    assert left(kept, RemnantKind.MESSAGE) == sorted([str(event.message_sid), str(answer.sid)])


@pytest.mark.parametrize("closed", [None, BARELY])
def test_while_a_case_is_kept_the_whole_chat_is(kept: Kept, closed: Any) -> None:
    kept.case()
    kept.case(closed=closed)
    kept.chat()
    assert run(kept)["cases"] == 1
    assert kept.all(Event)[0].body != {} and kept.all(Case)[1].answers


def test_a_chat_without_a_case_goes_too(kept: Kept) -> None:
    kept.chat()
    kept.chat(at=BARELY)
    run(kept)
    assert [event.body == {} for event in kept.all(Event)] == [True, False]


def test_what_is_on_its_way_is_left_alone(kept: Kept) -> None:
    kept.chat(state=OutgoingState.QUEUED)
    kept.chat(state=OutgoingState.HELD)
    with kept.database.writing() as session:
        session.exec(select(Event).order_by("id")).first().state = EventState.PENDING  # type: ignore[union-attr]
    run(kept)
    assert [event.body == {} for event in kept.all(Event)] == [False, True]
    assert [row.state for row in kept.all(Outgoing)] == [OutgoingState.QUEUED, OutgoingState.FAILED]


def test_photos_of_abandoned_drafts_go(kept: Kept) -> None:
    kept.photo()
    kept.photo(at=BARELY)
    run(kept)
    assert [upload.created_at for upload in kept.all(Upload)] == [BARELY]


def test_but_not_those_of_a_draft_somebody_is_at(kept: Kept) -> None:
    photos = [kept.photo() for _ in range(3)]
    data = {"stack": [{"answers": {"paper:ktp": {"uploads": [photos[0]]}}}], "album": [photos[1]]}
    with kept.database.writing() as session:
        session.add(Conversation(contact_id=kept.desk.contact_id, data=data))
    run(kept)
    assert [upload.id for upload in kept.all(Upload)] == photos[:2]


def test_a_file_that_another_case_holds_as_well_stays(kept: Kept) -> None:
    kept.case()
    again = str(kept.all(Upload)[0].object_key)
    kept.photo(at=BARELY, object_key=again)
    run(kept)
    assert again not in left(kept, RemnantKind.OBJECT)


def test_who_has_nothing_left_here_is_forgotten(kept: Kept) -> None:
    kept.case()
    kept.chat()
    kept.photo()
    with kept.database.writing() as session:
        session.add(Conversation(contact_id=kept.desk.contact_id, data={"noticed": True}))
    run(kept)
    contact = kept.all(Contact)[0]
    assert (contact.address, contact.forgotten_at) == ("", MONDAY)
    assert contact.address_index != b"9" and kept.all(Conversation) == []


def test_words_of_complaints_and_requests_go_after_their_answer(kept: Kept) -> None:
    where: dict[str, Any] = {"contact_id": kept.desk.contact_id, "office_id": kept.desk.office_id}
    with kept.database.writing() as session:
        for answered in (LONG_AGO, BARELY, None):
            session.add(Complaint(**where, words=["minta uang"], due_at=LONG_AGO, answered_at=answered))
            session.add(DataRequest(**where, kind=DataRequestKind.CORRECT, words="nama ibu", closed_at=answered))
    run(kept)
    assert [complaint.words for complaint in kept.all(Complaint)] == [None, ["minta uang"], ["minta uang"]]
    assert [request.words for request in kept.all(DataRequest)] == [None, "nama ibu", "nama ibu"]


def test_a_copy_of_data_goes_with_its_link(kept: Kept) -> None:
    with kept.database.writing() as session:
        for days in (8, 6):
            session.add(
                DataRequest(contact_id=kept.desk.contact_id, office_id=kept.desk.office_id, kind=DataRequestKind.ACCESS,
                            state=DataRequestState.DONE, object_key=f"{days:032x}",
                            closed_at=MONDAY - timedelta(days=days))
            )  # fmt: skip
    run(kept)
    assert left(kept, RemnantKind.OBJECT) == [f"{8:032x}"]


def test_whom_a_telephone_filed_for_is_forgotten_when_it_counts_no_more(kept: Kept) -> None:
    with kept.database.writing() as session:
        for days in (31, 29):
            at, office_id = MONDAY - timedelta(days=days), kept.desk.office_id
            session.add(Filing(phone_index=b"p", office_id=office_id, family_index=bytes([days]), filed_at=at))
    assert run(kept)["filings"] == 1
    assert len(kept.all(Filing)) == 1


def test_each_office_has_its_own_time(kept: Kept) -> None:
    kept.case(closed=BARELY)
    with kept.database.writing() as session:
        session.get_one(Office, kept.desk.office_id).retention_days = 28
    assert run(kept)["cases"] == 1


def test_it_is_in_the_audit_log_without_a_value(kept: Kept) -> None:
    case_id = kept.case()
    run(kept)
    rows = {row.action: row for row in kept.all(AuditEntry)}
    assert rows["case_erased"].case_id == case_id
    assert rows["case_erased"].fields == ["answers:4", "pdfs:1", "photos:2"]
    assert "cases:1" in rows["retention_run"].fields


def test_what_is_owed_is_what_is_then_done(kept: Kept) -> None:
    kept.case()
    kept.chat()
    kept.photo()
    owed = Retention(kept.database, kept.journal).owed(MONDAY)
    nothing = dict.fromkeys(
        ("filings", "messages", "forms", "complaints", "van_entries", "answers", "copies", "requests"), 0
    )
    assert owed == {"cases": 1, "photos": 1, **nothing}
    assert kept.all(Case)[0].erased_at is None
    assert run(kept)["photos"] == 2 + owed["photos"]
    assert Retention(kept.database, kept.journal).owed(MONDAY).total() == 0


def test_who_writes_again_is_new_to_us(kept: Kept) -> None:
    kept.chat()
    run(kept)
    with kept.database.writing() as session:
        session.add(Contact(sender_id=1, channel=Channel.WHATSAPP, address="6281100000009", address_index=b"9"))
    assert [contact.address for contact in kept.all(Contact)] == ["", "6281100000009"]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_nothing_is_looked_for_row_by_row(kept: Kept) -> None:
    """Every query of the round finds its rows by an index."""
    asked: list[tuple[str, Any]] = []
    engine = kept.database.engine
    sql.listen(engine, "before_cursor_execute", lambda c, cursor, said, given, *_: asked.append((said, given)))
    Retention(kept.database, kept.journal).owed(MONDAY)
    plans = []
    with kept.database.reading() as session:
        for said, given in [*asked]:
            rows = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {said}", given)
            plans += [str(row[3]) for row in rows]
    scans = {plan for plan in plans if plan.startswith("SCAN") and "USING" not in plan}
    assert len(plans) > 6 and scans <= {"SCAN office"}
