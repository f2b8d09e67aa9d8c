"""Papers and answers ticked on a case are asked for again in one message, which is read before it goes."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from registry.actors import Actor
from registry.cases import services
from registry.desk import asking
from registry.lifecycle import CaseState, Refused
from registry.models import (
    AnswerChange,
    AuditEntry,
    Case,
    Contact,
    Event,
    EventKind,
    Office,
    Officer,
    Paper,
    PaperState,
)
from tests.backoffice.conftest import AT, NIK, Client, Desk

OTHER = "6471044506150000"
TICKED: dict[str, Any] = {"tick": ["paper:ktp", "answer:nik"], "reason": "berbeda", "reason.answer:nik": "salah ketik"}


@pytest.fixture
def case(desk: Desk, office: Office, client: Client) -> Case:
    case = desk.case(office)
    client.post(f"/permohonan/{case.id}/ambil")
    return desk.again(case)


def told(desk: Desk) -> list[dict[str, Any]]:
    return [event.body for event in desk.all(Event) if event.kind is EventKind.CASE_EVENT]


def asked(client: Client, case: Case, **form: Any) -> Any:
    """As the officer does: looks at the text, then sends it."""
    form = {**TICKED, **form}
    page = client.post(f"/permohonan/{case.id}/minta-lagi", **form)
    seen = re.search(r'name="seen" value="([^"]*)"', page.text)
    return client.post(f"/permohonan/{case.id}/minta-lagi", **form, seen=html.unescape(seen[1] if seen else ""))


def answered(desk: Desk, case: Case, **given: Any) -> None:
    with desk.database.writing() as session:
        citizen = Actor.citizen(session.get_one(Contact, case.contact_id))
        asking.send_again(session, citizen, case.id, services()[case.service], given, {}, AT, official=False)


def test_the_text_is_shown_and_nothing_sent(desk: Desk, client: Client, case: Case) -> None:
    page = client.post(f"/permohonan/{case.id}/minta-lagi", **TICKED)
    assert f"{case.number} asked_again" in page.text and "Kirim ke warga" in page.text
    assert told(desk) == [] and desk.again(case).state is CaseState.IN_REVIEW


def test_why_a_photo_does_not_do_is_no_reason_for_an_answer(desk: Desk, client: Client, case: Case) -> None:
    form: dict[str, Any] = {"tick": ["paper:ktp", "answer:nik"], "reason": "fotonya buram"}
    page = client.post(f"/permohonan/{case.id}/minta-lagi", **form).text
    reasons = dict(re.findall(r'<textarea name="reason\.([^"]+)"[^>]*>([^<]*)<', page))
    assert reasons == {"paper:ktp": "fotonya buram", "answer:nik": ""} and 'name="seen"' not in page
    assert 'name="language"' not in page  # in another language what was typed would be gone


def test_one_message_asks_for_all_with_a_reason_each(desk: Desk, client: Client, case: Case, officer: Officer) -> None:
    assert asked(client, case).status_code == 303
    papers = {paper.key: (paper.state, paper.reason) for paper in desk.all(Paper)}
    assert papers == {"ktp": (PaperState.REFUSED, "berbeda"), "police_letter": (PaperState.SENT, None)}
    now = desk.again(case)
    assert (now.state, now.asked, now.queued_at) == (CaseState.NEEDS_CORRECTION, {"nik": "salah ketik"}, case.queued_at)
    papers_asked, answers = {"ktp": "berbeda"}, {"nik": "salah ketik"}
    assert told(desk) == [
        {"name": "asked_again", "case_id": case.id, "papers": papers_asked, "answers": answers}
    ]  # fmt: skip
    page = client.get(f"/permohonan/{case.id}").text
    assert "tentang 1 surat dan 1 isian ini" in page and re.search(r"NIK <span class=\"quiet\">\(salah ketik\)", page)


def test_a_text_that_was_not_read_is_shown_first(desk: Desk, client: Client, case: Case) -> None:
    page = client.post(f"/permohonan/{case.id}/minta-lagi", **TICKED, seen="lain")
    assert page.status_code == 200 and "Teksnya berubah" in page.text and told(desk) == []


@pytest.mark.parametrize("form", [{"tick": []}, {"reason": ""}])
def test_nothing_goes_without_ticks_and_reasons(desk: Desk, client: Client, case: Case, form: dict[str, Any]) -> None:
    assert "Kirim ke warga" not in asked(client, case, **form).text
    assert told(desk) == [] and desk.again(case).state is CaseState.IN_REVIEW


def test_an_emptied_reason_is_marked_where_it_is_missing(client: Client, case: Case) -> None:
    form = TICKED | {"reason": "", "reason.paper:ktp": "fotonya buram", "reason.answer:nik": ""}
    page = client.post(f"/permohonan/{case.id}/minta-lagi", **form, seen="teks tadi").text
    assert page.count("Tulis sebabnya dulu") == 1 == page.count('aria-invalid="true"')
    assert page.index('name="reason.answer:nik"') < page.index("Tulis sebabnya dulu")
    first = client.post(f"/permohonan/{case.id}/minta-lagi", tick=TICKED["tick"], reason="").text
    assert "Tulis sebabnya dulu" not in first  # nobody was asked for it yet


def test_each_has_the_reasons_of_its_kind(client: Client, case: Case) -> None:
    page = client.post(f"/permohonan/{case.id}/minta-lagi", **TICKED).text
    paper, answer = page.split('value="answer:nik"')
    assert "fotonya buram" in paper and "salah ketik</button>" not in paper
    assert "sepertinya salah ketik" in answer and "fotonya buram" not in answer


def test_one_paper_alone_has_its_own_words(desk: Desk, client: Client, case: Case) -> None:
    asked(client, case, tick=["paper:ktp"])
    assert told(desk) == [{"name": "paper_refused", "case_id": case.id, "paper": "ktp", "reason": "berbeda"}]


def test_what_a_colleague_holds_is_not_asked(desk: Desk, office: Office, case: Case) -> None:
    answer = asked(desk.client(desk.officer(office, "counter")), case)
    assert answer.status_code == 409 and "Sudah dipegang Siti Contoh" in answer.text and "salah ketik" in answer.text
    assert told(desk) == []


def test_what_was_never_asked_is_not_there(desk: Desk, client: Client, case: Case) -> None:
    assert asked(client, case, tick=["answer:mother", "paper:ktp"], **{"reason.answer:mother": "x"}).status_code == 404
    assert {paper.state for paper in desk.all(Paper)} == {PaperState.SENT}


def test_it_is_taken_back_as_one(desk: Desk, client: Client, case: Case) -> None:
    asked(client, case)
    assert client.post(f"/permohonan/{case.id}/urungkan").status_code == 303
    now = desk.again(case)
    assert (now.state, now.asked, told(desk)) == (CaseState.IN_REVIEW, None, [])
    assert {paper.state for paper in desk.all(Paper)} == {PaperState.SENT}


def test_the_new_answer_is_compared_and_the_old_one_kept(desk: Desk, client: Client, case: Case) -> None:
    desk.resident(OTHER, name="Orang Lain")
    asked(client, case, tick=["answer:nik"], reason="keliru")
    answered(desk, case, nik=OTHER)
    now = desk.again(case)
    assert (now.state, now.answers["nik"], now.asked, now.flags) == ("submitted", OTHER, None, ["name-differs"])
    assert [(c.key, c.before, c.after, c.officer_id) for c in desk.all(AnswerChange)] == [("nik", NIK, OTHER, None)]
    assert client.get(f"/cari?q={OTHER}", follow_redirects=True).text.count(case.number)
    assert [e.subject for e in desk.all(AuditEntry) if e.action == "answer_sent"] == ["answer:nik"]


def test_an_answer_that_nobody_asks_for_stays(desk: Desk, client: Client, case: Case) -> None:
    asked(client, case)
    answered(desk, case, name="Orang Lain")
    now = desk.again(case)
    assert (now.answers["name"], now.state, now.asked) == ("Rina Contoh", "needs_correction", {"nik": "salah ketik"})


def test_once_it_is_done_nothing_more_comes(desk: Desk, client: Client, case: Case) -> None:
    asked(client, case, tick=["answer:nik"], reason="keliru")
    answered(desk, case, nik=OTHER)
    with pytest.raises(Refused):
        answered(desk, case, nik=NIK)


def test_ten_seconds_later_it_stands(desk: Desk, client: Client, case: Case) -> None:
    asked(client, case)
    parts = desk.app.extensions["backoffice"]
    desk.app.extensions["backoffice"] = replace(parts, clock=lambda: AT + timedelta(seconds=10))
    assert client.post(f"/permohonan/{case.id}/urungkan").status_code == 409 and len(told(desk)) == 1


def test_the_page_that_shows_the_text_tells_that_a_colleague_took_the_case(
    desk: Desk, client: Client, office: Office, case: Case
) -> None:
    supervisor = desk.officer(office, "supervisor", name="Dewi Contoh")
    desk.client(supervisor).post(f"/permohonan/{case.id}/ambil", over=str(case.officer_id))
    page = client.post(f"/permohonan/{case.id}/minta-lagi", **TICKED).text
    assert "dipegang Dewi Contoh" in page and "muat ulang" in page.casefold() and "salah ketik" in page


def test_where_there_is_no_paper_no_reason_is_about_one(desk: Desk) -> None:
    office = desk.office()
    client = desk.client(desk.officer(office, "counter"))
    bare, papers = desk.case(office, "KTP-BARU"), desk.case(office)
    assert 'data-of="answer"' in (page := client.get(f"/permohonan/{bare.id}").text)
    assert 'data-of="paper"' not in page and 'data-of="paper"' in client.get(f"/permohonan/{papers.id}").text
