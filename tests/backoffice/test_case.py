"""The page of a case, and what each decision changes and tells."""

from __future__ import annotations

import re
from typing import Any

import pytest

from registry.lifecycle import CaseState
from registry.models import AuditEntry, Case, Contact, Event, EventKind, Office, Officer, Paper, Upload
from registry.retention.cases import erase_case
from registry.uploads import confirmed
from tests.backoffice.conftest import AT, CHECKED, NIK, Client, Desk

THEIR_NIK = "6471041708870000"


@pytest.fixture
def case(desk: Desk, office: Office) -> Case:
    return desk.case(office)


def told(desk: Desk) -> list[dict[str, Any]]:
    return [event.body for event in desk.all(Event) if event.kind is EventKind.CASE_EVENT]


def test_it_is_said_in_which_language_a_ready_reason_goes(desk: Desk, client: Client, office: Office) -> None:
    case = desk.case(office)
    client.post(f"/permohonan/{case.id}/ambil")
    assert "memilih bahasa Inggris" not in client.get(f"/permohonan/{case.id}").text
    desk.change(desk.all(Contact)[0], language="en")
    page = client.get(f"/permohonan/{case.id}").text
    assert "memilih bahasa Inggris" in page
    assert 'lang="en" title="fotonya buram">the photo is blurred' in page


def test_an_erased_case_says_so(desk: Desk) -> None:
    office = desk.office()
    case = desk.case(office)
    with desk.database.writing() as session:
        session.get_one(Case, case.id).state = CaseState.CLOSED
        session.flush()
        erase_case(session, case.id, AT)
    page = desk.client(desk.officer(office, "counter")).get(f"/permohonan/{case.id}").text
    assert "dihapus Senin, 24 November 2025" in page and "Berkas tidak tersimpan" in page
    assert "Rina Contoh" not in page and case.number in page


def test_answers_are_whole_and_copy_with_one_click(desk: Desk, client: Client, case: Case) -> None:
    page = client.get(f"/permohonan/{case.id}").text
    assert f'data-copy="{NIK}"' in page and "Karang Rejo, Balikpapan Tengah" in page
    assert [e.action for e in desk.all(AuditEntry)][-1] == "case_viewed"


@pytest.mark.parametrize(("pin", "shown"), [("-1.26540,116.83120", True), ('1,2"><script>', False)])
def test_a_shared_location_stands_with_the_answers(
    desk: Desk, client: Client, office: Office, pin: str, shown: bool
) -> None:
    case = desk.case(office, map_pin=pin)
    page = client.get(f"/permohonan/{case.id}").text
    assert (f'href="https://maps.google.com/?q={pin}"' in page) is shown and "<script>" not in page


def test_what_a_citizen_wrote_is_never_markup(desk: Desk, client: Client, office: Office) -> None:
    case = desk.case(office, name="<script>alert(1)</script>{{7*7}}")
    page = client.get(f"/permohonan/{case.id}").text
    assert "<script>alert" not in page and "{{7*7}}" in page


def test_the_register_stands_beside_and_differences_show(desk: Desk, client: Client, office: Office) -> None:
    desk.resident(NIK, name="Rina Contoh", village="64.71.04.1004")
    case = desk.case(office)
    page = client.get(f"/permohonan/{case.id}").text
    differing = [row for row in page.split("<tr")[1:] if 'class="differs"' in row.split(">")[0]]
    assert len(differing) == 1 and "Karang Jati" in differing[0]


def test_what_was_read_stands_beside_the_paper(desk: Desk, client: Client, case: Case) -> None:
    letter, card = desk.all(Upload)
    desk.read(letter, kinds=["police_letter"], numbers=[NIK], dated="2026-11-21")
    desk.read(card, kinds=["ktp"], numbers=[THEIR_NIK])
    page = client.get(f"/permohonan/{case.id}").text
    parts = page.split('<section class="card paper"')[1:]
    papers = [re.sub(r"\s+", " ", re.sub("<[^>]+>", "", part)) for part in parts]
    assert "Terbaca: Surat hilang" in papers[0] and "tanggal 21-11-2026" in papers[0]
    assert f"{NIK} " in papers[0] and "NIK sama dengan isian" in papers[0]
    assert ["reading differs" in part for part in parts] == [False, True]
    assert "nomor di surat berbeda dengan isian" in papers[1] and THEIR_NIK in papers[1]


def test_another_paper_than_the_one_asked_for_is_marked(desk: Desk, client: Client, case: Case) -> None:
    desk.read(desk.all(Upload)[0], kinds=["ktp"], numbers=[])
    page = client.get(f"/permohonan/{case.id}").text
    assert "tulisan surat ini tidak terlihat" in page and "mirip KTP-el" in page


def test_a_letter_about_another_loss_is_marked_and_what_it_reports_stands_there(
    desk: Desk, client: Client, case: Case
) -> None:
    letter = desk.all(Upload)[0]
    desk.read(letter, kinds=["police_letter"], numbers=[NIK], lost=["ktp", "other"])
    page = client.get(f"/permohonan/{case.id}").text
    assert "surat ini melaporkan kehilangan yang lain" in page and "yang hilang: KTP, barang lain" in page
    desk.read(letter, kinds=["police_letter"], numbers=[NIK], lost=["kk"])
    page = client.get(f"/permohonan/{case.id}").text
    assert "surat ini melaporkan kehilangan yang lain" not in page and "yang hilang: KK" in page


def test_a_paper_of_somebody_else_is_marked(desk: Desk, client: Client, case: Case) -> None:
    letter = desk.all(Upload)[0]
    desk.read(letter, kinds=["police_letter"], numbers=["6471041708870000"])
    assert "nomornya tidak ada di isian" in client.get(f"/permohonan/{case.id}").text
    desk.read(letter, kinds=["police_letter"], numbers=["6471041708870000", NIK])
    assert "nomornya tidak ada di isian" not in client.get(f"/permohonan/{case.id}").text


def test_approving(desk: Desk, client: Client, case: Case, officer: Officer) -> None:
    answer = client.post(f"/permohonan/{case.id}/setujui", **CHECKED)
    assert answer.status_code == 303 and answer.headers["Location"] == f"/permohonan/{case.id}"
    assert (desk.again(case).state, desk.again(case).officer_id) == ("approved", officer.id)
    assert "drain" in desk.bell.rung


@pytest.mark.parametrize(
    ("path", "state", "event"),
    [("tahan", "on_hold", "case_held"), ("tidak-setuju", "refused", "case_refused"),
     ("batalkan", "withdrawn", "case_withdrawn")],
)  # fmt: skip
def test_a_decision_with_a_reason_is_told(
    desk: Desk, client: Client, case: Case, path: str, state: str, event: str
) -> None:
    client.post(f"/permohonan/{case.id}/{path}", reason="blangko habis")
    assert desk.again(case).state == state
    assert told(desk) == [{"name": event, "case_id": case.id, "reason": "blangko habis"}]


def test_resuming(desk: Desk, client: Client, case: Case) -> None:
    client.post(f"/permohonan/{case.id}/tahan", reason="blangko habis")
    client.post(f"/permohonan/{case.id}/lanjutkan")
    assert desk.again(case).state == "in_review"


def test_claiming(desk: Desk, client: Client, case: Case, officer: Officer) -> None:
    client.post(f"/permohonan/{case.id}/ambil")
    assert desk.again(case).officer_id == officer.id


def test_a_refusal_without_a_reason_shows_the_page_again(desk: Desk, client: Client, case: Case) -> None:
    answer = client.post(f"/permohonan/{case.id}/tidak-setuju", reason=" ")
    assert answer.status_code == 409 and "Tulis sebabnya dulu" in answer.text
    assert desk.again(case).state == "submitted"


@pytest.mark.parametrize("path", ["tidak-setuju", "tahan", "batalkan", "surat/ktp/minta-lagi"])
def test_a_reason_longer_than_a_message_is_not_cut(desk: Desk, client: Client, case: Case, path: str) -> None:
    answer = client.post(f"/permohonan/{case.id}/{path}", reason="x" * 301)
    assert answer.status_code == 409 and "301 huruf, paling banyak 300" in answer.text and told(desk) == []


def test_what_is_missing_is_named(desk: Desk, client: Client, case: Case) -> None:
    client.post(f"/permohonan/{case.id}/surat/ktp/minta-lagi", reason="buram")
    answer = client.post(f"/permohonan/{case.id}/setujui", **CHECKED)
    assert answer.status_code == 409


@pytest.mark.parametrize(("path", "status", "said"), [
    ("/tidak-ada", 404, "Tidak ditemukan"), ("/permohonan/1/setujui", 405, "milik sebuah tombol"),
])  # fmt: skip
def test_an_address_that_leads_nowhere_shows_the_way_back(client: Client, path: str, status: int, said: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status and said in answer.text and 'href="/"' in answer.text


def test_the_second_officer_is_told_who_was_first(desk: Desk, office: Office, case: Case, client: Client) -> None:
    client.post(f"/permohonan/{case.id}/ambil")
    answer = desk.client(desk.officer(office, "counter")).post(
        f"/permohonan/{case.id}/tidak-setuju", reason="sebab yang sudah ditulis"
    )
    assert answer.status_code == 409 and "Sudah dipegang Siti Contoh" in answer.text
    assert "sebab yang sudah ditulis" in answer.text


@pytest.mark.parametrize("holder", ["counter", "supervisor"])
def test_nobody_withdraws_what_a_colleague_holds(
    desk: Desk, client: Client, office: Office, case: Case, holder: str
) -> None:
    held_by = desk.officer(office, holder, name="Wati Contoh")
    desk.client(held_by).post(f"/permohonan/{case.id}/ambil")
    answer = client.post(f"/permohonan/{case.id}/batalkan", reason="dikirim dua kali")
    assert answer.status_code == 409 and "Sudah dipegang Wati Contoh" in answer.text
    assert (desk.again(case).state, desk.again(case).officer_id) == ("in_review", held_by.id) and told(desk) == []


def test_one_paper_is_asked_for_again(desk: Desk, client: Client, case: Case) -> None:
    client.post(f"/permohonan/{case.id}/surat/police_letter/minta-lagi", reason="cap tidak terlihat")
    papers = {paper.key: (paper.state, paper.reason) for paper in desk.all(Paper)}
    assert papers == {"police_letter": ("refused", "cap tidak terlihat"), "ktp": ("sent", None)}
    assert [body["name"] for body in told(desk)] == ["paper_refused"]


def test_the_citizens_sentence_stands_there_before_it_goes(client: Client, case: Case) -> None:
    page = client.get(f"/permohonan/{case.id}").text
    assert f'data-before="{case.number} paper_refused. Sebabnya: " data-after=". Antrean tetap."' in page


def test_a_paper_that_was_brought_is_seen(desk: Desk, client: Client, case: Case) -> None:
    client.post(f"/permohonan/{case.id}/surat/police_letter/minta-lagi", reason="buram")
    client.post(f"/permohonan/{case.id}/surat/police_letter/sudah-dilihat")
    assert desk.again(case).state == "submitted"
    assert {paper.key: paper.state.value for paper in desk.all(Paper)}["police_letter"] == "seen"


def test_an_unknown_paper_is_not_there(client: Client, case: Case) -> None:
    assert client.post(f"/permohonan/{case.id}/surat/passport/sudah-dilihat").status_code == 404


def test_history_tells_who_did_what(client: Client, case: Case) -> None:
    client.post(f"/permohonan/{case.id}/setujui", **CHECKED)
    page = client.get(f"/permohonan/{case.id}").text
    history = page[page.index('class="history"') :]
    assert history.index("Disetujui") < history.index("Diambil petugas") < history.index("Permohonan dikirim")
    assert "Siti Contoh" in history and "warga" in history and "case_viewed" not in history


def test_what_officers_should_know_of_who_writes_stands_by_the_case(desk: Desk, client: Client, office: Office) -> None:
    case = desk.case(office)
    desk.change(desk.all(Contact)[0], flags=["ikd_wish-code"])
    assert "Pernah menanyakan kode IKD" in client.get(f"/permohonan/{case.id}").text


def test_what_is_lacking_stands_beside_the_approval(desk: Desk, client: Client, office: Office) -> None:
    case = desk.case(office)
    approve = re.compile(r'data-key="s"( disabled aria-describedby="lacking")?>Setujui')
    found = approve.search(client.get(f"/permohonan/{case.id}").text)
    assert found is not None and found[1] is None
    desk.change(desk.all(Paper)[1], state="to_bring")
    page = client.get(f"/permohonan/{case.id}").text
    found = approve.search(page)
    assert found is not None and found[1] and '<a href="#ktp">KTP-el' in page


def test_the_history_tells_why(desk: Desk, client: Client, case: Case) -> None:
    client.post(f"/permohonan/{case.id}/surat/ktp/minta-lagi", reason="tidak terbaca")
    client.post(f"/permohonan/{case.id}/surat/police_letter/minta-lagi", reason="cap tidak ada")
    desk.change(case, state=CaseState.IN_REVIEW)
    client.post(f"/permohonan/{case.id}/tahan", reason="blangko habis")
    client.post(f"/permohonan/{case.id}/lanjutkan")
    history = client.get(f"/permohonan/{case.id}").text.partition('<ol class="history"')[2].partition("</ol>")[0]
    assert "Sebab: cap tidak ada" in history and "Sebab: tidak terbaca" in history and "Sebab: blangko habis" in history


def test_a_paper_that_its_sender_calls_right_is_marked_on_the_case_and_in_the_queue(
    desk: Desk, client: Client, office: Office
) -> None:
    case = desk.case(office)
    with desk.database.writing() as session:
        confirmed.mark(session, session.get_one(Case, case.id), ["ktp"])
    (ktp,) = (paper for paper in desk.all(Paper) if paper.key == "ktp")
    desk.change(next(upload for upload in desk.all(Upload) if upload.paper_id == ktp.id), verdict="fine")
    page = client.get(f"/permohonan/{case.id}").text
    assert "kata pengirim: ini sudah benar" in page.partition('id="ktp"')[2].partition("</h2>")[0]
    assert "kata pengirim: ini sudah benar" in client.get("/antrean?flagged=on").text


@pytest.mark.parametrize(
    ("service", "offered"),
    [
        ("KK-HR", set()),
        ("KTP-BARU", {"blangko KTP-el", "data siap cetak"}),
        ("PINDAH-DLM", {"blangko KTP-el", "blangko KIA", "data siap cetak"}),
    ],
)
def test_a_case_is_held_for_what_its_document_needs(
    desk: Desk, office: Office, client: Client, service: str, offered: set[str]
) -> None:
    case = desk.case(office, service=service)
    page = client.get(f"/permohonan/{case.id}").text
    ready = ("blangko KTP-el", "blangko KIA", "data siap cetak")
    assert {words for words in ready if f">{words}" in page} == offered and ">data sedang diperbaiki" in page


def test_a_flag_of_the_case_and_of_its_telephone_stands_once(desk: Desk, office: Office, client: Client) -> None:
    case = desk.case(office)
    desk.change(case, flags=["many-families"])
    desk.change(desk.all(Contact)[0], flags=["many-families", "name-differs"])
    page = client.get(f"/permohonan/{case.id}").text
    assert page.count("banyak keluarga dari satu nomor") == 1
