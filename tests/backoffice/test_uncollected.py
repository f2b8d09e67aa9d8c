"""Cards nobody fetches: listed, and their owners reminded, but not for ever."""

from __future__ import annotations

from datetime import timedelta

import pytest

from registry.models import AuditEntry, Document, Office
from registry.post import delivery, uncollected
from tests.backoffice.conftest import AT, Client, Desk
from tests.backoffice.test_print_and_post import ADDRESS, ALL, card, told
from tests.backoffice.test_queue import statements

LONG_AGO = AT - timedelta(days=20)


@pytest.fixture
def client(desk: Desk, office: Office) -> Client:
    return desk.client(desk.officer(office, "post"))


def kept(desk: Desk, office: Office) -> Document:
    """Ready at the counter for twenty days."""
    document = card(desk, office, "print", "post")
    with desk.database.writing() as session:
        delivery.choose_pickup(session, ALL, document.id, LONG_AGO)
    return desk.again(document)


def remind(client: Client, *documents: Document) -> int:
    return int(client.post("/pos/belum-diambil", document=[each.id for each in documents]).status_code)


def test_who_does_not_fetch_a_card_is_reminded(desk: Desk, office: Office, client: Client) -> None:
    document = kept(desk, office)
    assert "20 hari" in client.get("/pos/belum-diambil").text
    assert remind(client, document) == 303
    assert told(desk)[-1] == "card_waiting"
    assert (desk.again(document).reminders, desk.again(document).reminded_at) == (1, AT)
    assert [entry.case_id for entry in desk.all(AuditEntry) if entry.action == "citizen_reminded"] == [document.case_id]
    assert "1 dari 3" in client.get("/pos/belum-diambil").text


def test_who_has_not_chosen_is_asked_again(desk: Desk, office: Office, client: Client) -> None:
    document = card(desk, office, "print", "post", "posted")
    with desk.database.writing() as session:
        delivery.mark_returned(session, ALL, {document.id: "moved"}, LONG_AGO)
    before = told(desk).count("handover_asked")
    assert remind(client, document) == 303 and told(desk).count("handover_asked") == before + 1


def test_nobody_is_reminded_twice_in_three_days(desk: Desk, office: Office, client: Client) -> None:
    document = kept(desk, office)
    assert [remind(client, document), remind(client, document)] == [303, 409]
    assert told(desk).count("card_waiting") == 1


def test_nobody_is_reminded_more_often_than_the_office_says(desk: Desk, office: Office, client: Client) -> None:
    desk.change(office, reminders_most=2)
    document = kept(desk, office)
    for _ in range(4):
        remind(client, document)
        desk.change(desk.again(document), reminded_at=AT - timedelta(days=4))
    assert told(desk).count("card_waiting") == desk.again(document).reminders == 2


def test_of_several_only_those_who_may_be_are_reminded(desk: Desk, office: Office, client: Client) -> None:
    one, two = kept(desk, office), kept(desk, office)
    remind(client, one)
    answer = client.post("/pos/belum-diambil", document=[one.id, two.id])
    assert "1 warga diingatkan" in client.get(answer.headers["Location"]).text
    assert [desk.again(each).reminders for each in (one, two)] == [1, 1]


def test_a_card_that_goes_by_post_after_all_starts_anew(desk: Desk, office: Office, client: Client) -> None:
    document = card(desk, office, "print", "post", "posted")
    with desk.database.writing() as session:
        delivery.mark_returned(session, ALL, {document.id: "moved"}, LONG_AGO)
    remind(client, document)
    with desk.database.writing() as session:
        delivery.choose_post(session, ALL, document.id, ADDRESS, AT)
    assert desk.again(document).reminders == 0


def test_another_offices_card_is_not_reminded_of(desk: Desk, office: Office) -> None:
    document = kept(desk, office)
    other = desk.client(desk.officer(desk.office("SMD", "64.72"), "post"))
    assert remind(other, document) == 404 and "card_waiting" not in told(desk)


def test_more_cards_take_no_more_statements(desk: Desk, office: Office, client: Client) -> None:
    counted = []
    for count in (1, 3):
        cards = [kept(desk, office) for _ in range(count)]
        with statements(desk.database) as seen:
            assert remind(client, *cards) == 303
        counted.append(len(seen))
    assert counted[0] == counted[1]
    with desk.database.reading() as session:
        assert len(uncollected.waiting(session, office.id)) == 4


def test_a_box_that_cannot_be_ticked_says_from_when_it_can(desk: Desk, office: Office, client: Client) -> None:
    document = kept(desk, office)
    assert "lagi mulai" not in client.get("/pos/belum-diambil").text
    remind(client, document)
    page = client.get("/pos/belum-diambil").text
    assert f'disabled aria-describedby="e{document.id}"' in page and "lagi mulai Kam 27 Nov" in page
    desk.change(document, reminders=3)
    assert "sudah semua; hubungi dengan cara lain" in client.get("/pos/belum-diambil").text
