"""Every form of ours fits the services that name it; what does not is told with file and line at start."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from registry.catalogue import CatalogueError, load

OFFICERS = {"F-1.01", "F-1.02", "F-1.03", "F-2.01"}
SIGNED = {"F-1.04", "F-1.05", "F-1.06", "F-1.07", "F-2.03", "F-2.04"}
SERVICE = """
code = "X"
group = "kk"
legal = ["UU"]
who = { id = "siapa saja", en = "anybody" }
sla_hours = 6
wish = ["x y"]
form = ["F-1.02"]
question = [
    { key = "nik", kind = "nik" },
    { key = "reason", kind = "choice", options = ["lost", "damaged"] },
]
paper = [{ key = "letter", form = "F-1.07", when = { reason = "lost" }, unread = "any" }]
"""
FORM = """
code = "F-1.02"
title = "Formulir"
english = "Form"
signatures = [{ role = "Pemohon", name = ["nik.name"] }]

[[block]]
ticks = [{ label = "Hilang", when = { service = "X", reason = "lost" } }]
[block.rows]
"NIK" = ["nik"]
"""
LETTER = FORM.replace("F-1.02", "F-1.07").replace('title = "Formulir"', 'title = "Surat kuasa"\nsigned = true')


def loaded(folder: Path, service: str = SERVICE, form: str = FORM, letter: str = LETTER) -> None:
    for name, text in (("x", service), ("forms/f_1_02", form), ("forms/f_1_07", letter)):
        path = folder / f"services/{name}.toml" if name == "x" else folder / f"{name}.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    load(folder / "services", folder / "offices", folder / "forms")


def fault(folder: Path, **texts: str) -> str:
    with pytest.raises(CatalogueError) as error:
        loaded(folder, **texts)
    return str(error.value)


def test_our_forms_are_those_of_the_regulation() -> None:
    forms = load().forms
    assert {code for code, form in forms.items() if form.signed} == SIGNED
    assert set(forms) == OFFICERS | SIGNED


def test_a_sound_form_is_read(tmp_path: Path) -> None:
    loaded(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"NIK" = ["nik"]', '"NIK" = ["nip"]', r"f_1_02.toml:\d+: no service with F-1.02 knows 'nip'"),
        ('name = ["nik.name"]', 'name = ["nik.shoe"]', r"f_1_02.toml:\d+: no service with F-1.02 knows 'nik.shoe'"),
        ('reason = "lost"', 'reason = "stolen"', r"f_1_02.toml:\d+: reason = \['stolen'\] is never answered in X"),
        ('service = "X"', 'service = "Y"', r"f_1_02.toml:\d+: no service has the code 'Y'"),
        ('code = "F-1.02"', 'code = "F-9.99"', r"f_1_02.toml:\d+: code"),
        ('english = "Form"', 'english = "Form"\ncolour = 1', r"f_1_02.toml:\d+: colour"),
        ('english = "Form"', "", r"f_1_02.toml:\d+: english"),
        ("[[block]]", "[[block", r"f_1_02.toml:\d+: "),
        ("[[block]]", '[[block]]\ntable = { rows = "cats", columns = { "NIK" = "nik" } }', "no list of 'cats'"),
        (
            "[[block]]",
            '[[block]]\ntable = { rows = "movers", columns = { "Ekor" = "tail" } }',
            "called 'tail'",
        ),
        ('code = "F-1.02"', 'code = "F-1.07"', "F-1.07: two files claim this code"),
    ],
)
def test_a_faulty_form_is_named_with_its_file(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in FORM
    assert re.search(told, fault(tmp_path, form=FORM.replace(old, new, 1)))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('form = ["F-1.02"]', 'form = ["F-1.03"]', r"x.toml:\d+: registry/forms has no F-1.03"),
        ('form = "F-1.07"', 'form = "F-1.08"', r"x.toml:\d+: 'letter': registry/forms has no F-1.08 to sign"),
        ('form = "F-1.07"', 'form = "F-1.02"', r"x.toml:\d+: 'letter': registry/forms has no F-1.02 to sign"),
    ],
)
def test_a_service_may_not_name_a_form_there_is_not(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert re.search(told, fault(tmp_path, service=SERVICE.replace(old, new, 1)))


def test_every_form_is_in_use() -> None:
    catalogue = load()
    named = {form.code for service in catalogue.values() for form in catalogue.forms_of(service, service.paper_by_key)}
    assert named == set(catalogue.forms)
