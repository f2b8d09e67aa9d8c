"""The register: found by number, compared with what a citizen wrote."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import text
from sqlmodel import Session

from registry.database import Database
from registry.demo.population import RINA, RINAS_KK, population
from registry.models import Office
from registry.places.regions import load_regions
from registry.residents import compare, enrol, family, find_by_nik
from tests.registry.desk import SERVICES

PEOPLE = population(load_regions(), families=1)
OFFICE = Office(code="BPP", name="Disdukcapil", region="64.71", timezone="Asia/Makassar", hours={}, address="")
TRUE = {"nik": RINA, "kk_number": RINAS_KK, "name": "rina  CONTOH"}


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.writing() as opened:
        enrol(opened, PEOPLE)
    with database.reading() as opened:
        yield opened


def test_a_person_is_found_whole(session: Session) -> None:
    assert find_by_nik(session, RINA) == next(person for person in PEOPLE if person.nik == RINA)


def test_an_unknown_number_finds_nobody(session: Session) -> None:
    assert find_by_nik(session, RINAS_KK) is None
    assert family(session, RINA) == []


def test_a_family_comes_in_the_order_of_its_card(session: Session) -> None:
    assert family(session, RINAS_KK) == [person for person in PEOPLE if person.kk_number == RINAS_KK]


def test_nothing_of_a_person_is_readable_in_the_database(session: Session) -> None:
    for row in session.connection().execute(text("SELECT nik_index, kk_index, data FROM resident")):
        assert not any(RINA.encode() in bytes(value) or b"Contoh" in bytes(value) for value in row)


@pytest.mark.parametrize(
    ("changes", "warnings"),
    [
        ({}, []),
        ({"kk_number": ""}, []),
        ({"name": "Rina Contoh Sari"}, ["name-differs"]),
        ({"kk_number": "6471041203160000"}, ["kk-differs"]),
        ({"nik": "6471044506910000"}, ["nik-unknown"]),
        ({"name": "Sari", "kk_number": "6471041203160000"}, ["name-differs", "kk-differs"]),
        ({"nik": ""}, []),
    ],
)
def test_what_differs_is_a_warning(session: Session, changes: dict[str, str], warnings: list[str]) -> None:
    assert compare(session, OFFICE, SERVICES["KK-HR"], TRUE | changes, official=False) == warnings


def test_a_childs_name_and_birth_date_are_not_the_parents(session: Session) -> None:
    answers = {"nik": RINA, "child_name": "Bima Contoh", "birth_date": "2026-11-12"}
    assert compare(session, OFFICE, SERVICES["AKL"], answers, official=False) == []


def test_a_sample_number_is_flagged_where_issuing_is_official(session: Session) -> None:
    assert compare(session, OFFICE, SERVICES["KK-HR"], TRUE, official=True) == ["sample-nik"]
    assert "sample-nik" not in compare(session, OFFICE, SERVICES["KK-HR"], {"nik": "6471044506900001"}, official=True)
