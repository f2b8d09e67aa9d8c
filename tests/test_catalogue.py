"""The services are read whole, and every contradiction in them is named before anything starts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from registry.catalogue import CatalogueError, load

SOUND = """
code = "KK-HR"
group = "kk"
legal = ["Perpres 96/2018 Pasal 12"]
sla_hours = 24
compact = ["nik"]

[[wish]]
words = ["kk", "hilang"]

[[question]]
key = "reason"
kind = "choice"
options = ["lost", "damaged"]

[[question]]
key = "nik"
kind = "nik"

[[paper]]
key = "police_letter"
when = { reason = "lost" }
"""
NOTHING = '[[document]]\nkind = "pdf"\ntemplate = "nothing"\n'


def fault(folder: Path, old: str, new: str) -> str:
    assert old in SOUND
    (folder / "kk.toml").write_text(SOUND.replace(old, new, 1), "utf-8")
    with pytest.raises(CatalogueError) as error:
        load(folder, folder / "offices")
    return str(error.value)


def test_our_own_services_are_sound() -> None:
    assert {"KK-HR", "AKL", "KTP-BARU"} <= set(load())


def test_a_sound_service_is_read(tmp_path: Path) -> None:
    (tmp_path / "kk.toml").write_text(SOUND, "utf-8")
    service = load(tmp_path, tmp_path / "offices")["KK-HR"]
    assert list(service.question_by_key) == ["reason", "nik"]
    assert service.paper_by_key["police_letter"].when == {"reason": "lost"}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("sla_hours = 24", "sla_hours = 24\ncolour = 1", "colour"),
        ("sla_hours = 24", "sla_hours = 0", "sla_hours"),
        ('group = "kk"', 'group = "cars"', "group"),
        ('code = "KK-HR"', 'code = "kk hr"', "code"),
        ('legal = ["Perpres 96/2018 Pasal 12"]', "legal = []", "legal"),
        ('options = ["lost", "damaged"]', "", "options belong to kind = 'choice'"),
        ('kind = "nik"', 'kind = "nik"\noptions = ["yes"]', "options belong to kind = 'choice'"),
        ('kind = "nik"', 'kind = "palm"', "kind"),
        ('key = "nik"', 'key = "reason"', "'reason' appears twice"),
        ('key = "police_letter"', 'key = "nik"', "'nik' appears twice"),
        ('key = "police_letter"', 'key = "../letter"', "key"),
        ('reason = "lost"', 'weather = "wet"', "'police_letter' depends on ['weather']"),
        ('reason = "lost"', 'reason = "stolen"', "can never be answered"),
        ('reason = "lost"', 'reason = ["lost", "stolen"]', "['stolen'], which can never be answered"),
        ('kind = "choice"', 'kind = "choice"\nwhen = { nik = { under = 17 } }', "not asked before it"),
        ('options = ["lost", "damaged"]', 'options = ["lost"]\nstops = { found = "x" }', "['found'], no options"),
        ('compact = ["nik"]', 'compact = ["nik", "age"]', "compact names ['age']"),
        ('compact = ["nik"]', 'subject = "child"', "subject names ['child']"),
        ("[[wish]]", f'{NOTHING}register = "office"\n[[wish]]', "template 'nothing' is not in"),
        ("[[wish]]", "[[wish", "kk.toml"),
    ],
)
def test_a_contradiction_is_named_with_its_file(tmp_path: Path, old: str, new: str, told: str) -> None:
    complaint = fault(tmp_path, old, new)
    assert told in complaint
    assert re.search(r"kk\.toml:\d+: ", complaint)


def test_all_faulty_files_are_named_at_once(tmp_path: Path) -> None:
    for name in ("one.toml", "two.toml"):
        (tmp_path / name).write_text(SOUND.replace("sla_hours = 24", ""), "utf-8")
    with pytest.raises(CatalogueError, match=r"(?s)one\.toml.*two\.toml"):
        load(tmp_path, tmp_path / "offices")


def test_two_files_may_not_claim_one_code(tmp_path: Path) -> None:
    for name in ("one.toml", "two.toml"):
        (tmp_path / name).write_text(SOUND, "utf-8")
    with pytest.raises(CatalogueError, match="KK-HR: two files claim this code"):
        load(tmp_path, tmp_path / "offices")
