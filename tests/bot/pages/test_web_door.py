"""The chat on an office's page: from the telephone to the number of a case."""

from __future__ import annotations

import json
from io import BytesIO

from sqlmodel import select

from notifications import outbox
from notifications.outbox import Message
from registry.issuing.verify import fingerprint
from registry.lifecycle import DocumentState
from registry.models import (
    Case,
    Channel,
    Document,
    Event,
    EventKind,
    Outgoing,
    Paper,
    Sender,
    Upload,
)
from tests.bot.pages.web_window import ANOTHER, PHOTO, RINA, Site, Window, asks_for_a_card


def test_from_the_telephone_to_the_number_of_a_case(door: Site, rina: Window) -> None:
    assert "Mau urus apa?" in rina.text
    asks_for_a_card(rina)
    for photo in (PHOTO, ANOTHER):
        assert "foto" in rina.text
        assert "HALAMAN" not in rina.text
        rina.sends(photo)
        assert "1 berkas terkirim" in rina.text
        assert '<meta http-equiv="refresh" content="2; url=/laman/BPP?lagi=' in rina.page
        door.work()
        rina.get()
    assert "Sudah benar?" in rina.text
    assert "BPP-00412" in rina.presses("Kirim")
    [case] = door.rows(Case)
    assert (case.number, case.service, case.contact_id) == ("BPP-00412", "KK-HR", door.contact("web:+6281200000596").id)
    assert all(door.rows(Upload, Upload.paper_id == paper.id) for paper in door.rows(Paper))


def test_the_notice_is_of_the_page_and_comes_once(rina: Window) -> None:
    shown = rina.says("kk saya hilang")
    assert "langsung ke server kantor" in shown
    assert "WhatsApp" not in shown
    assert rina.presses("Tidak ada").count("langsung ke server kantor") == 1


def test_who_begins_in_english_is_answered_so(door: Site) -> None:
    window = door.window()
    window.get("?lang=en")
    window.post("?lang=en", phone=RINA)
    assert "to enter the office page" in Message.from_body(door.rows(Outgoing)[-1].body).text
    window.post("/kode?lang=en", code=door.sms_code("+6281200000596"))
    assert "straight to the office's server" in window.says("hello")


def test_the_page_loaded_again_sends_nothing_twice(door: Site, rina: Window) -> None:
    hidden = rina.hidden
    for _ in range(3):
        rina.post("/tulis", hidden, text="kk saya hilang")
    rina.post("/tulis", hidden, text="")
    assert [event.body["text"] for event in door.rows(Event, Event.kind == EventKind.MESSAGE)] == ["kk saya hilang"]


def test_a_file_sent_again_is_kept_once(door: Site, rina: Window) -> None:
    asks_for_a_card(rina)
    hidden = rina.hidden
    for _ in range(2):
        rina.client.post("/laman/BPP/tulis", data=hidden | {"file": (BytesIO(PHOTO), "a.jpg")})
    door.work()
    assert len(door.rows(Upload)) == 1
    files = [path for path in (door.store._folder).rglob("*") if path.is_file()]
    assert len(files) == 1  # as it came, it went with the judging


def test_an_old_button_is_asked_about_again(rina: Window) -> None:
    rina.says("kk saya hilang")
    old, hidden = rina.buttons["Tidak ada"], rina.hidden
    rina.presses("Tidak ada")
    asked = rina.text
    rina.post("/tulis", rina.hidden, button=old)
    assert rina.status == 200
    assert len(rina.text) > len(asked)
    assert hidden["once"] != rina.hidden["once"]


def test_what_is_no_photo_is_told_by_the_chat(door: Site, rina: Window) -> None:
    asks_for_a_card(rina)
    rina.sends(b"MZ\x90\x00 a program")
    door.work()
    assert "hanya menerima foto atau PDF" in rina.get()


def test_a_whole_nik_is_not_shown_again(rina: Window) -> None:
    shown = rina.says("nik saya 6471044506900000")
    assert "6471044506900000" not in shown
    assert "nik saya ...0000" in shown


def test_an_issued_pdf_is_handed_over_on_the_page(door: Site, rina: Window) -> None:
    asks_for_a_card(rina)
    for photo in (PHOTO, ANOTHER):
        rina.sends(photo)
        door.work()
        rina.get()
    rina.presses("Kirim")
    [case] = door.rows(Case)
    pdf = b"%PDF-1.7 a made-up document"
    with door.database.writing() as session:
        document = Document(
            case_id=case.id, office_id=case.office_id, kind="pdf", template="kartu_keluarga",
            state=DocumentState.ISSUED, object_key=door.store.put(pdf), sha256=fingerprint(pdf),
            issued_at=door.clock(), code="K7Q2M9XR4T", sample=False,
        )  # fmt: skip
        session.add(document)
        session.flush()
        row = outbox.queue(session, case.contact_id, outbox.Message("Ini KK.", document_id=document.id))
    assert "Buka PDF" in rina.get()
    rina.get(f"/berkas/{row}")
    assert (rina.status, rina.data) == (200, pdf)
    with door.database.writing() as session:
        session.get_one(Document, document.id).state = DocumentState.REVOKED
    rina.get(f"/berkas/{row}")
    assert rina.status == 404


def test_markup_stays_words(rina: Window) -> None:
    rina.says("<script>alert(1)</script> {{7*7}}")
    assert "&lt;script&gt;" in rina.page
    assert "<script>" not in rina.page


def test_a_telephone_may_keep_the_page_among_its_apps(door: Site, rina: Window) -> None:
    assert "/laman/BPP/manifest.webmanifest" in rina.page
    rina.get("/manifest.webmanifest")
    told = json.loads(rina.data)
    assert (told["start_url"], told["scope"], told["display"]) == ("/laman/BPP", "/laman/BPP", "standalone")
    assert [rina.client.get(each["src"]).status_code for each in told["icons"]] == [200] * 4


def test_without_a_number_for_sms_there_is_no_door(door: Site) -> None:
    with door.database.writing() as session:
        for sender in session.exec(select(Sender).where(Sender.channel == Channel.SMS)):
            session.delete(sender)
    assert "belum dibuka" in door.window().get()


def test_an_unknown_office_is_not_there_and_small_letters_do(door: Site) -> None:
    assert "tidak ditemukan" in door.window("XYZ").get()
    assert door.window("bpp").get() == door.window().get()


def test_the_code_goes_by_sms_and_the_chat_by_no_carrier(door: Site, rina: Window) -> None:
    rina.says("halo")
    door.work()
    assert len(door.twilio.sent) == 1
    assert "Kode Loket" in door.twilio.sent[0]


def test_its_worker_may_serve_the_page_and_knows_nobody(rina: Window) -> None:
    rina.says("kk saya hilang")
    rina.get("/pekerja.js")
    assert rina.headers["Service-Worker-Allowed"] == "/laman/BPP"
    rina.get("/tanpa-sinyal?lang=en")
    assert "No signal yet" in rina.page and "hilang" not in rina.page and "Set-Cookie" not in rina.headers
