"""The first screen: numbers that lead to their lists."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

from registry.models import Office
from tests.backoffice.conftest import AT, Client, Desk
from tests.backoffice.test_queue import statements


def numbers(client: Client) -> dict[str, int]:
    """The tiles by their words."""
    page = client.get("/hari-ini").text
    return {words: int(count) for count, words in re.findall(r"<b>(\d+)</b> <span>([^<]+)</span>", page)}


NARROWED = (
    ("belum diambil", "free=on"),
    ("lewat janji", "tab=all&late=on"),
    ("janji digeser", "tab=all&moved=on"),
    ("dijanjikan hari ini", "tab=all&due=on"),
)


def busy(desk: Desk) -> Office:
    office = desk.office()
    late, soon, moved = desk.case(office), desk.case(office), desk.case(office)
    desk.change(late, promised_at=AT - timedelta(minutes=1))
    desk.change(soon, promised_at=AT + timedelta(hours=3))
    desk.change(moved, promised_at=AT + timedelta(days=3), promise_moves=1)
    return office


def test_an_officer_sees_what_waits_and_what_is_late(desk: Desk) -> None:
    client = desk.client(desk.officer(busy(desk), "counter"))
    client.post("/antrean/berikut")
    seen = numbers(client)
    assert (seen["saya pegang"], seen["belum diambil"], seen["lewat janji"], seen["dijanjikan hari ini"]) == (
        1,
        2,
        1,
        1,
    )
    assert seen["janji digeser"] == 1  # its new promise is in the future: it is not late


def test_a_moved_promise_is_marked_as_that(desk: Desk) -> None:
    page = desk.client(desk.officer(busy(desk), "counter")).get("/antrean?moved=on").text
    assert '<strong class="flag">janji digeser</strong>' in page and '<tr class="late">' not in page


def test_each_number_leads_to_just_those_cases(desk: Desk) -> None:
    client = desk.client(desk.officer(busy(desk), "counter"))
    for words, query in NARROWED:
        listed = re.findall(r"BPP-\d{5}", client.get(f"/antrean/isi?{query}").text)
        assert f"/antrean?{query}" in unescape(client.get("/hari-ini").text)
        assert len(listed) == numbers(client)[words] > 0


def test_an_approved_case_past_its_promise_is_late_on_every_screen(desk: Desk) -> None:
    office = desk.office()
    desk.change(case := desk.approved(office), promised_at=AT - timedelta(minutes=1))
    client = desk.client(desk.officer(office, "counter"))
    assert numbers(client)["lewat janji"] == 1
    assert case.number in client.get("/antrean?tab=all&late=on").text
    province = desk.client(desk.officer(None, "province")).get("/provinsi").text
    assert '<td data-label="Terlambat"><span class="flag late">1</span>' in province


def test_what_was_done_today_counts_and_yesterday_does_not(desk: Desk) -> None:
    office = desk.office()
    case = desk.case(office)
    client = desk.client(desk.officer(office, "counter"))
    client.post(f"/permohonan/{case.id}/setujui")
    page = client.get("/hari-ini").text
    assert "<dt>Disetujui</dt><dd>1</dd>" in page and "<dt>Dikirim Pos</dt><dd>0</dd>" in page


def test_every_role_sees_its_own_work_first(desk: Desk) -> None:
    office = desk.office()
    first = {role: list(numbers(desk.client(desk.officer(office, role)))) for role in ("signatory", "printing", "post")}
    assert first == {
        "signatory": ["menunggu tanda tangan"], "printing": ["siap dicetak"], "post": ["siap dikirim Pos"]
    }  # fmt: skip
    assert desk.client(desk.officer(office, "post")).get("/").headers["Location"] == "/hari-ini"


def test_more_cases_take_no_more_statements(desk: Desk) -> None:
    office = desk.office()
    client = desk.client(desk.officer(office, "counter", "supervisor"))
    counted = []
    for _ in range(2):
        desk.case(office)
        with statements(desk.database) as seen:
            client.get("/hari-ini")
        counted.append(len(seen))
    assert counted[0] == counted[1] <= 13  # with the BEGIN that SQLite is given
