"""The house keeps its floors: imports run one way, and nothing grows beyond what one reads in one go."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from sqlmodel import SQLModel

import worker
from notifications.queues import JOBS, Queue
from registry.vault import Sealed

ROOT = Path(__file__).resolve().parent.parent

# Who may import whom. What is joined stands at the bottom of this table.
REGISTRY = {"settings"}
NOTIFICATIONS = REGISTRY | {"registry"}
HALLS = NOTIFICATIONS | {"notifications"}
JOINED = HALLS | {"bot", "backoffice", "assembly"}
MAY_IMPORT = {
    "settings": set[str](),
    "registry": REGISTRY,
    "migrations": {"registry"},
    "notifications": NOTIFICATIONS,
    "bot": HALLS,
    "backoffice": HALLS,
    "assembly": JOINED,
    "gunicorn.conf": JOINED,
    "wsgi": JOINED,
    "worker": JOINED,
    "launch": set[str](),
    "simulator": set[str](),
    "centre": set[str](),
}
FREE = {"tests", "bench", "docs"}

FORBIDDEN = {
    "registry": {"flask", "twilio", "rq", "redis"},
    "notifications": {"flask"},
    "bot/flows": {"flask", "twilio", "rq", "redis", "sqlmodel", "sqlalchemy"},
    "bot/answering": {"flask", "twilio", "rq", "redis", "sqlmodel", "sqlalchemy"},
    "bot/engine.py": {"flask", "twilio", "rq", "redis", "sqlmodel", "sqlalchemy"},
    "bot/turn.py": {"flask", "twilio", "rq", "redis", "sqlmodel", "sqlalchemy"},
    "simulator": {"sqlmodel", "sqlalchemy"},
    "centre": {"sqlmodel", "sqlalchemy"},
}


def sources(below: str = ".") -> list[Path]:
    start = ROOT / below
    found = [start] if start.is_file() else sorted(start.rglob("*.py"))
    return [path for path in found if path.relative_to(ROOT).parts[0] not in {".venv", "var"}]


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def part_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """The first names of the modules that `path` imports, wherever in it."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield part_of(path) if node.level else (node.module or "").partition(".")[0]


OURS = [path for path in sources() if part_of(path) not in FREE]
WRITTEN = [path for path in OURS if path.parent.name != "versions"]  # migrations are generated


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def own_lines(function: ast.FunctionDef) -> int:
    """Without those of functions within it: a flow's builder holds its states."""
    inner = [node for node in ast.walk(function) if isinstance(node, ast.FunctionDef) and node is not function]
    within = {line for node in inner for line in range(node.lineno, (node.end_lineno or 0) + 1)}
    return len(set(range(function.lineno, (function.end_lineno or 0) + 1)) - within)


def test_every_source_belongs_to_a_floor() -> None:
    assert {part_of(path) for path in OURS} <= set(MAY_IMPORT)


def test_imports_run_one_way() -> None:
    ours = set(MAY_IMPORT) | FREE
    upward = {name_of(p): set(imported(p)) & ours - MAY_IMPORT[part_of(p)] - {part_of(p)} for p in OURS}
    assert {name: found for name, found in upward.items() if found} == {}


@pytest.mark.parametrize("below", FORBIDDEN)
def test_a_floor_does_without_what_belongs_above_it(below: str) -> None:
    assert {name_of(p): found for p in sources(below) if (found := set(imported(p)) & FORBIDDEN[below])} == {}


def test_a_file_is_read_in_one_go() -> None:
    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in WRITTEN}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_a_function_is_read_at_a_glance() -> None:
    functions = [
        (f"{name_of(path)}: {node.name}", own_lines(node))
        for path in WRITTEN
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef)
    ]
    assert [(name, lines) for name, lines in functions if lines > 40] == []


def test_a_module_says_what_it_is_for() -> None:
    assert [name_of(p) for p in OURS if not ast.get_docstring(parsed(p))] == []


def test_only_the_settings_are_told_of_the_environment() -> None:
    readers = {name_of(p) for p in OURS if re.search(r"\bos\.(environ|getenv)", p.read_text("utf-8"))}
    assert {name for name in readers if not name.startswith("launch/")} == {"assembly/parts.py"}


@pytest.mark.parametrize("name", ["Procfile", "Procfile.local"])
def test_every_queue_has_its_worker(name: str) -> None:
    lines = re.findall(r"^\w+: python worker\.py (.+)$", (ROOT / name).read_text(), re.MULTILINE)
    started = [queue for line in lines for queue in line.split()]
    assert sorted(started) == sorted([*Queue, "clock", "modems"])


@pytest.mark.parametrize("queue", Queue)
def test_the_job_of_every_queue_exists(queue: Queue) -> None:
    module, name = JOBS[queue].split(".")
    assert module == "worker"
    assert callable(getattr(worker, name))


# How each sealed column goes (registry/retention), so that whoever adds one must say it: with its row, or emptied.
ROWS_GO = {"upload", "conversation", "handout", "note", "letter", "ticketnote", "answerchange", "vanentry",
           "webcode"}  # fmt: skip
EMPTIED = {
    "case.answers", "case.asked", "case.reason", "paper.reason", "rating.comment", "document.number",
    "document.stuck", "document.holder", "shipment.address",
    "event.body", "outgoing.body", "formanswer.cells",
    "contact.address", "complaint.words", "complaint.answer", "datarequest.words", "datarequest.answer",
}  # fmt: skip
STAYS = {
    "resident.data": "stands in for SIAK's register",
    "helper.phone": "until the office removes the helper",
    "helper.name": "until the office removes the helper",
    "officer.signing_nik": "the signatory's own, until they change it",
    "webform.secret": "of the office's form, until it gets another",
    "secondfactor.secret": "until the officer removes it",
    "uploadlink.wanted": "which papers were wanted, nothing about a person",
}


def test_everything_sealed_has_its_end() -> None:
    columns = [column for table in SQLModel.metadata.tables.values() for column in table.columns]
    sealed = {f"{column.table.name}.{column.name}" for column in columns if isinstance(column.type, Sealed)}
    assert {name for name in sealed if name.partition(".")[0] not in ROWS_GO} == EMPTIED | set(STAYS)
