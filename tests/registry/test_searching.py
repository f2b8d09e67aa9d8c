"""Cases are found by what somebody at the counter can name, and in their own office alone."""

from __future__ import annotations

import pytest
from sqlmodel import select

from registry.actors import Actor, NotFound
from registry.cases import services
from registry.desk import name_beginnings
from registry.desk.searching import index_from, search
from registry.lifecycle import DocumentState, Role
from registry.models import Case, CaseWord, Contact, Document, Shipment
from registry.vault import vault
from tests.registry.desk import ANSWERS, MONDAY, Desk

NIK = ANSWERS["nik"]
KK = "6471041203150000"


def numbers(desk: Desk, text: str, actor: Actor | None = None) -> list[str]:
    with desk.database.reading() as session:
        return [case.number for case in search(session, actor or desk.officers[Role.COUNTER], text)]


@pytest.mark.parametrize("text", ["BPP-00001", "bpp-1", "bpp 00001", "1", " 001 "])
def test_by_its_number_however_it_is_written(desk: Desk, text: str) -> None:
    desk.open()
    assert numbers(desk, text) == ["BPP-00001"]


@pytest.mark.parametrize("text", ["contoh", "CONTOH WARGA", "warga, contoh", "Warga  Contoh"])
def test_by_whole_words_of_a_name_in_any_order(desk: Desk, text: str) -> None:
    desk.open()
    assert numbers(desk, text) == ["BPP-00001"]


@pytest.mark.parametrize("text", ["war", "warga c", "C Warga", "cont war", "WARG, CONTO", "contoh w"])
def test_by_how_the_words_of_a_name_begin(desk: Desk, text: str) -> None:
    desk.open()
    assert numbers(desk, text) == ["BPP-00001"]


def test_whole_words_come_before_beginnings(desk: Desk) -> None:
    desk.open(name="Sri Wahyuni")
    desk.open(name="Sri Wahyu")
    assert numbers(desk, "sri wahyu") == ["BPP-00002"]
    assert numbers(desk, "sri wahy") == numbers(desk, "sri w") == ["BPP-00002", "BPP-00001"]


def test_beginnings_are_found_in_what_has_ended_and_behind_the_newest(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended, open_ = desk.open(name="Sri Wahyuni"), desk.open(name="Sri Rahayu")
    with desk.database.writing() as session:
        session.get_one(Case, ended).closed_at = MONDAY
    assert numbers(desk, "wahy") == ["BPP-00001"]
    monkeypatch.setattr(name_beginnings, "MOST_OPENED", {"open": 1, "ended": 0, "named": 9})
    assert numbers(desk, "wahy") == []  # only so many are opened
    assert numbers(desk, "sri wahy") == ["BPP-00001"]  # a whole word leads to it however old it is
    assert open_ != ended


def test_what_was_erased_is_found_by_no_beginning(desk: Desk) -> None:
    case_id = desk.open(name="Sri Wahyuni")
    with desk.database.writing() as session:
        case = session.get_one(Case, case_id)
        case.closed_at, case.erased_at = MONDAY, MONDAY
    assert numbers(desk, "wahy") == []


@pytest.mark.parametrize(
    "text",
    [
        "contoh bima",
        "conto conto",
        "ontoh",
        "w c",
        "wa",
        "conto 7",
        "",
        "?",
        "0",
        "BPP-00009",
        "' OR 1=1 --",
        "a" * 500,
    ],
)
def test_nothing_else_is_found(desk: Desk, text: str) -> None:
    desk.open()
    assert numbers(desk, text) == []


def test_by_nik_with_or_without_spaces(desk: Desk) -> None:
    desk.open()
    spaced = " ".join(NIK[at : at + 4] for at in range(0, 16, 4))
    assert numbers(desk, NIK) == numbers(desk, spaced) == ["BPP-00001"]


def test_by_the_number_of_the_family_card(desk: Desk) -> None:
    case_id = desk.open(kk_number=KK)
    assert numbers(desk, KK) == numbers(desk, f"{KK[:6]} {KK[6:]}") == ["BPP-00001"]
    with desk.database.writing() as session:
        session.get_one(Case, case_id).kk_index = None  # opened before cases were found by it
        assert index_from(session, 0, services()) == case_id
    assert numbers(desk, KK) == ["BPP-00001"]


@pytest.mark.parametrize("text", ["0812 0000 0012", "+6281200000012", "62 812-0000-0012"])
def test_by_telephone_on_whichever_channel(desk: Desk, text: str) -> None:
    desk.open()
    with desk.database.writing() as session:
        contact = session.exec(select(Contact)).one()
        contact.address_index = vault().blind("address", "whatsapp:+6281200000012")
    assert numbers(desk, text) == ["BPP-00001"]


def test_by_the_code_of_a_document_and_by_a_tracking_number(desk: Desk) -> None:
    case_id = desk.open()
    with desk.database.writing() as session:
        case = session.get_one(Case, case_id)
        document = Document(
            case_id=case_id, office_id=case.office_id, kind="card", state=DocumentState.POSTED, code="K7Q2M9XR4T"
        )
        session.add(document)
        session.flush()
        session.add(Shipment(document_id=document.id, address={}, fee_rupiah=0, tracking_number="P2611000000"))
    assert numbers(desk, "k7q2m9xr4t") == numbers(desk, "P 2611000000") == ["BPP-00001"]


def test_another_offices_cases_are_not_found(desk: Desk) -> None:
    desk.open()
    stranger = Actor(roles=frozenset({Role.COUNTER}), officer_id=99, office_id=99)
    assert numbers(desk, NIK, stranger) == numbers(desk, "warga", stranger) == []


def test_who_has_no_office_must_name_one(desk: Desk) -> None:
    with desk.database.reading() as session, pytest.raises(NotFound):
        search(session, Actor(frozenset({Role.PROVINCE})), "warga")


def test_a_rebuilt_index_finds_the_same(desk: Desk) -> None:
    for _ in range(3):
        desk.open()
    with desk.database.writing() as session:
        before = {(row.word, row.case_id) for row in session.exec(select(CaseWord))}
        for row in session.exec(select(CaseWord)):
            session.delete(row)
    after: int | None = 0
    while after is not None:
        with desk.database.writing() as session:
            after = index_from(session, after, services(), batch=2)
    with desk.database.reading() as session:
        assert {(row.word, row.case_id) for row in session.exec(select(CaseWord))} == before != set()
