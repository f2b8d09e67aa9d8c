"""The demo data show an office at work, whatever the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from registry import demo
from registry.audit.sealing import verify
from registry.database import Database
from registry.demo.stories import PLOTS
from registry.families import FLAG
from registry.lifecycle import CaseState, DocumentState, Role
from registry.models import (
    AuditEntry,
    Case,
    Channel,
    Contact,
    Document,
    Event,
    EventState,
    Officer,
    Paper,
    Sender,
    Upload,
)
from registry.places.regions import load_regions
from registry.residents import find_by_nik
from registry.uploads.reading import Reading
from registry.uploads.store import ObjectStore
from registry.vault import Vault

SUNDAY_NIGHT = datetime(2026, 11, 22, 16, 30, tzinfo=UTC)
PASSING = {DocumentState.SIGNED, DocumentState.PRINTED, DocumentState.RETURNED}  # never at rest


def means(folder: Path, vault: Vault) -> demo.Means:
    authority = demo.make_authority(SUNDAY_NIGHT)
    return demo.Means(ObjectStore(folder, vault), load_regions(), "https://loket.example.go.id", authority)


@pytest.fixture(scope="module")
def filled(sqlite_template: Path, vault: Vault, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    folder = tmp_path_factory.mktemp("demo")
    (folder / "loket.db").write_bytes(sqlite_template.read_bytes())
    database = Database(f"sqlite:///{folder}/loket.db")
    with database.writing() as session:
        assert demo.demo_data(session, SUNDAY_NIGHT, means(folder / "objects", vault))
    with database.reading() as session:
        yield session
    database.dispose()


def test_it_is_filled_once(filled: Session, tmp_path: Path, vault: Vault) -> None:
    assert not demo.demo_data(filled, SUNDAY_NIGHT, means(tmp_path, vault))


def test_every_state_of_a_case_and_a_document_occurs(filled: Session) -> None:
    assert {case.state for case in filled.exec(select(Case))} == set(CaseState)
    assert {document.state for document in filled.exec(select(Document))} == set(DocumentState) - PASSING


def test_each_way_in_has_its_cases(filled: Session) -> None:
    ways = select(Contact.channel).join(Case, col(Case.contact_id) == Contact.id).distinct()
    assert set(filled.exec(ways)) == set(Channel)


def test_each_office_has_cases_of_the_chat_and_of_the_counter(filled: Session) -> None:
    cases = filled.exec(select(Case)).all()
    assert len(cases) == len(PLOTS) + 2 * 4 + 1  # by a form on the web
    assert {case.number.split("-")[0] for case in cases} == {"BPP", "SMD", "MHU", "CLG"}


def test_nothing_happened_in_the_future(filled: Session) -> None:
    assert max(row.at for row in filled.exec(select(AuditEntry))) <= SUNDAY_NIGHT
    assert all(row.at.weekday() < 5 for row in filled.exec(select(AuditEntry)) if row.officer_id)
    assert max(case.opened_at for case in filled.exec(select(Case))) < SUNDAY_NIGHT


def test_no_old_notice_goes_out(filled: Session) -> None:
    events = filled.exec(select(Event)).all()
    assert events and {event.state for event in events} == {EventState.PROCESSED}


def test_every_upload_is_a_stored_photo(filled: Session) -> None:
    uploads = filled.exec(select(Upload)).all()
    assert uploads and all(upload.object_key and upload.paper_id for upload in uploads)


def test_every_office_has_each_officer_and_the_signatory_a_key(filled: Session) -> None:
    officers = filled.exec(select(Officer)).all()
    assert len(officers) == 4 * 6 + 1
    assert all(bool(officer.signing_key) is (Role.SIGNATORY in officer.roles) for officer in officers)


def test_a_shared_number_belongs_to_no_office(filled: Session) -> None:
    shared = {sender.channel for sender in filled.exec(select(Sender)) if sender.office_id is None}
    assert shared == {"whatsapp", "sms"}


def test_made_up_people_have_serial_0000(filled: Session) -> None:
    assert all(case.answers["nik"].endswith("0000") for case in filled.exec(select(Case)))


def test_the_audit_log_is_sealed(filled: Session) -> None:
    assert verify(filled, SUNDAY_NIGHT).intact


def test_an_officer_finds_what_there_is_to_notice(filled: Session) -> None:
    flagged = filled.exec(select(Case).where(col(Case.flags) != [], Case.service == "KK-HR"))
    (last,) = (case for case in flagged if "from-form" not in case.flags)
    assert last.flags == [FLAG]
    theirs = filled.exec(select(Case.state).where(Case.nik_index == last.nik_index, Case.id != last.id)).all()
    assert set(theirs) == {CaseState.CLOSED, CaseState.ON_HOLD}  # an earlier one, and the same once more
    person = find_by_nik(filled, last.answers["nik"])
    assert person is not None and person.name != last.answers["name"]
    photos = filled.exec(select(Upload).join(Paper).where(Paper.case_id == last.id)).all()
    assert all(last.answers["nik"] in Reading.from_json(photo.read or {}).numbers for photo in photos)
