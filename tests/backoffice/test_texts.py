"""Every sentence exists in both languages, and every word that data may ask for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message

from backoffice import access, reasons, tabs
from backoffice.formats import Clock, age, rupiah
from backoffice.texts import FOLDER, LANGUAGES, SERVICE_TEXTS, MissingText, texts
from registry import catalogue
from registry.lifecycle import CASE_MOVES, DOCUMENT_MOVES, CaseState, DocumentState
from registry.models import Blank, Channel, DeviceKind, DeviceState, Movement, PaperState, TicketState
from registry.post.delivery import ReturnReason
from tests.backoffice.conftest import AT

DESK = Path(access.__file__).parent
REGISTRY = Path(catalogue.__file__).parent
ROOT = REGISTRY.parent
RECORDING = ("record", "record_documents", "note", "_record", "_note")  # the audit log's, and who hands on to them
DEED = re.compile(r"[a-z]+(_[a-z]+)+")


def keys(language: str, folder: Path = FOLDER) -> list[str]:
    parsed = FluentParser().parse((folder / f"{language}.ftl").read_text("utf-8"))
    return [entry.id.name for entry in parsed.body if isinstance(entry, Message)]


def wanted() -> set[str]:
    """What states, moves, services and ready reasons will ask for."""
    found = {f"state-{state}" for state in (*CaseState, *DocumentState)} | {f"tab-{tab}" for tab in tabs.TABS}
    found |= {f"event-{name}" for name in [*(m.event for m in CASE_MOVES), *(m.event for m in DOCUMENT_MOVES)]}
    found |= {f"paper-state-{state}" for state in PaperState} | {f"channel-{channel}" for channel in Channel}
    found |= {f"ticket-{word}" for word in TicketState} | {f"return-{why}" for why in ReturnReason}
    found |= {f"{kind}-{each}" for each in Movement for kind in ("movement", "balance")}
    found |= {f"event-blanks_{each}" for each in Movement}
    found |= {f"blank-{each}" for each in Blank} | {f"device-{each}" for each in (*DeviceKind, *DeviceState)}
    found |= {f"reason-{name}" for names in reasons.READY.values() for name in names}
    for service in catalogue.load().values():
        found |= {f"service-{service.code}"} | {f"paper-{paper.key}" for paper in service.paper}
        found |= {f"label-{question.key}" for question in service.question}
        found |= {f"option-{q.key}-{option}" for q in service.question for option in q.options}
        found |= {f"document-{document.template or document.kind}" for document in service.document}
    return found


def written(folder: Path, pattern: str, *endings: str) -> set[str]:
    files = [path for ending in endings for path in folder.rglob(ending)]
    return {key for path in files for key in re.findall(pattern, path.read_text("utf-8"))}


def test_both_languages_hold_the_same_keys_once() -> None:
    assert keys("id") == list(dict.fromkeys(keys("id")))
    assert sorted(keys("id")) == sorted(keys("en"))


def deeds() -> Iterator[str]:
    """What the audit log is told, as it is written in the code."""
    for folder in (REGISTRY, DESK, ROOT / "bot"):
        for file in folder.rglob("*.py"):
            for call in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(call, ast.Call) and _name(call.func) in RECORDING:
                    yield from (word for given in call.args for word in _words(given))


def _name(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def _words(given: ast.expr) -> Iterator[str]:
    match given:
        case ast.Constant(value=str() as word) if DEED.fullmatch(word):
            yield word
        case ast.IfExp():
            yield from (word for either in (given.body, given.orelse) for word in _words(either))


def test_every_deed_in_the_audit_log_has_words() -> None:
    assert {f"event-{deed}" for deed in deeds()} - {*keys("id")} == set()


def test_nothing_that_data_asks_for_is_missing() -> None:
    assert wanted() - {*keys("id"), *keys("id", SERVICE_TEXTS)} == set()


def test_nothing_that_a_page_says_is_missing() -> None:
    said = written(DESK, r"\bt\('([a-z0-9-]+[a-z0-9])'", "*.html") | written(DESK, r"spoken\(\"([a-z0-9-]+)\"", "*.py")
    assert len(said) > 100
    assert said - set(keys("id")) == set()


def test_every_refusal_has_its_sentence() -> None:
    raised = written(REGISTRY, r"Refused\(\s*\"([a-z-]+)\"", "*.py") | written(DESK, r"Refused\(\"([a-z-]+)\"", "*.py")
    assert len(raised) > 5
    assert raised - set(keys("id")) == set()


def test_every_audited_deed_has_its_words() -> None:
    audited = written(REGISTRY, r"audit\.record\(\s*session, actor, \"(\w+)\"", "*.py")
    assert {f"event-{deed}" for deed in audited} - set(keys("id")) - {"event-case_viewed"} == set()


def test_a_missing_sentence_is_a_bug_but_a_new_services_word_is_not() -> None:
    with pytest.raises(MissingText):
        texts("id")("no-such-sentence")
    assert texts("id").label("paper", "school_letter") == "School letter"


@pytest.mark.parametrize(
    ("language", "long", "short", "money"),
    [("id", "Senin, 24 November 2025, 10.00 WITA", "Sen 24 Nov, 10.00 WITA", "Rp14.000"),
     ("en", "24 November 2025, 10:00 WITA", "Mon 24 Nov, 10:00 WITA", "Rp14,000")],
)  # fmt: skip
def test_times_and_rupiah_as_they_are_written(language: str, long: str, short: str, money: str) -> None:
    clock = Clock("Asia/Makassar", language)
    assert (clock.long(AT), clock.short(AT), rupiah(14_000, language)) == (long, short, money)
    assert Clock("Asia/Jakarta", language).long(AT).endswith("WIB")
    assert age(AT, AT) == ("age-minutes", 0) and set(LANGUAGES) == {"id", "en"}
