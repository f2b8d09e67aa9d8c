"""Files of citizens and PDFs of the office leave only for those who may see their case, and every look is noted."""

from __future__ import annotations

import pytest

from registry.models import AuditEntry, Complaint, Contact, Document, Event, EventKind, Ticket, Upload
from tests.backoffice.conftest import AT, PHOTO, Desk
from tests.registry.uploads.hostile_pdfs import letter_pdf, saved


def test_a_photo_comes_decrypted_and_confined(desk: Desk) -> None:
    office = desk.office()
    case = desk.case(office)
    upload = desk.all(Upload)[0]
    answer = desk.client(desk.officer(office, "counter")).get(f"/berkas/{upload.id}")
    assert answer.data == PHOTO
    assert answer.content_type == "image/jpeg"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    looks = [entry for entry in desk.all(AuditEntry) if entry.action == "upload_viewed"]
    assert [(look.subject, look.case_id) for look in looks] == [(f"upload:{upload.id}", case.id)]


def test_a_strange_type_is_only_downloaded(desk: Desk) -> None:
    office = desk.office()
    desk.case(office)
    upload = desk.all(Upload)[0]
    desk.change(upload, media_type="text/html")
    answer = desk.client(desk.officer(office, "counter")).get(f"/berkas/{upload.id}")
    assert answer.content_type == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_a_voice_note_plays_for_the_office_it_was_sent_to(desk: Desk) -> None:
    office, other = desk.office(), desk.office("SMD", "64.72")
    contact = desk.all(Contact)[0] if desk.case(office) else None
    assert contact is not None
    voice = desk.upload(contact, b"OggS", "voice", "audio/ogg")
    answers = [desk.client(desk.officer(place, "counter")).get(f"/berkas/{voice.id}") for place in (office, other)]
    assert [answer.status_code for answer in answers] == [200, 404]


@pytest.mark.parametrize(("role", "status"), [("counter", 404), ("supervisor", 200)])
def test_a_file_of_a_complaint_is_a_supervisors(desk: Desk, role: str, status: int) -> None:
    office = desk.office()
    contact = desk.contact(office)
    voice = desk.upload(contact, b"OggS", "voice", "audio/ogg")
    desk.change(voice, message_sid="SM1")
    desk.add(Event(contact_id=contact.id, channel=contact.channel, kind=EventKind.MESSAGE, message_sid="SM1", body={},
                   private=True))  # fmt: skip
    desk.add(Ticket(contact_id=contact.id, office_id=office.id))
    assert desk.client(desk.officer(office, role)).get(f"/berkas/{voice.id}").status_code == status


def test_who_only_complained_is_seen_by_a_supervisor_alone(desk: Desk) -> None:
    office = desk.office()
    contact = desk.contact(office)
    photo = desk.upload(contact)
    desk.add(Complaint(contact_id=contact.id, office_id=office.id, due_at=AT))
    answers = [desk.client(desk.officer(office, role)).get(f"/berkas/{photo.id}") for role in ("counter", "supervisor")]
    assert [answer.status_code for answer in answers] == [404, 200]


def test_the_signatory_reads_the_pdf(desk: Desk) -> None:
    office = desk.office()
    desk.approved(office)
    document = desk.all(Document)[0]
    desk.change(document, object_key=desk.store.put(b"%PDF-1.7 made up"))
    answer = desk.client(desk.officer(office, "signatory")).get(f"/dokumen/{document.id}/pdf")
    assert answer.data.startswith(b"%PDF") and answer.content_type == "application/pdf"
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "document_viewed" in [entry.action for entry in desk.all(AuditEntry)]


def test_an_object_that_is_gone_is_not_there(desk: Desk) -> None:
    office = desk.office()
    desk.case(office)
    upload = desk.all(Upload)[0]
    desk.store.delete(str(upload.object_key))
    assert desk.client(desk.officer(office, "counter")).get(f"/berkas/{upload.id}").status_code == 404


def test_the_pages_of_a_document_are_one_look(desk: Desk) -> None:
    office = desk.office()
    desk.approved(office)
    document = desk.all(Document)[0]
    desk.change(document, object_key=desk.store.put(saved(letter_pdf(3))))
    head, other = desk.officer(office, "signatory"), desk.officer(office, "counter")
    client = desk.client(head)
    answers = [client.get(f"/dokumen/{document.id}/halaman/{page}.png") for page in (1, 2, 3, 4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 404]
    assert answers[0].content_type == "image/png" and "no-store" in answers[0].headers["Cache-Control"]
    desk.client(other).get(f"/dokumen/{document.id}/halaman/2.png")
    looks = [entry.officer_id for entry in desk.all(AuditEntry) if entry.action == "document_viewed"]
    assert looks == [head.id, other.id]
    client.get(f"/dokumen/{document.id}/pdf")  # taken away whole: a look of its own
    assert [entry.officer_id for entry in desk.all(AuditEntry) if entry.action == "document_viewed"][2:] == [head.id]
    assert "record_not_found" not in [entry.action for entry in desk.all(AuditEntry)]


def test_a_page_that_cannot_be_drawn_is_told_in_words(desk: Desk) -> None:
    office = desk.office()
    desk.approved(office)
    document = desk.all(Document)[0]
    desk.change(document, object_key=desk.store.put(b"%PDF-1.7 made up"))
    answer = desk.client(desk.officer(office, "signatory")).get(f"/dokumen/{document.id}/halaman/1.png")
    assert (answer.status_code, answer.content_type) == (422, "text/plain; charset=utf-8")
    assert "tab baru" in answer.text
