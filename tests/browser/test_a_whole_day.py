"""A whole day of one office: asked for, corrected, keyed in, signed on a telephone, printed, posted twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlmodel import col, select

from registry.demo.staff import PASSWORD
from registry.lifecycle import CaseState, DocumentState
from registry.models import Case, Document, Office, Shipment
from registry.models.columns import now
from tests.browser.test_citizen_and_officer import PATIENCE
from tests.browser.test_citizen_and_officer import faults as faults
from tests.browser.test_counter_and_inbox import installation as installation
from tests.stocked import stock_up
from tests.whole.handset import Handset
from tests.whole.installation import Installation

pytestmark = pytest.mark.browser

CASE = "BPP-00001"
DESK, TELEPHONE = (1440, 900), (360, 740)
ASKED = (
    ("Lanjut lewat WhatsApp?", "[Lanjut]"),
    ("orang tua atau walinya?", "[Ya]"),
    ("surat lahir dari RS", "[Ada]"),
    ("buku nikah atau akta nikah?", "[Punya]"),
    ("NIK Anda", "6471044506900000"),
    ("Nomor KK?", "6471041203150000"),
    ("Nama lengkap anak?", "bima contoh"),
    ("Tanggal lahir?", "12-11-2026"),
    ("Lahir di kota", "balikpapan"),
    ("Jenis kelamin?", "[Laki-laki]"),
    ("Anak ke berapa?", "2"),
    ("foto surat lahir", "surat-lahir.jpg"),
    ("foto buku nikah", "buku-nikah.jpg"),
    ("foto KK", "kk.jpg"),
    ("foto KTP-el", "ktp.jpg"),
    ("Sudah benar?", "[Kirim]"),
)


class Day:
    """The desks of the office, each in a window of its own."""

    def __init__(self, browser: Browser, installation: Installation, faults: list[str]) -> None:
        self._browser, self._url, self._faults = browser, installation.web, faults

    def desk(self, who: str, size: tuple[int, int] = DESK) -> Page:
        viewport = {"width": size[0], "height": size[1]}
        page = self._browser.new_context(locale="id-ID", viewport=viewport).new_page()  # type: ignore[arg-type]
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda fault: self._faults.append(str(fault)))
        page.goto(f"{self._url}/masuk")
        page.get_by_label("Nama pengguna").fill(f"{who}.bpp")
        page.get_by_label("Kata sandi").fill(PASSWORD)
        page.get_by_role("button", name="Masuk").click()
        page.wait_for_url(lambda url: "/masuk" not in url)
        return page


@pytest.fixture
def citizen(installation: Installation) -> Iterator[Handset]:
    with installation.database.writing() as session:
        stock_up(session, session.exec(select(Office.id).where(Office.code == "BPP")).one(), now())
    yield Handset(installation.twilio, "whatsapp:+6281200000031", "whatsapp:+628110000001")


def test_a_whole_day(browser: Browser, installation: Installation, citizen: Handset, faults: list[str]) -> None:
    day = Day(browser, installation, faults)
    file(citizen)
    counter = day.desk("petugas")
    ask_for_one_paper_again(counter)
    send_it_again(citizen)
    approve_from_today(counter)
    key_into_siak(counter)
    sign_both(day.desk("kepala", TELEPHONE))
    receive_the_documents(citizen)
    print_the_card(day.desk("cetak"))
    choose_the_post(citizen)
    post_desk = day.desk("pos")
    post(post_desk, "P26110000101")
    citizen.hears("P26110000101")
    come_back(post_desk)
    give_a_new_address(citizen)
    post(post_desk, "P26110000102")
    citizen.hears("P26110000102")
    arrive(post_desk)
    citizen.hears("sudah diterima. Terima kasih")
    check_the_records(installation)


def file(citizen: Handset) -> None:
    citizen.say("paket akta kk kia utk bayi baru lahir")
    answer(citizen, *ASKED)
    citizen.hears(f"Nomor: {CASE}")


def answer(citizen: Handset, *talk: tuple[str, str]) -> None:
    for question, said in talk:
        citizen.hears(question)
        if said.startswith("["):
            citizen.press(said[1:-1])
        elif said.endswith(".jpg"):
            citizen.send(said)
        else:
            citizen.say(said)


def ask_for_one_paper_again(page: Page) -> None:
    page.get_by_role("button", name="Ambil berikutnya").click()
    expect(page.get_by_role("heading", name=CASE)).to_be_visible()
    page.locator(".papers").get_by_role("button", name="Minta lagi").first.click()
    page.locator("details[open] [name=reason]").fill("cap rumah sakit tidak terlihat")
    page.locator("details[open]").get_by_role("button", name="Kirim ke warga").click()
    expect(page.get_by_role("button", name="Urungkan")).to_be_visible()


def send_it_again(citizen: Handset) -> None:
    citizen.hears("cap rumah sakit tidak terlihat")
    citizen.send("surat-lahir.jpg")
    citizen.hears("terbaca")


def approve_from_today(page: Page) -> None:
    """The number of what waits for me leads to it."""
    page.goto(page.url.split("/permohonan")[0] + "/hari-ini")
    page.get_by_role("link", name="saya pegang").click()
    page.get_by_role("link", name=CASE).click()
    page.get_by_role("button", name="Setujui", exact=True).click()
    expect(page.get_by_role("button", name="Urungkan")).to_be_visible()


def key_into_siak(page: Page) -> None:
    case = page.url
    for place in range(2):
        page.goto(case.split("/permohonan")[0] + "/antrean?tab=siak")
        card = page.locator(".keying article").nth(place)
        card.locator("[name=number]").fill(f"64710000{place}")
        card.get_by_role("button", name="Simpan").first.click()
        expect(page.get_by_role("status").first).to_be_visible()
    for waiting in (1, 2):
        page.goto(case)
        page.locator("form[action$='/contoh'] button").first.click()
        expect(page.locator("#documents .state-awaiting_signature")).to_have_count(waiting)


def sign_both(page: Page) -> None:
    page.get_by_label("Pilih semua").check()
    page.get_by_placeholder("Frasa sandi").fill(PASSWORD)
    page.get_by_role("button", name="Tanda tangani").click()
    expect(page.locator(".outcome.good")).to_have_text(["Ditandatangani", "Ditandatangani"], timeout=PATIENCE)


def receive_the_documents(citizen: Handset) -> None:
    """One answer opens both."""
    citizen.hears("Akta kelahiran BPP-00001 sudah terbit")
    citizen.hears("KK BPP-00001 juga sudah terbit")
    citizen.say("12 november 2026")
    received = [citizen.hears(words) for words in ("Ini KK", "Ini Akta kelahiran")]
    assert [citizen.file(message)[:5] for message in received] == [b"%PDF-", b"%PDF-"]


def print_the_card(page: Page) -> None:
    page.get_by_role("link", name="Cetak", exact=True).click()
    page.get_by_label(CASE).check()
    page.get_by_role("button", name="Tandai sudah dicetak").click()
    expect(page.get_by_role("status").first).to_contain_text("Kartu dicetak")


def choose_the_post(citizen: Handset) -> None:
    answer(citizen, ("sudah dicetak", "[Antar lewat Pos]"))
    citizen.hears("Kelurahan tujuan?")
    citizen.say("jl mawar 5 rt 2 rw 3 karang rejo balikpapan tengah samping mushola")
    answer(citizen, ("Sudah benar?", "[Ya, kirim]"))
    citizen.hears("Alamat dicatat")


def post(page: Page, tracking: str) -> None:
    page.goto(page.url.split("/pos")[0].split("/hari")[0] + "/pos")
    envelope = page.locator(".envelope", has_text=CASE)
    envelope.get_by_label("Nomor resi").fill(tracking)
    envelope.get_by_role("button", name="Sudah dikirim").click()
    expect(page.get_by_role("status").first).to_be_visible()


def come_back(page: Page) -> None:
    row = page.get_by_role("row", name=CASE)
    row.get_by_label("Sebab kembali").select_option("moved")
    row.get_by_role("button", name="Kembali").click()
    expect(page.get_by_role("status").first).to_contain_text("Kembali ke kantor")


def give_a_new_address(citizen: Handset) -> None:
    answer(citizen, ("penerima sudah pindah", "[Antar lewat Pos]"))
    citizen.hears("Kelurahan tujuan?")
    citizen.say("jl melati 7 rt 1 rw 1 karang rejo balikpapan tengah")
    citizen.hears("Patokan")
    citizen.say("depan sekolah")
    answer(citizen, ("Sudah benar?", "[Ya, kirim]"))
    citizen.hears("Alamat dicatat")


def arrive(page: Page) -> None:
    row = page.get_by_role("row", name=CASE)
    row.get_by_role("button", name="Diterima").click()
    expect(page.get_by_role("status").first).to_be_visible()


def check_the_records(installation: Installation) -> None:
    with installation.database.reading() as session:
        case = session.exec(select(Case)).one()
        documents = session.exec(select(Document).order_by(col(Document.id))).all()
        sent = session.exec(select(Shipment).order_by(col(Shipment.id))).all()
    assert case.state is CaseState.CLOSED
    assert [document.state for document in documents] == [
        DocumentState.ISSUED, DocumentState.ISSUED, DocumentState.DELIVERED,
    ]  # fmt: skip
    assert [document.siak_number for document in documents[:2]] == ["647100000", "647100001"]
    assert [(each.tracking_number, each.return_reason) for each in sent] == [
        ("P26110000101", "moved"), ("P26110000102", None),
    ]  # fmt: skip
    assert sent[1].address["street"].startswith("Jl. Melati")
