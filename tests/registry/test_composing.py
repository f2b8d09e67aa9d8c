"""What a case, the register and the office give a template to print."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from registry.demo.population import RINA, RINAS_KK, YOUTH
from registry.issuing.composing import Sources, compose
from registry.issuing.content import BirthExcerpt, FamilyCard, PapersReceipt
from registry.lifecycle import Refused
from registry.models import Case, Office
from registry.residents import HEAD, enrol
from registry.vault import Vault
from tests.registry.desk import MONDAY, Desk
from tests.registry.issuing_office import BIRTH, KK, REGIONS, RESIDENTS, IssuingOffice, PlainWords, furnish_issuing


@pytest.fixture
def database_url(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(f"{getattr(request, 'param', 'sqlite')}_url"))


@pytest.fixture
def office(desk: Desk, tmp_path: Path, vault: Vault) -> IssuingOffice:
    return furnish_issuing(desk, tmp_path / "objects", vault)


def printed(office: IssuingOffice, template: str, answers: dict[str, Any], **settings: str) -> Any:
    case_id = office.front.open()
    with office.desk.database.writing() as session:
        case = session.get_one(Case, case_id)
        case.answers = answers
        row = session.get_one(Office, case.office_id)
        for name, value in settings.items():
            setattr(row, name, value)
        return compose(template, Sources(session, case, row, REGIONS, PlainWords(), MONDAY, sample=True))


def missing(office: IssuingOffice, template: str, answers: dict[str, Any]) -> object:
    with pytest.raises(Refused) as refused:
        printed(office, template, answers)
    assert refused.value.reason == "refused-no-register-data"
    return refused.value.args_shown["missing"]


def test_a_family_card_names_the_whole_family(office: IssuingOffice) -> None:
    card: FamilyCard = printed(office, "kartu_keluarga", KK)
    assert (card.number, card.head) == (RINAS_KK, "Arif Contoh")
    assert (card.village, card.district) == ("Karang Rejo", "Balikpapan Tengah")
    assert [member.name for member in card.members] == ["Arif Contoh", "Rina Contoh", "Nisa Contoh", "Bayu Contoh"]
    assert [member.sex for member in card.members[:2]] == ["Laki-laki", "Perempuan"]
    assert card.letterhead.regency == "Kota Balikpapan"


def test_the_kk_number_of_the_register_counts_not_the_one_remembered(office: IssuingOffice) -> None:
    assert printed(office, "kartu_keluarga", KK | {"kk_number": "6471041203160000"}).number == RINAS_KK


def test_a_birth_excerpt_names_both_parents(office: IssuingOffice) -> None:
    excerpt: BirthExcerpt = printed(office, "kutipan_akta_kelahiran", BIRTH)
    assert (excerpt.father, excerpt.mother, excerpt.birth_order, excerpt.male) == (
        "Arif Contoh",
        "Rina Contoh",
        3,
        True,
    )
    assert (excerpt.nik, excerpt.number) == ("6471041211260000", "6471-LU-23112026-0000")


def test_a_girls_sample_number_holds_her_day_and_forty(office: IssuingOffice) -> None:
    assert printed(office, "kutipan_akta_kelahiran", BIRTH | {"sex": "female"}).nik == "6471045211260000"


def test_a_registered_child_keeps_its_number(office: IssuingOffice) -> None:
    known = {"child_name": "Nisa contoh", "birth_date": "2016-08-09", "sex": "female"}
    excerpt = printed(office, "kutipan_akta_kelahiran", BIRTH | known)
    assert excerpt.nik == next(person.nik for person in RESIDENTS if person.name == "Nisa Contoh")


def alone(office: IssuingOffice, sex: str) -> dict[str, Any]:
    rina = next(person for person in RESIDENTS if person.nik == RINA)
    nik = "6471044606900000"
    with office.desk.database.writing() as session:
        enrol(session, [replace(rina, nik=nik, kk_number="6471041303150000", relation=HEAD, sex=sex)])
    return BIRTH | {"nik": nik}


def test_a_child_of_a_mother_alone_has_no_father_entered(office: IssuingOffice) -> None:
    excerpt = printed(office, "kutipan_akta_kelahiran", alone(office, "female"))
    assert (excerpt.father, excerpt.mother) == (None, "Rina Contoh")


def test_without_a_mother_in_the_register_nothing_is_printed(office: IssuingOffice) -> None:
    assert missing(office, "kutipan_akta_kelahiran", alone(office, "male")) == "mother"


@pytest.mark.parametrize(
    ("template", "answers", "what"),
    [
        ("kartu_keluarga", KK | {"nik": "6471044506910000"}, "nik"),
        ("kartu_keluarga", KK | {"nik": ""}, "nik"),
        ("kartu_keluarga", KK | {"nik": YOUTH}, "nik"),
        ("kutipan_akta_kelahiran", BIRTH | {"nik": "6471044506910000"}, "nik"),
        ("kutipan_akta_kelahiran", KK, "birth_date"),
        ("tanda_terima_surat", {"nik": YOUTH}, "nik"),
    ],
)
def test_what_is_missing_is_named(office: IssuingOffice, template: str, answers: dict[str, Any], what: str) -> None:
    assert missing(office, template, answers) == what


def test_an_office_without_a_signatory_issues_nothing(office: IssuingOffice) -> None:
    with pytest.raises(Refused, match="refused-no-signatory"):
        printed(office, "kartu_keluarga", KK, signatory_nip="")


def test_a_receipt_lists_the_papers_and_the_promise(office: IssuingOffice) -> None:
    receipt: PapersReceipt = printed(office, "tanda_terima_surat", KK)
    assert (receipt.applicant, receipt.service) == ("Rina Contoh", "service KK-HR")
    assert (receipt.papers, receipt.promised) == (("paper police_letter", "paper ktp"), "2026-11-26")


def test_a_receipt_shows_the_name_that_was_written_not_whose_number_it_is(office: IssuingOffice) -> None:
    assert printed(office, "tanda_terima_surat", KK | {"name": "Orang Lain"}).applicant == "Orang Lain"


def test_a_receipt_waits_for_a_promise(office: IssuingOffice) -> None:
    case_id = office.front.open(papers={"ktp": [office.front.new_upload()], "police_letter": None})
    with office.desk.database.writing() as session:
        case = session.get_one(Case, case_id)
        sources = Sources(session, case, session.get_one(Office, case.office_id), REGIONS, PlainWords(), MONDAY, True)
        with pytest.raises(Refused, match="refused-no-register-data"):
            compose("tanda_terima_surat", sources)
