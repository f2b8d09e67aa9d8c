"""The chat on an office's page: from the telephone to the number of a case, and what must never work there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from sqlmodel import select

from notifications import outbox, page_news
from notifications.outbox import Message
from registry.database import Database
from registry.issuing.verify import fingerprint
from registry.lifecycle import DocumentState
from registry.models import (
    AuditEntry,
    Case,
    Channel,
    Contact,
    Document,
    Event,
    EventKind,
    Office,
    Outgoing,
    OutgoingKind,
    OutgoingState,
    Paper,
    Sender,
    Upload,
    WebCode,
    WebVisit,
)
from registry.retention.contacts import forget_if_bare
from registry.vault import Vault
from registry.web_door import codes, visits
from tests.bot.pages.web_window import Site, Window, site_of
from tests.registry.uploads.papers import encoded, letter

RINA, BIMA = "0812-0000-0596", "0812-0000-0777"
PHOTO, ANOTHER = encoded(letter()), encoded(letter().rotate(2, expand=True))


@pytest.fixture
def door(sqlite_url: str, tmp_path: Path, vault: Vault) -> Iterator[Site]:
    database = Database(sqlite_url, pool=5)
    yield site_of(database, tmp_path, vault)
    database.dispose()


@pytest.fixture
def rina(door: Site) -> Window:
    window = door.window()
    window.enters(RINA)
    return window


def asks_for_a_card(window: Window) -> None:
    """All questions of a lost family card, up to the photos."""
    window.says("kk saya hilang")
    window.presses("Tidak ada")
    for answer in ("rina contoh", "6471044506900000", "lupa", "karang rejo"):
        window.says(answer)


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


# --- who comes in


def test_no_code_no_chat(door: Site) -> None:
    window = door.window()
    window.get()
    assert "Kirim kode" in window.post("/tulis", text="halo")
    assert door.rows(Event) == []


def test_a_wrong_code_five_times_and_it_is_over(door: Site) -> None:
    window = door.window()
    window.get()
    window.post("", phone=RINA)
    right = door.sms_code("+6281200000596")
    wrong = f"{(int(right) + 1) % 10**6:06d}"
    for left in (4, 3, 2, 1):
        assert f"Sisa percobaan: {left}" in window.post("/kode", code=wrong)
        assert window.status == 403
    assert "tidak berlaku lagi" in window.post("/kode", code=wrong)
    assert "tidak berlaku lagi" in window.post("/kode", code=right)
    assert door.rows(WebVisit) == []
    assert [entry.action for entry in door.rows(AuditEntry)] == ["web_code_spent"]


def test_a_slip_of_the_finger_is_no_try(door: Site) -> None:
    window = door.window()
    window.get()
    window.post("", phone=RINA)
    window.post("/kode", code="123")
    assert (window.status, door.rows(WebCode)[0].tries) == (400, 0)


def test_a_code_is_good_for_the_browser_that_asked_alone(door: Site) -> None:
    window, other = door.window(), door.window()
    window.get()
    window.post("", phone=RINA)
    other.get()
    other.post("", phone=BIMA)
    other.post("/kode", code=door.sms_code("+6281200000596"))
    assert door.rows(WebVisit) == []


def test_a_code_ends_after_ten_minutes_and_is_used_once(door: Site) -> None:
    window = door.window()
    window.get()
    window.post("", phone=RINA)
    hidden, code = window.hidden, door.sms_code("+6281200000596")
    door.later(minutes=11)
    assert "tidak berlaku lagi" in window.post("/kode", code=code)
    window.enters(RINA)
    assert len(door.rows(WebVisit)) == 1
    window.post("/kode", hidden, code=door.sms_code("+6281200000596"))
    assert len(door.rows(WebVisit)) == 1


def test_the_cookie_changes_with_the_entrance(door: Site) -> None:
    window = door.window()
    window.get()
    before = window.client.get_cookie("loket_laman", path="/laman/BPP")
    window.enters(RINA)
    after = window.client.get_cookie("loket_laman", path="/laman/BPP")
    assert before is not None and after is not None
    assert before.value != after.value
    assert after.http_only and after.same_site == "Lax" and after.path == "/laman/BPP"


def test_on_an_own_telephone_the_cookie_stays(door: Site) -> None:
    window = door.window()
    window.enters(RINA, own="yes")
    door.later(days=29)
    assert "Mau urus apa?" in window.get()
    door.later(days=2)
    assert "Kirim kode" in window.get()


def test_on_a_shared_device_it_ends_in_hours(door: Site, rina: Window) -> None:
    door.later(hours=5)
    assert "Kirim kode" in rina.get()


def test_who_signs_out_is_out_everywhere_with_that_cookie(door: Site, rina: Window) -> None:
    kept = rina.client.get_cookie("loket_laman", path="/laman/BPP")
    assert kept is not None
    rina.post("/keluar")
    rina.client.set_cookie("loket_laman", kept.value, path="/laman/BPP")
    assert "Kirim kode" in rina.get()


@pytest.mark.parametrize("forged", [{}, {"form": "0" * 32}, {"form": "é"}])
@pytest.mark.parametrize("path", ["", "/kode", "/tulis", "/keluar"])
def test_a_foreign_form_is_refused(door: Site, rina: Window, path: str, forged: dict[str, str]) -> None:
    rina.post(path, forged, text="halo", phone=BIMA, code="123456")
    assert rina.status == 400
    assert door.rows(Event, Event.kind == EventKind.MESSAGE) == []
    assert len(door.rows(WebVisit)) == 1


def test_the_form_of_another_browser_is_refused(door: Site, rina: Window) -> None:
    other = door.window()
    other.enters(BIMA)
    rina.post("/tulis", other.hidden, text="halo")
    assert rina.status == 400


def test_a_cookie_of_one_office_opens_nothing_at_another(door: Site, rina: Window) -> None:
    kept = rina.client.get_cookie("loket_laman", path="/laman/BPP")
    assert kept is not None
    elsewhere = door.window("CLG")
    elsewhere.client.set_cookie("loket_laman", kept.value, path="/laman/CLG")
    assert "Kirim kode" in elsewhere.get()


def test_each_reads_their_own_chat_alone(door: Site, rina: Window) -> None:
    rina.says("kk saya hilang")
    other = door.window()
    assert "saya hilang" not in other.enters(BIMA)
    assert "saya hilang" in rina.get()


def test_another_numbers_file_is_not_there(door: Site, rina: Window) -> None:
    with door.database.writing() as session:
        mine = door.contact("web:+6281200000596").id
        row = outbox.queue(session, mine, outbox.Message("", document_id=1))
    other = door.window()
    other.enters(BIMA)
    other.get(f"/berkas/{row}")
    assert other.status == 404
    rina.get("/berkas/999999")
    assert rina.status == 404


def test_an_older_chat_is_not_shown_to_who_has_the_number_now(door: Site, rina: Window) -> None:
    rina.says("kk saya hilang")
    door.later(days=40)
    assert "saya hilang" not in door.window().enters(RINA)


def test_whose_data_are_deleted_is_out(door: Site, rina: Window) -> None:
    with door.database.writing() as session:
        contact = session.get_one(Contact, door.contact("web:+6281200000596").id)
        assert forget_if_bare(session, contact, door.clock())
    assert door.rows(WebVisit) == []
    assert "Kirim kode" in rina.get()


# --- limits


def asks(window: Window, phone: str, times: int) -> int:
    """The last answer's status."""
    for _ in range(times):
        window.get()
        window.post("", phone=phone)
    return window.status


def test_one_browser_asks_four_codes_a_day_for_a_telephone(door: Site) -> None:
    assert asks(door.window(), RINA, 4) == 200
    assert asks(door.window(), RINA, 1) == 429
    assert asks(door.window(source="10.0.0.2"), RINA, 1) == 200  # its owner still comes in
    door.later(days=1)
    assert asks(door.window(), RINA, 1) == 200


def test_a_telephone_is_not_rung_all_day_by_many(door: Site) -> None:
    for source in range(3):
        assert asks(door.window(source=f"10.0.0.{source}"), RINA, 4) == 200
    assert asks(door.window(source="10.0.0.9"), RINA, 1) == 429
    assert len(door.rows(WebCode)) == 12


def test_one_source_does_not_ring_one_telephone_after_another(door: Site) -> None:
    phones = [f"0812-0000-{number:04d}" for number in range(100, 111)]
    assert [asks(door.window(), phone, 1) for phone in phones] == [200] * 10 + [429]


def test_an_earlier_code_ends_with_the_next(door: Site) -> None:
    window = door.window()
    asks(window, RINA, 1)
    first = door.sms_code("+6281200000596")
    asks(window, RINA, 1)
    if first != door.sms_code("+6281200000596"):
        window.post("/kode", code=first)
    assert door.rows(WebVisit) == []


@pytest.mark.parametrize("phone", ["", "halo", "0812", "+1 202 555 0143", "6471044506900000", "<b>"])
def test_what_is_no_telephone_of_ours_gets_no_code(door: Site, phone: str) -> None:
    window = door.window()
    assert asks(window, phone, 1) == 400
    assert "bukan nomor HP" in window.text
    assert door.rows(WebCode) == []


def test_who_said_berhenti_by_sms_gets_none_and_the_page_does_not_tell(door: Site) -> None:
    asks(door.window(), RINA, 1)
    with door.database.writing() as session:
        session.get_one(Contact, door.contact("+6281200000596").id).opted_out_at = door.clock()
    sent = len(door.rows(Outgoing))
    window = door.window(source="10.0.0.2")
    assert asks(window, RINA, 1) == 200
    assert "Masukkan kode" in window.text
    assert len(door.rows(Outgoing)) == sent


def test_twenty_messages_a_minute_are_enough(door: Site, rina: Window) -> None:
    for number in range(20):
        rina.says(f"halo {number}")
    assert "Terlalu cepat" in rina.says("halo lagi")
    assert rina.status == 429
    rina.get()
    door.later(minutes=2)
    assert rina.says("halo lagi") and rina.status == 200


def test_what_counts_no_more_goes(door: Site, rina: Window) -> None:
    door.later(days=2)
    with door.database.writing() as session:
        visits.clear(session, door.clock())
    assert door.rows(WebCode) == door.rows(WebVisit) == []


# --- the office behind it


def test_a_telephone_may_keep_the_page_among_its_apps(door: Site, rina: Window) -> None:
    assert "/laman/BPP/manifest.webmanifest" in rina.page
    rina.get("/manifest.webmanifest")
    told = json.loads(rina.data)
    assert (told["start_url"], told["scope"], told["display"]) == ("/laman/BPP", "/laman/BPP", "standalone")
    assert rina.client.get(told["icons"][0]["src"]).status_code == 200


def test_without_a_number_for_sms_there_is_no_door(door: Site) -> None:
    with door.database.writing() as session:
        for sender in session.exec(select(Sender).where(Sender.channel == Channel.SMS)):
            session.delete(sender)
    assert "belum dibuka" in door.window().get()


def test_an_unknown_office_is_not_there_and_small_letters_do(door: Site) -> None:
    assert "tidak ditemukan" in door.window("XYZ").get()
    assert door.window("bpp").get() == door.window().get()


def test_news_is_read_on_the_page_once_it_has_gone(door: Site, rina: Window) -> None:
    contact = door.contact("web:+6281200000596")
    with door.database.writing() as session:
        session.exec(select(Office).where(Office.code == "BPP")).one().timezone = f"Etc/GMT{door.clock().hour - 12:+d}"
        outbox.queue(session, contact.id, outbox.Message("KK Anda terbit."), kind=OutgoingKind.NOTICE)
    assert "terbit" not in rina.get()
    door.work()
    [row] = door.rows(Outgoing, Outgoing.contact_id == contact.id)
    assert (row.state, row.delivery) == (OutgoingState.SENT, None)
    assert re.fullmatch(r"W\d+\.1", row.sid)
    assert "terbit" in rina.get()
    assert door.rows(Outgoing, Outgoing.id == row.id)[0].delivery == "read"


def tells(door: Site, text: str) -> None:
    """By day, as the office would."""
    contact = door.contact("web:+6281200000596")
    with door.database.writing() as session:
        session.exec(select(Office).where(Office.code == "BPP")).one().timezone = f"Etc/GMT{door.clock().hour - 12:+d}"
        outbox.queue(session, contact.id, outbox.Message(text), kind=OutgoingKind.NOTICE)
    door.work()


def announced(door: Site) -> int:
    door.later(minutes=3)
    page_news.tell(door.database, door.clock())
    door.work()
    return len([text for text in door.twilio.sent if "Ada kabar dari Disdukcapil Balikpapan" in text])


def test_news_that_nobody_reads_is_told_of_by_one_sms(door: Site, rina: Window) -> None:
    tells(door, "Surat diminta lagi.")
    assert not page_news.tell(door.database, door.clock())  # somebody may be at the page
    assert announced(door) == 1
    assert door.twilio.sent[-1].endswith("/laman/BPP")
    tells(door, "KK Anda terbit.")
    assert announced(door) == 1
    assert "Surat diminta lagi." in rina.get() and "KK Anda terbit." in rina.text
    tells(door, "Kartu siap.")
    assert announced(door) == 2


def test_news_that_was_read_is_not_told_of(door: Site, rina: Window) -> None:
    tells(door, "KK Anda terbit.")
    rina.get()
    assert announced(door) == 0


@pytest.mark.parametrize("address", ["web:+6281200000596", "+6281200000596"])
def test_who_said_berhenti_is_told_of_none(door: Site, rina: Window, address: str) -> None:
    tells(door, "KK Anda terbit.")
    with door.database.writing() as session:
        session.get_one(Contact, door.contact(address).id).opted_out_at = door.clock()
    assert announced(door) == 0


def test_the_code_goes_by_sms_and_the_chat_by_no_carrier(door: Site, rina: Window) -> None:
    rina.says("halo")
    door.work()
    assert len(door.twilio.sent) == 1
    assert "Kode Loket" in door.twilio.sent[0]


def test_codes_are_six_digits_of_chance(door: Site) -> None:
    window = door.window()
    asks(window, RINA, 1)
    assert len(door.sms_code("+6281200000596")) == 6
    assert codes.TRIES == 5
