"""How a document leaves: to whom, after what answer, by which link, and for how long."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from registry.actors import NotFound
from registry.issuing import documents, download_links, release
from registry.issuing.download_links import TRIES, PinNeeded, WrongPin, open_link
from registry.issuing.release import Fact
from registry.lifecycle import Refused, Role
from registry.links import CARRIER_FETCHES, Gone
from registry.models import Contact, DownloadLink, Event, EventKind
from registry.vault import Vault
from tests.registry.desk import MONDAY, Desk
from tests.registry.issuing_office import BIRTH, BOTH, KK, IssuingOffice, furnish_issuing

RINA_BORN = date(1990, 6, 5)
NEVER = date(1970, 1, 1)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def database_url(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(f"{getattr(request, 'param', 'sqlite')}_url"))


@pytest.fixture
def office(desk: Desk, tmp_path: Path, vault: Vault) -> IssuingOffice:
    return furnish_issuing(desk, tmp_path / "objects", vault)


@pytest.fixture
def document_id(office: IssuingOffice) -> int:
    return office.passed_on()


def answer(office: IssuingOffice, document_id: int, day: date, contact: Contact | None = None) -> Fact:
    with office.desk.database.writing() as session:
        return release.check_fact(session, document_id, contact or office.contact(), day, MONDAY)


def left(office: IssuingOffice, document_id: int) -> int:
    with office.desk.database.reading() as session:
        return release.tries_left(session, document_id)


def changed(office: IssuingOffice, at: datetime) -> Contact:
    contact = office.contact()
    contact.identity_changed_at = at
    return contact


def stranger(office: IssuingOffice) -> Contact:
    with office.desk.database.writing() as session:
        mine = session.get_one(Contact, office.front.contact_id)
        other = Contact(sender_id=mine.sender_id, channel=mine.channel, address="628110000008", address_index=b"8")
        session.add(other)
        session.flush()
        return other


def links(office: IssuingOffice, document_id: int) -> tuple[str, str]:
    with office.desk.database.writing() as session:
        return download_links.for_citizen(session, document_id, MONDAY)


def carriers(office: IssuingOffice, document_id: int) -> str:
    with office.desk.database.writing() as session:
        return download_links.for_carrier(session, document_id, MONDAY)


def opened(office: IssuingOffice, token: str, pin: str | None = None, at: datetime = MONDAY) -> str:
    return open_link(office.desk.database, token, pin, at)


@pytest.mark.parametrize(
    ("service", "answers", "fact"),
    [
        ("KK-HR", KK, RINA_BORN),
        ("KK-HR", KK | {"nik": "6471044606900000"}, date(1990, 6, 6)),  # not in the register: the digits tell
        ("AKL", BIRTH, date(2026, 11, 12)),
    ],
)
def test_the_birth_date_of_the_person_named_opens_it(
    office: IssuingOffice, service: str, answers: dict[str, object], fact: date
) -> None:
    document_id = office.passed_on(service, answers)
    assert answer(office, document_id, NEVER) is Fact.WRONG
    assert answer(office, document_id, fact) is Fact.RIGHT


def test_the_register_knows_better_than_the_digits(office: IssuingOffice) -> None:
    document_id = office.passed_on(answers=KK | {"nik": office.corrected_birth_date(date(1990, 6, 7))})
    assert answer(office, document_id, RINA_BORN) is Fact.WRONG
    assert answer(office, document_id, date(1990, 6, 7)) is Fact.RIGHT


@pytest.mark.parametrize("answers", [KK | {"nik": ""}, KK | {"nik": "6471049906900000"}])
def test_without_any_fact_only_an_officer_helps(office: IssuingOffice, answers: dict[str, object]) -> None:
    assert answer(office, office.passed_on(answers=answers), RINA_BORN) is Fact.LOCKED


@BOTH
def test_five_wrong_answers_lock_even_the_right_one(office: IssuingOffice, document_id: int) -> None:
    facts = [answer(office, document_id, NEVER) for _ in range(TRIES)]
    assert facts == [Fact.WRONG] * 4 + [Fact.LOCKED]
    assert answer(office, document_id, RINA_BORN) is Fact.LOCKED
    assert left(office, document_id) == 0


def test_the_tries_left_are_told(office: IssuingOffice, document_id: int) -> None:
    answer(office, document_id, NEVER)
    assert left(office, document_id) == TRIES - 1


def test_a_right_answer_forgives_the_wrong_ones(office: IssuingOffice, document_id: int) -> None:
    answer(office, document_id, NEVER)
    answer(office, document_id, RINA_BORN)
    assert left(office, document_id) == TRIES


@BOTH
def test_another_contact_is_not_even_told_that_it_exists(office: IssuingOffice, document_id: int) -> None:
    with pytest.raises(NotFound):
        answer(office, document_id, RINA_BORN, stranger(office))


@pytest.mark.parametrize(("days", "fact"), [(-1, Fact.RIGHT), (0, Fact.LOCKED), (1, Fact.LOCKED)])
def test_a_number_with_a_new_owner_needs_an_officer(
    office: IssuingOffice, document_id: int, days: int, fact: Fact
) -> None:
    contact = changed(office, MONDAY + timedelta(days=days))
    assert answer(office, document_id, RINA_BORN, contact) is fact
    with office.desk.database.reading() as session:
        assert release.may_release(session, document_id, contact) is (fact is Fact.RIGHT)


def test_only_its_own_contact_may_have_it(office: IssuingOffice, document_id: int) -> None:
    with office.desk.database.reading() as session:
        assert release.may_release(session, document_id, office.contact())
    other = stranger(office)
    with office.desk.database.reading() as session:
        assert not release.may_release(session, document_id, other)


def test_an_unsigned_document_is_not_handed_out(office: IssuingOffice) -> None:
    document_id = office.document()
    for attempt in (links, carriers, lambda office, document_id: answer(office, document_id, RINA_BORN)):
        with pytest.raises(Refused):
            attempt(office, document_id)


@BOTH
def test_the_kode_ambil_opens_the_link(office: IssuingOffice, document_id: int) -> None:
    token, pin = links(office, document_id)
    assert opened(office, token, f" {pin} ") == office.read(document_id).object_key
    assert office.read(document_id).released_at == MONDAY
    assert "document_released" in office.deeds()


@BOTH
def test_token_and_kode_ambil_are_long_enough_and_kept_unreadable(office: IssuingOffice, document_id: int) -> None:
    token, pin = links(office, document_id)
    assert len(token) >= 22
    assert len(pin) == 6
    assert pin.isdecimal()
    with office.desk.database.reading() as session:
        kept = repr(session.exec(select(DownloadLink)).one().model_dump())
    assert token not in kept
    assert pin not in kept


def test_without_the_kode_ambil_nothing_opens_and_nothing_is_counted(office: IssuingOffice, document_id: int) -> None:
    token, pin = links(office, document_id)
    for _ in range(30):
        with pytest.raises(PinNeeded):
            opened(office, token)
    assert opened(office, token, pin)


@BOTH
def test_five_wrong_codes_end_a_link(office: IssuingOffice, document_id: int) -> None:
    token, pin = links(office, document_id)
    wrong = f"{(int(pin) + 1) % 1_000_000:06}"
    told = []
    for _ in range(TRIES):
        with pytest.raises(WrongPin) as refusal:
            opened(office, token, wrong)
        told.append(refusal.value.tries_left)
    assert told == [4, 3, 2, 1, 0]
    with pytest.raises(Gone):
        opened(office, token, pin)


def test_a_kode_ambil_fits_its_own_link_only(office: IssuingOffice, document_id: int) -> None:
    (first, _), (_, pin) = links(office, document_id), links(office, document_id)
    with pytest.raises(WrongPin):
        opened(office, first, pin)


@BOTH
def test_the_carrier_fetches_a_few_times(office: IssuingOffice, document_id: int) -> None:
    token = carriers(office, document_id)
    for _ in range(CARRIER_FETCHES):
        assert opened(office, token)
    with pytest.raises(Gone):
        opened(office, token)


@pytest.mark.parametrize(("minutes", "alive"), [(9, True), (10, False), (60, False)])
def test_the_carriers_link_lives_ten_minutes(
    office: IssuingOffice, document_id: int, minutes: int, alive: bool
) -> None:
    token = carriers(office, document_id)
    if alive:
        assert opened(office, token, at=MONDAY + minutes * MINUTE)
    else:
        with pytest.raises(Gone):
            opened(office, token, at=MONDAY + minutes * MINUTE)


def test_a_citizens_link_lives_seven_days(office: IssuingOffice, document_id: int) -> None:
    token, pin = links(office, document_id)
    assert opened(office, token, pin, MONDAY + timedelta(days=7) - MINUTE)
    with pytest.raises(Gone):
        opened(office, token, pin, MONDAY + timedelta(days=7))


@pytest.mark.parametrize("token", ["", "x", "K7Q2M9XR4TK7Q2M9XR4TKA", "../etc/passwd", "\0"])
def test_an_unknown_token_is_not_found(office: IssuingOffice, token: str) -> None:
    with pytest.raises(NotFound):
        opened(office, token)


@pytest.mark.parametrize(("use_case", "role"), [("revoke", Role.SUPERVISOR), ("supersede", Role.COUNTER)])
def test_links_to_a_withdrawn_document_are_gone(
    office: IssuingOffice, document_id: int, use_case: str, role: Role
) -> None:
    (token, pin), carrier = links(office, document_id), carriers(office, document_id)
    with office.desk.database.writing() as session:
        why = ["Nama salah."] if use_case == "revoke" else []
        getattr(documents, use_case)(session, office.front.officers[role], document_id, *why, MONDAY)
    for link in (token, carrier):
        with pytest.raises(Gone):
            opened(office, link, pin)
    with pytest.raises(Refused):
        carriers(office, document_id)


def test_whom_a_document_is_for(office: IssuingOffice) -> None:
    with office.desk.database.reading() as session:
        assert release.person_named(session, office.passed_on("AKL", BIRTH)) == "Bima Contoh"


@BOTH
def test_who_takes_it_by_the_link_is_asked_how_it_was_an_hour_later(office: IssuingOffice, document_id: int) -> None:
    token, pin = links(office, document_id)
    for hours in (5, 6):  # only the first time
        opened(office, token, pin, MONDAY + timedelta(hours=hours))
    with office.desk.database.reading() as session:
        timers = session.exec(select(Event).where(Event.kind == EventKind.TIMER)).all()
    due = [each.due_at for each in timers if each.body.get("name") == "rating"]
    assert due.count(MONDAY + timedelta(hours=6)) == 1 and MONDAY + timedelta(hours=7) not in due
