"""The services are read whole, and every contradiction in them is named before anything starts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from registry.catalogue import Catalogue, CatalogueError, load

SOUND = """
code = "KK-HR"
group = "kk"
legal = ["Perpres 96/2018 Pasal 12"]
who = { id = "siapa saja", en = "anybody" }
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
reads = ["KEHILANGAN"]
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
        ('compact = ["nik"]', 'release_fact = "born"', "release_fact names ['born'], which is no question"),
        ('compact = ["nik"]', 'release_fact = "nik"', "release_fact names 'nik', which is no date"),
        ('reason = "lost"', "nik = { above = 17 }", "['above'], but conditions know only under, from, over_days"),
        ('reason = "lost"', 'nik = { under = "17" }', "a limit that is no whole number"),
        ('reason = "lost"', 'reason = { not = ["lost"] }', "takes a list of the options of what is presumed"),
        ('reason = "lost"', "reason = { under = 17 }", "a date, but 'reason' is of kind 'choice'"),
        ('reason = "lost"', 'nik = "6471"', "only a choice has known answers"),
        ('options = ["lost", "damaged"]', 'options = ["lost"]\nstops = { lost = "x" }', "can never be answered"),
        ("[[wish]]", '[[wish]]\nanswers = { reason = "gone" }', "answers reason = 'gone', no option"),
        ('reads = ["KEHILANGAN"]', "", "words that it reads, or why it is unread"),
        ('reads = ["KEHILANGAN"]', 'reads = ["KEHILANGAN"]\nunread = "any"', "one of the two"),
        ('options = ["lost", "damaged"]', 'options = ["lost", "damaged", "lost"]', "options ['lost'] appear twice"),
        ('who = { id = "siapa saja", en = "anybody" }', "", "who"),
        (
            'who = { id = "siapa saja", en = "anybody" }',
            'who = { id = "siapa saja", en = "anybody" }\nreport_within_days = -60',
            "report_within_days",
        ),
        ('reason = "lost"', "nik = { from = 9, under = 3 }", "9 years or more and under 3, which nobody is"),
        (
            "[[wish]]",
            '[[document]]\nkind = "card"\nold_card = { reasn = "lost" }\n[[wish]]',
            "old_card of 'card' waits for reasn, which is not asked",
        ),
        (
            'kind = "nik"',
            'kind = "nik"\n[[question]]\nkey = "why"\nkind = "choice"\noptions = ["x"]\n'
            'when = { reason = "damaged" }\n'
            '[[paper]]\nkey = "more"\nunread = "any"\nwhen = { reason = "lost", why = "x" }',
            "'more' waits for why, which is not asked where reason is so",
        ),
        ("[[wish]]", 'tells = "come"\n[[wish]]', "opens no case"),
        ("[[wish]]", '[[document]]\nkind = "pdf"\n[[wish]]', "a PDF needs the name of its template"),
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


@pytest.mark.parametrize(
    ("one", "two", "told"),
    [
        ('aliases = ["KARTU"]', 'aliases = ["KARTU"]', "'KARTU' begins KK-HR already"),
        ("", 'aliases = ["KK-HR"]', "'KK-HR' begins KK-HR already"),
    ],
)
def test_two_services_may_not_begin_with_one_word(tmp_path: Path, one: str, two: str, told: str) -> None:
    for name, code, aliases in (("one", "KK-HR", one), ("two", "KK-X", two)):
        text = SOUND.replace('code = "KK-HR"', f'code = "{code}"\n{aliases}')
        (tmp_path / f"{name}.toml").write_text(text, "utf-8")
    with pytest.raises(CatalogueError, match=rf"two\.toml:\d+: {told}"):
        load(tmp_path, tmp_path / "offices")


SHARED = """
[question.nik]
kind = "nik"

[paper.ktp]
reads = ["NIK"]
"""
SHORT = """code = "X"
group = "kk"
legal = ["UU"]
who = { id = "siapa saja", en = "anybody" }
sla_hours = 6
wish = ["x y"]
question = [
    "nik",
]
"""


def shared(folder: Path, service: str, parts: str = SHARED) -> Catalogue:
    (folder / "shared.toml").write_text(parts)
    (folder / "x.toml").write_text(SHORT + service)
    return load(folder, folder / "offices")


def test_what_several_say_alike_is_taken_from_the_shared_file(tmp_path: Path) -> None:
    service = shared(tmp_path, 'paper = ["ktp", { key = "other", unread = "any" }]')["X"]
    assert (service.question[0].kind, service.paper[0].reads, service.paper[1].reads) == ("nik", ("NIK",), ())


def test_a_service_may_say_something_else_about_a_shared_part(tmp_path: Path) -> None:
    assert shared(tmp_path, 'paper = [{ key = "ktp", reads = ["NAMA"] }]')["X"].paper[0].reads == ("NAMA",)


@pytest.mark.parametrize(
    ("service", "parts", "told"),
    [
        ('paper = [\n    "kpt",\n]', SHARED, "x.toml:11: shared.toml has no paper called 'kpt'"),
        ('paper = [\n    "ktp",\n    "ktp",\n]', SHARED, "x.toml:11: 'ktp' appears twice"),
        ('compact = ["age"]', SHARED, "x.toml:10: compact names ['age']"),
        ("", SHARED.replace('kind = "nik"', 'kind = "palm"'), "shared.toml:2: question 'nik': kind"),
        (
            "",
            SHARED.replace("[paper.ktp]", "[papers.ktp]"),
            "shared.toml:5: 'papers' is neither question",
        ),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, service: str, parts: str, told: str) -> None:
    with pytest.raises(CatalogueError, match="The services need mending") as error:
        shared(tmp_path, service, parts)
    assert told in str(error.value)


def test_what_is_wrong_in_the_folklore_is_asked_by_no_service() -> None:
    """No letter of the RT but for the first record, no court for a late birth report, no photo for a lost card."""
    services = load()
    papers = {code: {paper.key for paper in service.paper} for code, service in services.items()}
    assert [code for code, keys in papers.items() if "rt_letter" in keys] == ["BIO"]
    assert "court_decision" not in papers["AKL"] | papers["BETUL"]
    assert not {"child_photo", "couple_photo"} & (papers["KTP-H"] | papers["KTP-BARU"] | papers["KTP-R"])
