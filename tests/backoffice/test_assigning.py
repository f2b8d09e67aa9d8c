"""Several cases of the queue at once: taken, given to a colleague, printed."""

from __future__ import annotations

from typing import Any

from registry.models import AuditEntry, Case
from tests.backoffice.conftest import Desk
from tests.registry.issuing_office import BOTH

pytestmark = BOTH


def chosen(*cases: Case) -> dict[str, Any]:
    return {"case": [case.id for case in cases], "back": "/antrean?late=on"}


def test_the_chosen_are_taken_and_what_others_hold_is_left(desk: Desk) -> None:
    office = desk.office()
    free, other, held, untouched = (desk.case(office) for _ in range(4))
    mine, colleague = desk.officer(office, "counter"), desk.officer(office, "counter")
    desk.client(colleague).post(f"/permohonan/{held.id}/ambil")
    client = desk.client(mine)
    answer = client.post("/antrean/ambil", **chosen(free, other, held))
    assert answer.headers["Location"] == "/antrean?late=on"
    assert "2 permohonan dipegang" in (page := client.get("/antrean").text) and "1 dilewati" in page
    assert [desk.again(case).officer_id for case in (free, other, held, untouched)] == [
        mine.id, mine.id, colleague.id, None,
    ]  # fmt: skip
    assert desk.again(free).state == "in_review"


def test_a_supervisor_gives_cases_to_a_colleague_also_from_another(desk: Desk) -> None:
    office = desk.office()
    free, held = desk.case(office), desk.case(office)
    first, second = desk.officer(office, "counter"), desk.officer(office, "counter")
    desk.client(first).post(f"/permohonan/{held.id}/ambil")
    supervisor = desk.client(desk.officer(office, "supervisor"))
    assert f'<option value="{second.id}">' in supervisor.get("/antrean").text
    supervisor.post("/antrean/serahkan", **chosen(free, held), to=second.id)
    assert [desk.again(case).officer_id for case in (free, held)] == [second.id, second.id]
    given = [entry for entry in desk.all(AuditEntry) if entry.action == "case_assigned"]
    assert {(entry.case_id, entry.subject) for entry in given} == {
        (free.id, f"officer:{second.id}"), (held.id, f"officer:{second.id}"),
    }  # fmt: skip


def test_a_counter_officer_gives_to_nobody_else(desk: Desk) -> None:
    office = desk.office()
    case, colleague = desk.case(office), desk.officer(office, "counter")
    client = desk.client(desk.officer(office, "counter"))
    answer = client.post("/antrean/serahkan", **chosen(case), to=colleague.id)
    assert answer.status_code == 409 and "rekan yang masih bertugas" in answer.text
    assert desk.again(case).officer_id is None
    assert f'value="{case.id}" aria-labelledby="n{case.id}" checked' in answer.text  # the choice is not lost


def test_nothing_chosen_and_nothing_left_are_told(desk: Desk) -> None:
    office = desk.office()
    held, colleague = desk.case(office), desk.officer(office, "counter")
    desk.client(colleague).post(f"/permohonan/{held.id}/ambil")
    client = desk.client(desk.officer(office, "counter"))
    assert "Pilih paling sedikit satu permohonan." in client.post("/antrean/ambil").text
    assert "sudah dipegang rekan" in client.post("/antrean/ambil", **chosen(held)).text


def test_another_offices_case_is_not_there(desk: Desk) -> None:
    case = desk.case(desk.office("SMD", "64.72"))
    client = desk.client(desk.officer(desk.office(), "counter"))
    for way in ("ambil", "daftar"):
        assert client.post(f"/antrean/{way}", **chosen(case)).status_code == 404
    assert desk.again(case).officer_id is None


def test_the_list_is_a_pdf_and_looking_is_recorded(desk: Desk) -> None:
    office = desk.office()
    cases = [desk.case(office), desk.case(office)]
    client = desk.client(desk.officer(office, "counter"))
    answer = client.post("/antrean/daftar", **chosen(*cases))
    assert answer.mimetype == "application/pdf" and answer.data.startswith(b"%PDF")
    listed = [entry for entry in desk.all(AuditEntry) if entry.action == "case_listed"]
    assert [entry.case_id for entry in listed] == [case.id for case in cases]
