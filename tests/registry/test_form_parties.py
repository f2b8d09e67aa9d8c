"""Who files a request for somebody else is never taken for the person it is about, nor that person for them."""

from __future__ import annotations

from typing import Any

import pytest

from registry.demo.population import RINA, RINAS_KK
from registry.desk.searching import first_given
from registry.forms.facts import movers
from registry.forms.parties import applicant, giver
from registry.forms.request import Request
from registry.residents import Person
from registry.uploads.fit import given_numbers
from tests.registry.test_form_filling import (
    CHILDREN,
    HUSBAND,
    KK,
    RINA_HERSELF,
    SERVICES,
    filled,
    lines,
    request,
)

SITI = {"applicant_name": "Siti Contoh", "applicant_nik": "6471045507850000"}
DEAD = {"deceased_name": "Budi Contoh", "deceased_nik": "6471041506500000", "kk_number": "6471041203150000"}
FAMILY = [RINA_HERSELF, HUSBAND, *CHILDREN]


def of(service: str, answers: dict[str, Any], **register: list[Person]) -> Request:
    asked = request(service, answers, register=False)
    return Request(asked.service, answers, asked.office, asked.on, register=register)


def test_an_authority_letter_names_who_gives_and_who_receives_it() -> None:
    form = filled("F-1.07", request("KTP-H", KK | SITI | {"for_whom": "other"}, register=False))
    given, taken = ([(row[0], row[1]) for row in block.rows[:2]] for block in form.blocks[:2])
    assert given == [("Nama lengkap", "Rina Contoh"), ("NIK", RINA)]
    assert taken == [("Nama lengkap", "Siti Contoh"), ("NIK", "6471045507850000")]
    assert [name for _, name, _ in form.signatures] == ["Siti Contoh", "Rina Contoh"]


@pytest.mark.parametrize(
    ("service", "answers", "name", "nik"),
    [
        ("AKM", DEAD | {"reporter": "other", "heir_name": "Dewi Contoh", "heir_nik": "1"}, "Dewi Contoh", "1"),
        ("AKL", {"nik": RINA, "parent": "no", "guardian_name": "Rina Contoh", "child_name": "X"}, "Rina Contoh", RINA),
        ("NAMA", {"nik": "2", "name": "X", "guardian_name": "Dewi Contoh", "guardian_nik": "1"}, "Dewi Contoh", "1"),
        ("AKW", {"husband_name": "Andi Contoh", "husband_nik": "3", "for_whom": "other"}, "Andi Contoh", "3"),
    ],
)
def test_neither_the_dead_nor_a_child_gives_an_authority(
    service: str, answers: dict[str, Any], name: str, nik: str
) -> None:
    assert giver(of(service, answers)) == {"name": name, "nik": nik}


def test_the_reporter_of_a_death_is_not_on_the_dead_persons_card() -> None:
    written = lines(filled("F-2.01", request("AKM", DEAD | SITI | {"reporter": "rt"}, register=False)))
    assert (written["Nomor Kartu Keluarga"], written["Hubungan"]) == ("", "reporter: rt")
    assert applicant(of("AKM", DEAD | SITI | {"reporter": "rt"})) == {"name": "Siti Contoh", "nik": "6471045507850000"}


def test_who_is_on_the_same_card_is_found_there_by_name() -> None:
    asked = KK | {"for_whom": "same_kk", "applicant_name": HUSBAND.name.upper(), "kk_number": RINAS_KK}
    known = applicant(of("KTP-H", asked, nik=FAMILY))
    assert (known["nik"], known["kk_number"]) == (HUSBAND.nik, RINAS_KK)


@pytest.mark.parametrize("who", [{"for_whom": "other"}, {"for_whom": "same_kk"}, {"parent": "no"}, {"reporter": "rt"}])
def test_where_it_was_never_asked_nobody_stands_for_who_files(who: dict[str, str]) -> None:
    assert applicant(of("KTP-H", KK | who, nik=FAMILY)) == {}


def test_a_couple_reports_its_own_marriage() -> None:
    couple = {"husband_name": "Andi", "husband_nik": "3", "wife_name": "Dewi", "wife_nik": "4", "for_whom": "self"}
    assert applicant(of("AKW", couple)) == {"name": "Andi / Dewi", "nik": "3 / 4"}


def test_the_name_on_a_certificate_of_death_is_not_the_reporters() -> None:
    asked = {"which_certificate": "death", "for_whom": "self", "name": "Budi Contoh", "nik": RINA}
    assert applicant(of("KUT2", asked)) == {"nik": RINA}
    assert applicant(of("KUT2", asked, nik=FAMILY))["name"] == RINA_HERSELF.name


def test_a_known_helper_does_not_move_for_somebody_unknown() -> None:
    asked = of("PINDAH", KK | SITI | {"movers": "family", "for_whom": "other"}, applicant_nik=FAMILY)
    assert movers(asked) == []


def test_a_helpers_number_neither_finds_the_case_nor_fits_its_papers() -> None:
    answers = DEAD | SITI | {"deceased_nik": "", "reporter": "other"}
    assert first_given(SERVICES["AKM"], answers, "nik") is None
    assert given_numbers(SERVICES["AKM"], answers)["nik"] == frozenset()
    assert SERVICES["AKM"].person_named(SITI) == ""
