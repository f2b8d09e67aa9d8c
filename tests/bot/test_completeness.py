"""A service without its sentences is a start-up error that names them; with them it needs no Python."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from bot.completeness import long_titles, missing_texts
from bot.flows.book import flow_book
from bot.forms import forms
from bot.wording import SERVICE_TEXTS, Wording
from registry.catalogue import Catalogue, load

FOURTH = """
code = "LEGAL-ISIR"
group = "nik"
legal = ["Permendagri 104/2019 Pasal 19"]
who = { id = "pemilik", en = "the holder" }
sla_hours = 24
[[wish]]
words = ["legalisir"]
[[question]]
key = "nik"
kind = "nik"
[[question]]
key = "rejected_by"
kind = "text"
[[paper]]
key = "ktp"
reads = ["NIK"]
"""
SENTENCES = """
service-LEGAL-ISIR = Legalisir
ask-rejected_by = Ditolak di mana?
label-rejected_by = Ditolak di
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    (tmp_path / "legal_isir.toml").write_text(FOURTH)
    return load(tmp_path, tmp_path / "offices")


def test_every_sentence_that_is_missing_is_named(catalogue: Catalogue) -> None:
    missing = missing_texts(catalogue, Wording())
    assert "legal_isir.toml:13: ask-rejected_by is not in registry/services/texts/en.ftl" in missing
    assert len(missing) == 2 * len(SENTENCES.strip().splitlines())


def test_a_fourth_service_is_a_file_and_its_sentences(catalogue: Catalogue, tmp_path: Path) -> None:
    texts = shutil.copytree(SERVICE_TEXTS, tmp_path / "texts")
    for language in ("id", "en"):
        (texts / f"{language}-more.ftl").write_text(SENTENCES)
    assert missing_texts(catalogue, Wording(services=texts)) == []
    assert [step.key for step in flow_book(catalogue)["application:LEGAL-ISIR"].steps] == [
        "office", "nik", "rejected_by", "paper:ktp", "papers", "sent",
    ]  # fmt: skip


def test_the_services_shipped_lack_nothing() -> None:
    assert missing_texts(load(), Wording()) == long_titles(load(), Wording()) == []


def test_a_choice_that_fits_on_no_button_is_named(tmp_path: Path) -> None:
    texts = shutil.copytree(SERVICE_TEXTS, tmp_path / "texts")
    english = texts / "en.ftl"
    english.write_text(
        english.read_text().replace("option-reason-lost = Lost", "option-reason-lost = Lost, nowhere to be found")
    )
    (fault, *_) = long_titles(load(), Wording(services=texts))
    assert re.fullmatch(r"\S+\.toml:\d+: option-reason-lost has 25 characters in \S+/en\.ftl, at most 20", fault)


def test_every_form_of_the_chat_is_taken_by_the_carrier() -> None:
    for form in forms(load(), Wording()):
        form.check()
