"""The one-time page for papers: what arrives, what does not, and what the chat hears of it."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from sqlmodel import select

from bot.handlers.pages.gathering import MOST_FILES
from notifications.queues import Queue
from registry.models import AuditEntry, Contact, Office, UploadLink, UploadState
from registry.uploads.store import ObjectMissing
from tests.bot.pages.conftest import PHOTO, Site
from tests.registry.uploads.hostile_pdfs import armed_pdf, letter_pdf, locked_pdf, saved
from tests.registry.uploads.papers import blurred, dimmed, encoded, letter

BLURRED = encoded(blurred(letter(), 12))
BLURRED_TOO = encoded(blurred(letter(), 11))


def test_a_new_page_names_the_wanted_papers(site: Site) -> None:
    shown = site.get(site.link())
    assert shown.status == 200
    assert "surat hilang dari polisi Belum ada." in shown.text
    assert "Masih kurang: surat hilang , KTP-el ." in shown.text
    assert 'value="finish"' not in shown.source


def test_looking_uses_nothing_up(site: Site) -> None:
    address = site.link()
    assert [site.get(address).status for _ in range(3)] == [200, 200, 200]


def test_a_photo_is_there_after_coming_back(site: Site) -> None:
    address = site.link()
    site.send(address, "ktp", PHOTO)
    assert "KTP-el asli, bagian depan Foto 1 Hapus Diterima, sedang dibaca." in site.get(address).text
    assert "KTP-el asli, bagian depan Foto 1 Hapus Foto KTP diterima." in site.read(address).text


def test_a_photo_is_stored_clean_and_with_its_link(site: Site) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Kamera Contoh"
    site.send(site.link(), "ktp", encoded(letter(), exif=exif))
    [upload] = site.uploads()
    stored = site.store.get(str(upload.object_key))
    assert (upload.state, upload.verdict, upload.link_paper) == (UploadState.TO_READ, "fine", "ktp")
    assert not Image.open(BytesIO(stored)).getexif()


def test_several_files_make_one_paper(site: Site) -> None:
    address = site.link("kk")
    site.send(address, "kk", PHOTO, saved(letter_pdf()))
    assert "Foto 1 Hapus PDF 2 Hapus Foto KK diterima." in site.read(address).text


def test_the_same_file_sent_again_after_a_lost_answer_is_one(site: Site) -> None:
    address = site.link()
    site.send(address, "ktp", PHOTO)
    site.send(address, "ktp", PHOTO)
    assert len(site.uploads()) == 1


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (b"MZ evil", "hanya menerima foto atau PDF"),
        (b"<svg onload=alert(1)>", "hanya menerima foto atau PDF"),
        (b"ID3 a song", "hanya menerima foto atau PDF"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(40), "HEIC belum bisa"),
        (locked_pdf("rahasia"), "PDF ini terkunci"),
        (saved(letter_pdf(51)), "melebihi 50 halaman"),
        (b"%PDF-" + bytes(17 << 20), "melebihi 16 MB"),
    ],
    ids=["exe", "svg", "song", "heic", "locked", "long", "large"],
)
def test_what_is_not_taken_is_said_in_words(site: Site, file: bytes, said: str) -> None:
    address = site.link()
    assert said in site.send(address, "ktp", file).text
    assert site.uploads()[0].object_key is None


def test_a_refusal_is_forgotten_with_the_next_photo(site: Site) -> None:
    address = site.link()
    site.send(address, "ktp", b"MZ evil")
    assert "hanya menerima" not in site.send(address, "ktp", PHOTO).text


def test_an_armed_pdf_is_disarmed(site: Site) -> None:
    site.send(site.link(), "ktp", armed_pdf())
    stored = site.store.get(str(site.uploads()[0].object_key))
    assert b"JavaScript" not in stored
    assert b"Launch" not in stored


@pytest.mark.parametrize(
    ("photo", "said"),
    [
        (BLURRED, "Fotonya buram"),
        (encoded(dimmed(letter(), 0.1)), "Fotonya gelap"),
        (encoded(letter(400, 500)), "terlalu kecil"),
    ],
)
def test_a_poor_photo_may_be_taken_again_or_go_as_it_is(site: Site, photo: bytes, said: str) -> None:
    address = site.link("ktp")
    site.send(address, "ktp", photo)
    shown = site.read(address)
    assert said in shown.text
    assert 'value="as-it-is"' in shown.source
    assert 'value="finish"' not in shown.source


def test_a_poor_photo_goes_as_it_is_by_choice(site: Site) -> None:
    address = site.link("ktp")
    site.send(address, "ktp", BLURRED)
    site.read(address)
    assert "Diterima apa adanya." in site.post(address, do="as-it-is", paper="ktp").text
    site.post(address, do="finish")
    assert site.desk.told()[-1]["papers"]["ktp"]["flagged"] is True


def test_what_was_said_of_a_photo_goes_with_it(site: Site) -> None:
    address = site.link("ktp")
    site.send(address, "ktp", BLURRED)
    site.post(address, do="as-it-is", paper="ktp")
    site.post(address, do="take-back", paper="ktp", file=site.uploads()[0].id)
    site.send(address, "ktp", BLURRED_TOO)
    assert "Fotonya buram" in site.read(address).text


def test_a_readable_photo_beside_a_poor_one_flags_nothing(site: Site) -> None:
    address = site.link("ktp")
    site.send(address, "ktp", BLURRED, PHOTO)
    site.read(address)
    site.post(address, do="finish")
    assert site.desk.told()[-1]["papers"]["ktp"]["flagged"] is False


def test_a_photo_sent_by_mistake_is_deleted(site: Site) -> None:
    address = site.link()
    site.send(address, "ktp", PHOTO)
    [upload] = site.uploads()
    assert "bagian depan Belum ada." in site.post(address, do="take-back", paper="ktp", file=upload.id).text
    with pytest.raises(ObjectMissing):
        site.store.get(str(upload.object_key))


@pytest.mark.parametrize("number", ["1", "999", "-1", "abc", "²", "9" * 30])
def test_nothing_but_the_links_own_files_can_be_deleted(site: Site, number: str) -> None:
    foreign = site.desk.new_upload()
    assert foreign == 1
    assert site.post(site.link(), do="take-back", file=number).status == 404


def test_done_tells_the_chat_once_and_wakes_the_drain(site: Site) -> None:
    address = site.all_sent()
    shown = site.post(address, do="finish")
    ids = [upload.id for upload in site.uploads()]
    assert "kembali ke WhatsApp atau SMS" in shown.text
    [told] = site.desk.told()
    assert {key: (given["uploads"], given["flagged"]) for key, given in told["papers"].items()} == {
        "police_letter": (ids[:1], False), "ktp": (ids[1:], False)
    }  # fmt: skip
    assert site.bell.rung == [Queue.UPLOADS, Queue.UPLOADS, Queue.DRAIN]  # to be read, twice; then the chat


def test_done_is_recorded(site: Site) -> None:
    site.post(site.all_sent(), do="finish")
    with site.desk.database.reading() as session:
        [entry] = session.exec(select(AuditEntry)).all()
    assert (entry.action, entry.subject, entry.contact_id) == ("papers_sent", "uploadlink:1", site.desk.contact_id)


def test_an_unknown_page_is_not_found(site: Site) -> None:
    shown = site.get("/u/K7Q2M9XR4T")
    assert shown.status == 404
    assert "Halaman tidak ditemukan" in shown.text


def test_a_paper_that_is_not_wanted_is_not_found(site: Site) -> None:
    assert site.send(site.link("ktp"), "kk", PHOTO).status == 404
    assert site.post(site.link("ktp"), do="as-it-is", paper="<script>").status == 404


def test_a_page_takes_so_many_files_and_no_more(site: Site) -> None:
    address = site.link("ktp")
    with site.desk.database.writing() as session:
        session.exec(select(UploadLink)).one().files = MOST_FILES
    shown = site.send(address, "ktp", PHOTO)
    assert shown.status == 429
    assert "terlalu banyak berkas" in shown.text


def test_refused_files_count(site: Site) -> None:
    site.send(site.link("ktp"), "ktp", b"MZ evil", b"MZ more evil")
    with site.desk.database.reading() as session:
        assert session.exec(select(UploadLink)).one().files == 2


def test_too_much_at_once_is_said_in_words(site: Site) -> None:
    shown = site.send(site.link("ktp"), "ktp", bytes(33 << 20))
    assert shown.status == 413
    assert "Kirim satu berkas saja" in shown.text


def test_a_line_in_the_name_of_a_paper_breaks_no_header(site: Site) -> None:
    assert site.post(site.link(), paper="ktp\r\nX-Else: 1").status == 200


def test_nothing_chosen_changes_nothing(site: Site) -> None:
    address = site.link()
    shown = site.send(address, "ktp", b"", name="")
    assert shown.status == 200
    assert site.uploads() == []


def test_it_speaks_the_contacts_language_until_asked_otherwise(site: Site) -> None:
    address = site.link()
    with site.desk.database.writing() as session:
        session.get_one(Contact, site.desk.contact_id).language = "en"
    assert "Send photos of papers" in site.get(address).text
    assert "Kirim foto surat" in site.get(address + "?lang=id").text
    assert "We have it" in site.send(address, "ktp", PHOTO).text
    assert "Diterima, " in site.send(address + "?lang=id", "police_letter", PHOTO).text


def test_an_offices_name_is_only_text(site: Site) -> None:
    with site.desk.database.writing() as session:
        session.get_one(Office, site.desk.office_id).name = "<script>alert(1)</script>"
        session.get_one(Contact, site.desk.contact_id).office_id = site.desk.office_id
    assert "&lt;script&gt;alert(1)" in site.get(site.link()).source


def test_a_strangers_file_name_is_never_used(site: Site) -> None:
    shown = site.send(site.link(), "ktp", PHOTO, name="../../<script>.jpg")
    assert "<script>." not in shown.source
    assert "/" not in str(site.uploads()[0].object_key)
