"""A case for who comes without a telephone: the chat's questions as a form, the news by letter or to a relative."""

from __future__ import annotations

import re
from typing import Any

import pytest
from sqlmodel import select

from notifications.outbox import Message, queue
from registry import cases
from registry.actors import Actor
from registry.lifecycle import Role
from registry.models import (
    AuditEntry,
    Case,
    Channel,
    Contact,
    Event,
    EventKind,
    Letter,
    Office,
    Outgoing,
    OutgoingState,
    Paper,
    PaperState,
    Sender,
)
from registry.vault import vault
from tests.backoffice.conftest import AT, NIK, Client, Desk

GIVEN: dict[str, Any] = {
    "reason": "lost", "still_have": "none", "name": "rina contoh", "nik": NIK, "forgot.kk_number": "1",
    "village": "karang rejo", "warned": "nik-unknown",
}  # fmt: skip
LETTER: dict[str, Any] = {"file": "1", "news": "letter"}
RELATIVE: dict[str, Any] = {"file": "1", "news": "relative", "relative": "0812-0000-0077", "consent": "1"}


@pytest.fixture
def sms(desk: Desk, office: Office) -> Sender:
    return desk.add(Sender(channel=Channel.SMS, address="+628110000011", office_id=office.id))


def file(client: Client, **given: Any) -> Any:
    return client.post("/loket/baru/KK-HR", **{**GIVEN, **given})


def test_every_service_that_leads_to_a_case_can_be_filed(client: Client) -> None:
    page = client.get("/loket/baru").text
    offered = {code for code in cases.services() if f'href="/loket/baru/{code}"' in page}
    assert offered == {code for code, service in cases.services().items() if not service.tells}


@pytest.mark.parametrize("code", ["KK-HR", "AKM", "AKL"])
def test_what_may_be_forgotten_has_a_box_and_no_word_to_type(client: Client, code: str) -> None:
    page = client.get(f"/loket/baru/{code}").text
    assert "tidak ingat, dicari petugas" in page and "LUPA" not in page and "Nomor KK?" in page


def test_it_asks_on_until_every_question_is_answered(desk: Desk, client: Client) -> None:
    page = client.post("/loket/baru/KK-HR", reason="lost", name="rina contoh", **LETTER).text
    assert "Masih ada?" in page and "Rina Contoh" in page and "Simpan permohonan" not in page
    assert desk.all(Case) == []


def test_what_lacks_an_answer_is_marked(desk: Desk, client: Client) -> None:
    assert "Belum dijawab" not in client.get("/loket/baru/KK-HR").text
    page = file(client, still_have="", **LETTER).text
    assert "Belum dijawab: 1 pertanyaan" in page and page.count('<p class="problem">Belum dijawab.</p>') == 1
    assert page.count(" autofocus") == 1 and desk.all(Case) == []


def test_a_choice_taken_back_costs_no_answers(desk: Desk, client: Client) -> None:
    page = file(client, still_have="have", **RELATIVE).text
    for name, value in (
        ("name", "rina contoh"),
        ("nik", NIK),
        ("forgot.kk_number", "1"),
        ("relative", "0812-0000-0077"),
    ):
        assert f'<input type="hidden" name="{name}" value="{value}">' in page
    assert 'type="hidden" name="file"' not in page and 'type="hidden" name="reason"' not in page


def test_the_register_warns_before_the_case_is_filed(desk: Desk, client: Client) -> None:
    page = file(client, warned="", **LETTER).text
    assert "NIK tidak ada di register" in page and desk.all(Case) == []
    assert '<input type="hidden" name="warned" value="nik-unknown">' in page
    file(client, **LETTER)
    assert desk.all(Case)[0].flags == ["nik-unknown"]


def test_it_does_not_warn_of_what_agrees(desk: Desk, client: Client) -> None:
    desk.resident(NIK, name="Rina Contoh")
    assert file(client, warned="", **LETTER).status_code == 303 and desk.all(Case)[0].flags == []


def test_what_the_chat_would_not_take_is_not_taken_here(desk: Desk, client: Client) -> None:
    page = file(client, nik="64710", village="karang", **LETTER).text
    assert "Perlu dibetulkan: 2 isian" in page and page.count(" autofocus") == 1
    assert "NIK ada 16 angka" in page and "Karang Rejo, Balikpapan Tengah" in page
    assert desk.all(Case) == []


def test_of_what_may_be_meant_the_officer_picks_one(desk: Desk, client: Client) -> None:
    file(client, village="karang", **{"pick.village": "64.71.04.1003"}, **LETTER)
    assert desk.all(Case)[0].answers["village"] == "64.71.04.1003"


def test_where_the_chat_ends_nothing_is_filed(desk: Desk, client: Client) -> None:
    page = file(client, still_have="have", **LETTER).text
    assert "Hasilnya sah, tidak perlu permohonan baru" in page
    assert desk.all(Case) == []


def test_a_case_with_its_news_by_letter(desk: Desk, client: Client, officer: Any) -> None:
    answer = file(client, **LETTER)
    (case,), (contact,) = desk.all(Case), desk.all(Contact)
    assert answer.headers["Location"] == f"/loket/{case.id}"
    assert case.answers == {"reason": "lost", "still_have": "none", "name": "Rina Contoh", "nik": NIK,
                            "kk_number": "", "village": "64.71.04.1003"}  # fmt: skip
    assert {paper.key: paper.state.value for paper in desk.all(Paper)} == {
        "police_letter": "to_bring", "ktp": "to_bring"
    }  # fmt: skip
    assert (contact.channel, contact.telephone, case.relative_id) == ("counter", None, None)
    opened = next(entry for entry in desk.all(AuditEntry) if entry.action == "case_opened")
    assert (opened.officer_id, opened.case_id) == (officer.id, case.id)


def test_the_form_carries_its_key_from_page_to_page(client: Client) -> None:
    assert re.search(r'name="once" value="[0-9a-f]{16}"', client.get("/loket/baru/KK-HR").text)
    assert 'name="once" value="0123456789abcdef"' in file(client, still_have="", once="0123456789abcdef").text


def test_sent_twice_the_form_shows_the_case_it_made(desk: Desk, client: Client, sms: Sender) -> None:
    first, second = (file(client, once="0123456789abcdef", **RELATIVE) for _ in range(2))
    (case,) = desk.all(Case)
    assert first.headers["Location"] == second.headers["Location"] == f"/loket/{case.id}"
    assert "Permohonan ini sudah disimpan tadi" in client.get(f"/loket/{case.id}").text
    assert [event.body["name"] for event in desk.all(Event)] == ["relative_named"]  # who hears it, hears it once


def test_who_goes_back_and_fills_it_in_for_somebody_else_files_another(desk: Desk, client: Client) -> None:
    file(client, once="0123456789abcdef", **LETTER)
    file(client, once="0123456789abcdef", **{**LETTER, "name": "bima contoh"})
    assert [case.answers["name"] for case in desk.all(Case)] == ["Rina Contoh", "Bima Contoh"]


def test_the_same_key_in_another_office_makes_its_own(desk: Desk, client: Client, office: Office) -> None:
    file(client, once="0123456789abcdef", **LETTER)
    other = desk.add(Office(code="BPS", name="UPT Balikpapan", region="64.71", timezone="Asia/Makassar",
                            hours=office.hours, address="Jl. Contoh 2"))  # fmt: skip
    theirs = desk.client(desk.officer(other, "counter"))
    assert file(theirs, once="0123456789abcdef", **LETTER).status_code == 303
    assert {case.office_id for case in desk.all(Case)} == {office.id, other.id}


def test_the_news_waits_as_a_letter_until_it_is_printed(desk: Desk, client: Client) -> None:
    file(client, **LETTER)
    decided(desk, "hold")
    assert desk.all(Event) == []
    desk.change(desk.all(Letter)[0], due_at=AT)
    page = client.get("/loket").text
    letter = desk.all(Letter)[0]
    assert letter.name == "case_held" and f"/loket/kabar/{letter.id}/cetak" in page
    assert client.post(f"/loket/kabar/{letter.id}/cetak").data.startswith(b"%PDF-")
    assert desk.again(letter).printed_at == AT and "/loket/kabar/" not in client.get("/loket").text


def test_of_several_letters_about_the_case_the_newest_is_printed(desk: Desk, client: Client) -> None:
    file(client, **LETTER)
    decided(desk, "hold")
    decided(desk, "resume")
    for letter in desk.all(Letter):
        desk.change(letter, due_at=AT)
    held, resumed = sorted(desk.all(Letter), key=lambda letter: letter.id)
    page = client.get("/loket").text
    assert f"/kabar/{resumed.id}/" in page and f"/kabar/{held.id}/" not in page
    client.post(f"/loket/kabar/{resumed.id}/cetak")
    assert desk.again(held).printed_at == AT


def test_a_decision_taken_back_leaves_no_letter(desk: Desk, client: Client) -> None:
    file(client, **LETTER)
    case = desk.all(Case)[0]
    client.post(f"/permohonan/{case.id}/tahan", reason="blangko habis")
    assert [letter.name for letter in desk.all(Letter)] == ["case_held"]
    client.post(f"/permohonan/{case.id}/urungkan")
    assert desk.all(Letter) == []


def test_a_relative_is_told_that_the_number_was_given(desk: Desk, client: Client, sms: Sender) -> None:
    file(client, **RELATIVE)
    (case,), relative = desk.all(Case), desk.all(Contact)[1]
    assert (relative.address, relative.channel, relative.sender_id) == ("+6281200000077", "sms", sms.id)
    assert case.relative_id == relative.id != case.contact_id
    (event,) = desk.all(Event)
    assert (event.contact_id, event.body) == (relative.id, {"name": "relative_named", "case_id": case.id})


def test_the_relative_hears_the_news_and_no_letter_is_written(desk: Desk, client: Client, sms: Sender) -> None:
    file(client, **RELATIVE)
    decided(desk, "hold")
    news = desk.all(Event)[-1]
    assert (news.contact_id, news.body["name"]) == (desk.all(Case)[0].relative_id, "case_held")
    assert desk.all(Letter) == []


def test_a_relative_we_chat_with_hears_it_in_that_chat(desk: Desk, client: Client, office: Office, sms: Sender) -> None:
    sender = desk.add(Sender(channel=Channel.WHATSAPP, address="whatsapp:+628110000001", office_id=office.id))
    address = "whatsapp:+6281200000077"
    known = desk.add(Contact(sender_id=sender.id, channel=Channel.WHATSAPP, address=address,
                             address_index=vault().blind("address", address), office_id=office.id))  # fmt: skip
    file(client, **RELATIVE)
    assert desk.all(Case)[0].relative_id == known.id


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"consent": ""}, "apakah pemohon setuju"),
        ({"relative": ""}, "Nomor"),
        ({"relative": "rina"}, "Nomor"),
        ({"news": ""}, "bagaimana kabar disampaikan"),
        ({"news": "letter"}, "kabar dipilih dengan surat"),
    ],
)
def test_without_agreement_or_a_number_nothing_is_filed(
    desk: Desk, client: Client, sms: Sender, given: dict[str, str], why: str
) -> None:
    answer = file(client, **{**RELATIVE, **given})
    assert answer.status_code == 409 and why in answer.text and "rina contoh" in answer.text
    assert desk.all(Case) == [] and desk.all(Event) == []


def test_a_relative_who_wants_no_messages_is_not_named(desk: Desk, client: Client, sms: Sender) -> None:
    file(client, **RELATIVE)
    desk.change(desk.all(Contact)[1], opted_out_at=AT)
    answer = file(client, **RELATIVE)
    assert answer.status_code == 409 and "BERHENTI" in answer.text and len(desk.all(Case)) == 1


def decided(desk: Desk, what: str) -> None:
    case, officer = desk.all(Case)[0], desk.officer(desk.all(Office)[0], "counter")
    supervisor = Actor(frozenset({Role.COUNTER}), officer_id=officer.id, office_id=officer.office_id)
    with desk.database.writing() as session:
        session.get_one(Case, case.id).officer_id = officer.id
        for paper in session.exec(select(Paper)):
            paper.state = PaperState.SEEN
        if what == "hold":
            cases.hold(session, supervisor, case.id, "blangko habis", AT)
        else:
            cases.resume(session, supervisor, case.id, AT)


def test_it_is_found_by_the_relatives_number(desk: Desk, client: Client, sms: Sender) -> None:
    file(client, **RELATIVE)
    assert client.get("/loket?q=081200000077").headers["Location"] == f"/loket/{desk.all(Case)[0].id}"


def test_when_the_relative_stops_it_the_news_becomes_a_letter(desk: Desk, client: Client, sms: Sender) -> None:
    file(client, **RELATIVE)
    desk.change(desk.all(Contact)[1], opted_out_at=AT)
    decided(desk, "hold")
    assert [letter.name for letter in desk.all(Letter)] == ["case_held"] and len(desk.all(Event)) == 1
    assert "kabar berikutnya menjadi surat" in client.get(f"/loket/{desk.all(Case)[0].id}").text


def test_the_counter_sees_what_became_of_the_news(desk: Desk, client: Client, sms: Sender) -> None:
    file(client, **RELATIVE)
    (case,), (event,) = desk.all(Case), desk.all(Event)
    theirs = desk.add(Event(contact_id=event.contact_id, channel=Channel.SMS, kind=EventKind.MESSAGE, body={}))
    with desk.database.writing() as session:
        queue(session, event.contact_id, Message("Nomor ini dicatat."), event_id=event.id)
        queue(session, event.contact_id, Message("Urusan mereka sendiri."), event_id=theirs.id)
    desk.change(desk.all(Outgoing)[0], state=OutgoingState.FAILED, error="63003")
    page = client.get(f"/loket/{case.id}").text
    assert "Nomor ini dicatat." in page and "nomor ini tidak bisa dikirimi" in page
    assert "Urusan mereka sendiri." not in page
