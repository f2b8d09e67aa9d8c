"""A family that moves: a new card for each, handed over together, and the old ones taken back."""

from __future__ import annotations

from typing import Any

import pytest

from registry import cases
from registry.cards import printing
from registry.demo.population import RINA, RINAS_KK, population
from registry.lifecycle import CaseState, DocumentState, Role
from registry.models import Document
from registry.places.regions import load_regions
from registry.post import delivery
from registry.residents import enrol
from tests.registry.desk import MONDAY, Desk

FAMILY = [person for person in population(load_regions(), 0) if person.kk_number == RINAS_KK]
CHILDREN = [person.name for person in FAMILY if person.relation == "Anak"]
HEAD, RINA_HERSELF = FAMILY[0].name, next(person.name for person in FAMILY if person.nik == RINA)


def approved(desk: Desk, movers: str, **answers: Any) -> int:
    with desk.database.writing() as session:
        enrol(session, FAMILY)
    case_id = desk.open("PINDAH-DLM", papers={}, nik=RINA, name="Rina Contoh", movers=movers, **answers)
    with desk.database.writing() as session:
        cases.approve(session, desk.officers[Role.COUNTER], case_id, MONDAY)
    return case_id


def cards(desk: Desk, case_id: int) -> list[Document]:
    """The first begun, which leads, first."""
    found = [document for document in desk.documents(case_id) if document.kind == "card"]
    return sorted(found, key=lambda document: document.id)


def printed(desk: Desk, *documents: Document) -> None:
    officer = desk.officers[Role.PRINTING]
    with desk.database.writing() as session:
        waiting = [each.id for each in documents if each.state is DocumentState.WAITING_PRR]
        if waiting:
            printing.ready_to_print(session, officer, waiting, MONDAY)
        printing.mark_printed(session, officer, [each.id for each in documents], MONDAY)


@pytest.mark.parametrize(
    ("movers", "names", "holders"),
    [
        ("family", "", [("card", HEAD), ("card", RINA_HERSELF), *(("kia", child) for child in CHILDREN)]),
        ("alone", "", [("card", RINA_HERSELF)]),
        ("some", f"rina contoh dan {CHILDREN[0].lower()}", [("card", RINA_HERSELF), ("kia", CHILDREN[0])]),
    ],
)
def test_everybody_who_moves_gets_a_card(desk: Desk, movers: str, names: str, holders: list[tuple[str, str]]) -> None:
    begun = cards(desk, approved(desk, movers, mover_names=names))
    assert [(each.template or each.kind, each.holder) for each in begun] == holders


def test_whom_the_register_does_not_know_gets_the_card_of_their_age(desk: Desk) -> None:
    case_id = desk.open("DATANG", papers={}, nik="3578045103160000", name="Sari Contoh", movers="family")
    with desk.database.writing() as session:
        cases.approve(session, desk.officers[Role.COUNTER], case_id, MONDAY)
    assert [(each.template, each.holder) for each in cards(desk, case_id)] == [("kia", "Sari Contoh")]


def test_the_family_is_asked_once_and_gets_all_cards_together(desk: Desk) -> None:
    case_id = approved(desk, "family")
    lead, *others = cards(desk, case_id)
    printed(desk, *others)
    assert "handover_asked" not in [told["name"] for told in desk.told()]
    printed(desk, lead)
    assert [told["document_id"] for told in desk.told() if told["name"] == "handover_asked"] == [lead.id]
    with desk.database.writing() as session:
        delivery.choose_pickup(session, desk.officers[Role.POST], lead.id, MONDAY)
        delivery.mark_collected(session, desk.officers[Role.POST], lead.id, MONDAY)
    now = cards(desk, case_id)
    assert {each.state for each in now} == {DocumentState.COLLECTED}
    assert {each.old_card for each in now} == {"wanted"}


def test_a_card_printed_when_the_envelope_has_gone_goes_by_itself(desk: Desk) -> None:
    lead, late, *_ = cards(desk, approved(desk, "family"))
    printed(desk, lead)
    printed(desk, late)
    asked = [told["document_id"] for told in desk.told() if told["name"] == "handover_asked"]
    assert asked == [lead.id, late.id]


def test_the_case_ends_with_its_last_card(desk: Desk) -> None:
    case_id = approved(desk, "alone")
    [card] = cards(desk, case_id)
    assert card.goes_with is None and desk.state(case_id) is CaseState.APPROVED
