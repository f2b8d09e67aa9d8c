"""What each document says."""

from dataclasses import replace
from datetime import date

import pytest

from registry.issuing.content import CONTENT, FamilyCard
from tests.registry.issuing.documents import BIRTH, FAMILY, LETTERHEAD, RECEIPT, member


def test_every_template_has_its_content() -> None:
    assert {kind.template for kind in (type(FAMILY), type(BIRTH), type(RECEIPT))} == set(CONTENT)


def test_a_family_card_fills_empty_entries_with_a_dash() -> None:
    row = member(married_on=None, passport="").as_data()
    assert (row["married_on"], row["passport"], row["born_on"]) == ("-", "-", "05-06-1990")


def test_a_family_card_refuses_an_eleventh_member() -> None:
    with pytest.raises(ValueError, match="10 rows"):
        replace(FAMILY, members=FAMILY.members[:1] * (FamilyCard.most_members + 1)).as_data()


def test_a_birth_excerpt_writes_its_dates_in_words() -> None:
    data = replace(BIRTH, born_on=date(2026, 11, 25)).as_data()
    assert data["born_on"] == {
        "id": "dua puluh lima November tahun dua ribu dua puluh enam",
        "en": "the twenty-fifth of November two thousand and twenty-six",
    }


def test_a_receipt_is_dated_in_indonesian() -> None:
    assert RECEIPT.as_data()["received_on"] == "25 November 2026"


def test_no_name_shows_in_a_repr() -> None:
    assert not any("Contoh" in repr(content) for content in (FAMILY, FAMILY.members[0], BIRTH, RECEIPT))
    assert LETTERHEAD.regency == "Kota Balikpapan"
