"""The register as a port, proven by having two: the table at hand, and the centre's data service."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from registry.database import Database
from registry.demo.population import RINA, RINAS_KK, population
from registry.places.regions import load_regions
from registry.population.claims import Claim, Register, Verdict, claim_of
from registry.residents import LocalTable, enrol
from tests.centre import Centre
from tests.registry.desk import SERVICES

TRUE = {"name": "Rina Contoh", "birth_date": "1990-06-05", "kk_number": RINAS_KK}


@pytest.fixture(params=["local table", "data service"])
def register(request: pytest.FixtureRequest, database: Database, centre: Centre) -> Iterator[Register]:
    if request.param == "data service":
        yield centre.client()
        return
    with database.writing() as session:
        enrol(session, population(load_regions(), families=1))
    with database.reading() as session:
        yield LocalTable(session)


def test_what_agrees_is_the_same(register: Register) -> None:
    assert register.verify(Claim(RINA, TRUE)) == Verdict(True, dict.fromkeys(TRUE, True))


def test_capitals_and_blanks_in_a_name_make_no_difference(register: Register) -> None:
    assert register.verify(Claim(RINA, {"name": " RINA  contoh"})).flags == []


@pytest.mark.parametrize(
    ("kind", "said", "flag"),
    [
        ("name", "Rina Contoh Sari", "name-differs"),
        ("birth_date", "1990-05-06", "birth-date-differs"),
        ("kk_number", "6471041203160000", "kk-differs"),
    ],
)
def test_what_differs_is_told_and_nothing_else(register: Register, kind: str, said: str, flag: str) -> None:
    verdict = register.verify(Claim(RINA, TRUE | {kind: said}))
    assert (verdict.same, verdict.flags) == (dict.fromkeys(TRUE, True) | {kind: False}, [flag])


def test_only_what_was_answered_is_compared(register: Register) -> None:
    assert register.verify(Claim(RINA, {"name": "Rina Contoh"})).same == {"name": True}


def test_a_number_that_nobody_has_is_not_found(register: Register) -> None:
    verdict = register.verify(Claim("6471044506910000", TRUE))
    assert (verdict, verdict.flags) == (Verdict(False), ["nik-unknown"])


def test_a_number_alone_may_be_asked_for(register: Register) -> None:
    assert register.verify(Claim(RINA, {})) == Verdict(True)


def test_a_childs_name_is_not_claimed_of_its_parent() -> None:
    answers = {"nik": RINA, "child_name": "Bima Contoh", "birth_date": "2026-11-12"}
    claim = claim_of(SERVICES["AKL"], answers)
    assert claim == Claim(RINA, {})


def test_without_a_number_nothing_is_claimed() -> None:
    assert claim_of(SERVICES["KK-HR"], {"nik": "", "name": "Rina Contoh"}) is None


def test_a_claim_shows_nobody() -> None:
    assert RINA not in repr(Claim(RINA, TRUE))
