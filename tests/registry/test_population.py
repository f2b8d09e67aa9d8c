"""The made-up residents: plausible, complete, and nobody real."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

import pytest

from registry.demo.population import AS_OF, OFFICES, RINA, RINAS_KK, YOUTH, population
from registry.nik import KkNumber, Nik
from registry.places.regions import load_regions
from registry.residents import HEAD, Person

REGIONS = load_regions()
PEOPLE = population(REGIONS)
FAMILIES = [list(members) for _, members in groupby(PEOPLE, lambda person: person.kk_number)]


def years(earlier: Person, later: Person) -> float:
    return (later.born_on - earlier.born_on).days / 365.25


def test_they_are_the_same_every_time() -> None:
    assert population(REGIONS) == PEOPLE


def test_no_number_is_given_twice() -> None:
    assert len({person.nik for person in PEOPLE}) == len(PEOPLE)
    assert len({family[0].kk_number for family in FAMILIES}) == len(FAMILIES)


def test_a_nik_holds_kecamatan_birth_date_and_sex() -> None:
    for person in PEOPLE:
        nik = Nik(person.nik)
        assert (nik.region, nik.birth_date(AS_OF), nik.sex) == (person.village[:8], person.born_on, person.sex)
        assert nik.is_sample


@pytest.mark.parametrize("office", OFFICES)
def test_each_office_has_thirty_families_or_more(office: str) -> None:
    assert sum(family[0].village.startswith(office) for family in FAMILIES) >= 30


def test_a_family_hangs_together() -> None:
    for head, *others in FAMILIES:
        assert 1 <= len(others) <= 6
        assert head.relation == HEAD
        assert HEAD not in {person.relation for person in others}
        assert {(person.village, person.address, person.rt, person.rw) for person in others} == {
            (head.village, head.address, head.rt, head.rw)
        }


def test_a_kk_number_holds_kecamatan_and_a_date_of_recording() -> None:
    for head, *_ in FAMILIES:
        number = KkNumber(head.kk_number)
        assert number.is_sample
        assert number.region == head.village[:8]
        assert (number.recorded_on(AS_OF) or head.born_on) > head.born_on


def test_brides_and_grooms_are_grown_up() -> None:
    for person in PEOPLE:
        assert person.born_on < AS_OF
        assert not person.married_on or 19 <= (person.married_on - person.born_on).days / 365.25 <= 33


def test_children_bear_the_name_of_a_mother_of_fitting_age() -> None:
    for family in FAMILIES:
        mothers = {person.name: person for person in family if person.relation != "Anak"}
        for child in (person for person in family if person.relation == "Anak"):
            assert 18 <= years(mothers[child.mother], child) <= 44


def test_some_mothers_head_a_family_and_some_grandmothers_live_with_one() -> None:
    kinds = Counter((person.relation, person.marital_status) for person in PEOPLE)
    assert kinds[HEAD, "Cerai Mati"] and kinds["Orang Tua", "Cerai Mati"]


def test_rina_lives_in_karang_rejo_with_husband_and_two_children() -> None:
    family = [person for person in PEOPLE if person.kk_number == RINAS_KK]
    assert [person.relation for person in family] == [HEAD, "Istri", "Anak", "Anak"]
    assert (family[1].nik, family[1].name) == (RINA, "Rina Contoh")
    assert REGIONS.full_name(REGIONS[family[1].village]) == "Karang Rejo, Balikpapan Tengah"


def test_a_seventeen_year_old_waits_for_her_first_card_in_masigit() -> None:
    youth = next(person for person in PEOPLE if person.nik == YOUTH)
    assert (AS_OF - youth.born_on).days // 365.25 == 17
    assert REGIONS.full_name(REGIONS[youth.village]) == "Masigit, Jombang"
