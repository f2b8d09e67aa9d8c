"""How many families a telephone files for: a sign for an officer, never a refusal."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlmodel import col, select

from registry import families
from registry.actors import NotFound
from registry.demo.population import population
from registry.families import FLAG
from registry.lifecycle import Refused, Role
from registry.models import AuditEntry, Contact, Filing, Helper, HelperRole, Office
from registry.offices import helping
from registry.places.regions import load_regions
from registry.residents import enrol
from tests.registry.desk import MONDAY, Desk

CARDS = [f"64710412031500{number:02}" for number in range(9)]


def flags(desk: Desk, card: str, at: datetime = MONDAY) -> list[str]:
    return desk.case(desk.open(at=at, kk_number=card)).flags


def signal(desk: Desk, at: datetime = MONDAY) -> families.Signal:
    with desk.database.reading() as session:
        contact, office = session.get_one(Contact, desk.contact_id), session.get_one(Office, desk.office_id)
        return families.look(session, contact, office, at)


def register(desk: Desk, phone: str = "+6281100000009", limit: int = 30, role: Role = Role.ADMIN) -> Helper:
    with desk.database.writing() as session:
        return helping.register(
            session, desk.officers[role], desk.office_id, phone=phone, name="Pak RT", role="rt", family_limit=limit,
            at=MONDAY,
        )  # fmt: skip


@pytest.fixture(autouse=True)
def numbered(desk: Desk) -> None:
    with desk.database.writing() as session:
        session.get_one(Contact, desk.contact_id).address = "whatsapp:+6281100000009"


def test_the_fourth_family_is_marked_and_taken(desk: Desk) -> None:
    assert [FLAG in flags(desk, card) for card in CARDS[:4]] == [False, False, False, True]
    assert signal(desk).families == 4


def test_the_same_family_counts_once(desk: Desk) -> None:
    assert not any(FLAG in flags(desk, CARDS[0]) for _ in range(5))
    assert signal(desk).families == 1


def test_after_thirty_days_it_counts_no_more(desk: Desk) -> None:
    for card in CARDS[:3]:
        flags(desk, card, MONDAY - timedelta(days=31))
    assert FLAG not in flags(desk, CARDS[3])


def test_a_card_left_out_is_the_registers(desk: Desk) -> None:
    with desk.database.writing() as session:
        people = population(load_regions(), families=0)
        enrol(session, people)
    person = people[0]
    desk.open(kk_number=person.kk_number)
    desk.open(kk_number="", nik=person.nik)
    assert signal(desk).families == 1


def test_a_telephones_sms_and_whatsapp_count_together(desk: Desk) -> None:
    flags(desk, CARDS[0])
    with desk.database.writing() as session:
        session.get_one(Contact, desk.contact_id).address = "+6281100000009"
    flags(desk, CARDS[1])
    assert signal(desk).families == 2


def test_an_office_has_its_own_limit(desk: Desk) -> None:
    with desk.database.writing() as session:
        session.get_one(Office, desk.office_id).families_limit = 1
    assert [FLAG in flags(desk, card) for card in CARDS[:2]] == [False, True]


@pytest.mark.parametrize("written", ["0811 0000 0009", "+62 811-0000-0009", "62811 00000009"])
def test_a_registered_helper_may_file_for_more(desk: Desk, written: str) -> None:
    register(desk, written)
    assert not any(FLAG in flags(desk, card) for card in CARDS)
    found = signal(desk)
    assert found.helper is not None and (found.helper.role, found.limit) == (HelperRole.RT, 30)


def test_also_a_helper_has_a_limit(desk: Desk) -> None:
    register(desk, limit=1)
    assert [FLAG in flags(desk, card) for card in CARDS[:2]] == [False, True]


def test_registered_twice_is_changed(desk: Desk) -> None:
    assert register(desk).id == register(desk, limit=50).id
    with desk.database.reading() as session:
        assert session.exec(select(Helper)).one().family_limit == 50


@pytest.mark.parametrize(
    ("given", "why"),
    [({"phone": "12"}, "refused-phone"), ({"phone": "anybody"}, "refused-phone"),
     ({"name": " "}, "refused-helper-name"),
     ({"family_limit": 0}, "refused-family-limit"), ({"role": "calo"}, "refused-helper-role")],
)  # fmt: skip
def test_what_cannot_be_right_is_refused(desk: Desk, given: dict[str, object], why: str) -> None:
    values: dict[str, object] = {"phone": "0811 0000 0009", "name": "Pak RT", "role": "rt", "family_limit": 30} | given
    with pytest.raises(Refused, match=why), desk.database.writing() as session:
        helping.register(session, desk.officers[Role.ADMIN], desk.office_id, **values, at=MONDAY)  # type: ignore[arg-type]


def test_whatsapp_may_give_an_id_instead_of_a_number(desk: Desk) -> None:
    assert register(desk, "ID.4566abc").phone == "ID.4566abc"


def test_only_who_keeps_the_list_changes_it(desk: Desk) -> None:
    helper = register(desk)
    for role in (Role.COUNTER, Role.PROVINCE):
        with pytest.raises(Refused, match="refused-role"):
            register(desk, role=role)
    with pytest.raises(NotFound), desk.database.writing() as session:
        helping.remove(session, desk.officers[Role.SUPERVISOR], helper.id + 1, MONDAY)
    with desk.database.writing() as session:
        helping.remove(session, desk.officers[Role.SUPERVISOR], helper.id, MONDAY)
    with desk.database.reading() as session:
        assert session.exec(select(Helper)).all() == []
        actions = session.exec(select(AuditEntry.action).order_by(col(AuditEntry.id))).all()
        assert actions == ["helper_registered", "helper_removed"]


def test_neither_telephone_nor_card_can_be_read_from_a_filing(desk: Desk) -> None:
    flags(desk, CARDS[0])
    with desk.database.reading() as session:
        row = session.exec(select(Filing)).one()
    assert len(row.phone_index) == len(row.family_index) == 16
