"""The queue in the order it came, its pages, and the next one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from sqlalchemy import event

from backoffice import tabs
from registry import service_clock
from registry.database import Database
from registry.lifecycle import CaseState
from registry.models import Case, Paper, PaperState
from tests.backoffice.conftest import AT, Client, Desk
from tests.registry.issuing_office import BOTH

pytestmark = BOTH


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        seen.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    yield seen
    event.remove(database.engine, "before_cursor_execute", note)


def test_the_oldest_stands_first_with_name_and_promise(desk: Desk) -> None:
    office = desk.office()
    first, second = desk.case(office, name="Rina Contoh"), desk.case(office, "KTP-BARU", name="Bima Contoh")
    page = desk.client(desk.officer(office, "counter")).get("/antrean").text
    assert page.index(first.number) < page.index("Rina Contoh") < page.index(second.number) < page.index("Bima Contoh")
    assert "WITA" in page and "KK hilang atau rusak" in page


def test_a_page_ends_where_the_next_begins(desk: Desk) -> None:
    office = desk.office()
    numbers = [desk.case(office).number for _ in range(5)]
    with desk.database.reading() as session:
        first = tabs.page(session, office.id, "check", size=3)
        rest = tabs.page(session, office.id, "check", first.after, size=3)
    assert [row.case.number for row in first.rows + rest.rows] == numbers
    assert rest.after is None


def test_more_rows_take_no_more_statements(desk: Desk) -> None:
    office = desk.office()
    client = desk.client(desk.officer(office, "counter"))
    counted = []
    for _ in range(2):
        for _ in range(3):
            desk.case(office)
        with statements(desk.database) as seen:
            client.get("/antrean")
        counted.append(len(seen))
    assert counted[0] == counted[1] <= 6


def test_every_tab_opens(desk: Desk) -> None:
    office = desk.office()
    case = desk.approved(office)
    client = desk.client(desk.officer(office, "counter"))
    shown = {tab: case.number in client.get(f"/antrean?tab={tab}").text for tab in tabs.TABS}
    assert shown == {tab: tab in ("siak", "all") for tab in tabs.TABS}


def test_next_takes_the_oldest_that_nobody_holds(desk: Desk) -> None:
    office = desk.office()
    held, free = desk.case(office), desk.case(office)
    first, second = desk.officer(office, "counter"), desk.officer(office, "counter")
    assert desk.client(first).post("/antrean/berikut").headers["Location"] == f"/permohonan/{held.id}"
    assert desk.client(second).post("/antrean/berikut").headers["Location"] == f"/permohonan/{free.id}"
    assert [desk.again(case).officer_id for case in (held, free)] == [first.id, second.id]


def test_next_goes_past_a_case_whose_papers_are_still_to_be_brought(desk: Desk) -> None:
    brought_later, ready = desk.case(office := desk.office()), desk.case(office)
    paper = next(each for each in desk.all(Paper) if each.case_id == brought_later.id)
    desk.change(paper, state=PaperState.TO_BRING)
    with desk.database.writing() as session:
        service_clock.keep(session, session.get_one(Case, brought_later.id), AT)
    client = desk.client(desk.officer(office, "counter"))
    assert client.post("/antrean/berikut").headers["Location"] == f"/permohonan/{ready.id}"
    assert "surat belum dibawa" in client.get("/antrean").text
    assert client.post("/antrean/berikut").headers["Location"] == "/antrean"
    assert "surat permohonan lainnya belum dibawa" in client.get("/antrean").text
    client.post(f"/loket/{brought_later.id}/surat/{paper.key}/asli")
    assert client.post("/antrean/berikut").headers["Location"] == f"/permohonan/{brought_later.id}"


def test_a_case_in_hand_without_its_papers_still_says_so(desk: Desk) -> None:
    case = desk.case(office := desk.office())
    paper = next(each for each in desk.all(Paper) if each.case_id == case.id)
    desk.change(paper, state=PaperState.TO_BRING)
    with desk.database.writing() as session:
        service_clock.keep(session, session.get_one(Case, case.id), AT)
    client = desk.client(desk.officer(office, "counter"))
    client.post("/antrean/ambil", case=str(case.id))
    assert desk.again(case).state is CaseState.IN_REVIEW
    assert "surat belum dibawa" in client.get("/antrean").text


def test_an_empty_queue_says_so(desk: Desk) -> None:
    client = desk.client(desk.officer(desk.office(), "counter"))
    assert client.post("/antrean/berikut").headers["Location"] == "/antrean"
    assert "Tidak ada permohonan yang menunggu." in client.get("/antrean").text


def test_another_offices_cases_are_not_in_the_list(desk: Desk) -> None:
    case = desk.case(desk.office("SMD", "64.72"))
    assert case.number not in desk.client(desk.officer(desk.office(), "counter")).get("/antrean").text


def listed(client: Client, asked: str) -> list[str]:
    """The case numbers of the rows, in order."""
    return re.findall(r"BPP-\d{5}", client.get(f"/antrean/isi?{asked}").text)


def test_each_filter_narrows_by_its_own(desk: Desk) -> None:
    office, other = desk.office(), "64.71.02.1001"
    mine, free, late = desk.case(office), desk.case(office, "KTP-BARU"), desk.case(office)
    elsewhere = desk.case(office, village=other)
    desk.change(late, promised_at=AT - timedelta(hours=1), flags=["as-it-is"])
    client = desk.client(desk.officer(office, "counter"))
    client.post(f"/permohonan/{mine.id}/ambil")
    assert listed(client, "mine=on") == [mine.number]
    assert listed(client, "free=on") == [free.number, late.number, elsewhere.number]
    assert listed(client, "late=on") == listed(client, "flagged=on") == [late.number]
    assert listed(client, "service=KTP-BARU") == [free.number]
    assert listed(client, "kecamatan=64.71.02") == [elsewhere.number]
    assert listed(client, "service=KTP-BARU&late=on") == []


def test_a_filter_narrows_every_tab(desk: Desk) -> None:
    office = desk.office()
    lost, first_card = desk.approved(office), desk.approved(office, "KTP-BARU")
    desk.change(lost, promised_at=AT - timedelta(hours=1))
    client = desk.client(desk.officer(office, "counter"))
    assert listed(client, "tab=siak") == [lost.number, first_card.number]
    assert listed(client, "tab=siak&late=on") == listed(client, "tab=siak&service=KK-HR") == [lost.number]
    assert listed(client, "tab=siak&state=waiting_prr") == [first_card.number]
    assert "SIAK" in client.get("/antrean?tab=siak").text and 'name="state"' in client.get("/antrean?tab=siak").text


def test_the_states_of_a_tab_can_be_told_apart(desk: Desk) -> None:
    office = desk.office()
    held, asked = desk.case(office), desk.case(office)
    client = desk.client(desk.officer(office, "counter"))
    client.post(f"/permohonan/{held.id}/tahan", reason="blangko habis")
    client.post(f"/permohonan/{asked.id}/surat/ktp/minta-lagi", reason="buram")
    assert set(listed(client, "tab=waiting")) == {held.number, asked.number}
    assert listed(client, "tab=waiting&state=on_hold") == listed(client, "tab=all&state=on_hold") == [held.number]


def test_ended_ones_are_sifted_no_further_back_than_the_page_says(desk: Desk) -> None:
    office = desk.office()
    ended, long_ago = desk.case(office), desk.case(office)
    desk.change(ended, state=CaseState.REFUSED, closed_at=AT - timedelta(days=1))
    desk.change(long_ago, state=CaseState.REFUSED, closed_at=AT - timedelta(days=91))
    client = desk.client(desk.officer(office, "counter"))
    assert listed(client, "tab=closed") == [ended.number, long_ago.number]
    assert listed(client, "tab=closed&service=KK-HR") == [ended.number]
    assert "disaring sejak" in client.get("/antrean?tab=closed&service=KK-HR").text


def test_next_goes_past_what_absent_colleagues_hold(desk: Desk) -> None:
    office = desk.office()
    absent = desk.officer(office, "counter")
    for _ in range(60):  # sent again by their citizens, and still that colleague's
        desk.change(desk.case(office), officer_id=absent.id)
    free = desk.case(office)
    taken = desk.client(desk.officer(office, "counter")).post("/antrean/berikut")
    assert taken.headers["Location"] == f"/permohonan/{free.id}"


def test_the_numbers_of_the_tabs_follow_the_filter(desk: Desk) -> None:
    office = desk.office()
    desk.case(office), desk.case(office, "KTP-BARU")
    held = desk.case(office, "KTP-BARU")
    client = desk.client(desk.officer(office, "counter"))
    client.post(f"/permohonan/{held.id}/tahan", reason="blangko habis")

    def counted(asked: str) -> list[str]:
        return re.findall(r'<span class="count[^"]*">(\d+)', client.get(f"/antrean/isi?{asked}").text)[:2]

    assert (counted(""), counted("service=KTP-BARU"), counted("late=on")) == (["2", "1"], ["1", "1"], ["0", "0"])


def test_an_empty_filter_offers_the_whole_queue(desk: Desk) -> None:
    desk.case(office := desk.office())
    page = desk.client(desk.officer(office, "counter")).get("/antrean?late=on").text
    assert "Tidak ada permohonan dengan saringan ini." in page and "Tampilkan semua" in page


def test_an_open_page_hears_who_took_a_case_and_nothing_when_nothing_is_new(desk: Desk) -> None:
    case = desk.case(office := desk.office())
    watching, working = (desk.client(desk.officer(office, "counter", name=name)) for name in ("Ani", "Budi"))
    first = watching.get("/antrean/isi")
    assert watching.get("/antrean/isi", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    working.post(f"/permohonan/{case.id}/ambil")
    assert "Budi" in watching.get("/antrean/isi", headers={"If-None-Match": first.headers["ETag"]}).text


def test_an_empty_tab_says_how_many_the_filter_finds_in_the_others(desk: Desk) -> None:
    case = desk.approved(office := desk.office())
    client = desk.client(desk.officer(office, "counter"))
    page = client.get(f"/antrean?service={case.service}").text
    assert "Semua yang berjalan: 1</a>" in page and f"tab=all&amp;service={case.service}" in page
    assert "Semua yang berjalan: " not in client.get("/antrean?service=KIA").text
