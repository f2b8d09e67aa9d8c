"""A log line is one JSON entry, and tells nothing that a citizen wrote."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable, Iterator
from errno import ENOSPC
from io import StringIO
from typing import Any

import pytest
import structlog

from assembly import logs

Log = Callable[[Callable[[], None]], dict[str, Any]]


@pytest.fixture
def log(capsys: pytest.CaptureFixture[str]) -> Iterator[Log]:
    """Runs what it is given and reads the only line that this logs."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level

    def run(writes: Callable[[], None]) -> dict[str, Any]:
        logs.configure()
        writes()
        return json.loads(capsys.readouterr().out.removesuffix("\n") or "{}")  # type: ignore[no-any-return]

    yield run
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()


def fail(log_exception: Callable[..., None], *words: str) -> None:
    try:
        int("6471010506900000x")
    except ValueError:
        log_exception(*words)


def test_an_entry_is_one_line_of_json(log: Log) -> None:
    entry = log(lambda: structlog.get_logger().info("turn_played", event_id=7, odd="a\r\nb \x1b[31m"))
    assert (entry["event"], entry["event_id"], entry["level"]) == ("turn_played", 7, "info")


def test_a_fault_is_told_without_its_words(log: Log) -> None:
    entry = log(lambda: fail(structlog.get_logger().exception, "turn_failed"))
    assert entry["fault"] == "ValueError"
    assert "test_logs.py" in entry["places"][0]
    assert "6471010506900000" not in json.dumps(entry)


def test_the_loggers_of_libraries_are_held_to_it(log: Log) -> None:
    entry = log(lambda: fail(logging.getLogger("somebody").exception, "Error handling request /d/T0KEN?x=1"))
    assert entry["event"] == "Error handling request /d/...?x=1"
    assert "6471010506900000" not in json.dumps(entry)


def test_a_fault_in_the_words_of_a_line_is_cut_off(log: Log) -> None:
    """As RQ writes one."""
    entry = log(lambda: logging.getLogger("rq.worker").error("raised in %s\n%s", "job", "ValueError: kk saya hilang"))
    assert entry["event"] == "raised in job"


def test_the_carrier_s_library_keeps_numbers_to_itself(log: Log) -> None:
    assert log(lambda: logging.getLogger("twilio.http_client").info("To=+628110000000")) == {}


def test_a_line_that_cannot_be_written_keeps_nothing_from_being_done(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(StringIO):
        def write(self, text: str) -> int:
            raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(sys, "stdout", Full())
    logs.Lines().info("{}")
