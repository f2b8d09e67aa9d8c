"""A service without its sentences is a start-up error that names them; with them it needs no Python."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.completeness import missing_texts
from bot.flows.book import flow_book
from bot.wording import TEXTS, Wording
from registry.catalogue import Catalogue, load

FOURTH = """
code = "NIK-KONSOL"
group = "other"
legal = ["PP 40/2019 Pasal 30"]
sla_hours = 24
[[wish]]
words = ["nik", "tidak ditemukan"]
[[question]]
key = "nik"
kind = "nik"
[[question]]
key = "rejected_by"
kind = "text"
[[paper]]
key = "ktp"
"""
SENTENCES = """
service-NIK-KONSOL = NIK tidak ditemukan
short-NIK-KONSOL = NIK
ask-rejected_by = Ditolak di mana?
row-rejected_by = Ditolak di: { $value }
label-rejected_by = Ditolak di
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    (tmp_path / "nik_konsol.toml").write_text(FOURTH)
    return load(tmp_path)


def test_every_sentence_that_is_missing_is_named(catalogue: Catalogue) -> None:
    missing = missing_texts(catalogue, Wording())
    assert "NIK-KONSOL: ask-rejected_by is not in bot/texts/en.ftl" in missing
    assert len(missing) == 2 * len(SENTENCES.strip().splitlines())


def test_a_fourth_service_is_a_file_and_its_sentences(catalogue: Catalogue, tmp_path: Path) -> None:
    texts = shutil.copytree(TEXTS, tmp_path / "texts")
    for language in ("id", "en"):
        (texts / f"{language}-more.ftl").write_text(SENTENCES)
    assert missing_texts(catalogue, Wording(texts)) == []
    assert [step.key for step in flow_book(catalogue)["application:NIK-KONSOL"].steps] == [
        "office", "nik", "rejected_by", "paper:ktp", "papers", "sent",
    ]  # fmt: skip


def test_the_services_shipped_lack_nothing() -> None:
    assert missing_texts(load(), Wording()) == []
