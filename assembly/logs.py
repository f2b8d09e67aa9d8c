"""One JSON line a log entry, with ids only: a fault is told by its kind and place, never by its words."""

from __future__ import annotations

import logging
import re
import sys
import traceback
from contextlib import suppress
from typing import Any

import structlog
from structlog.typing import EventDict, WrappedLogger

TOKENS = re.compile(r"/(d|u)/[^\s/?'\"]+")  # links that open something


def configure() -> None:
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,  # event_id, while its turn is played
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        one_line_without_tokens,
        fault_without_words,
    ]
    render: list[Any] = [
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        structlog.processors.JSONRenderer(),
    ]
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=render))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for chatty in ("twilio", "rq", "alembic", "fontTools", "pikepdf", "werkzeug"):
        logging.getLogger(chatty).setLevel(logging.WARNING)  # at INFO some of them write numbers and addresses
    for talkative in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(talkative).setLevel(logging.CRITICAL)  # its warnings name the signer
    structlog.configure(
        processors=[*shared, structlog.processors.JSONRenderer()],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=lambda *given: Lines(),
        cache_logger_on_first_use=True,
    )


class Lines:
    """Our own entries go straight out: by the standard library each turn's two took a twentieth of its time. One that
    cannot be written, as on a full disk, keeps nothing from being done."""

    def write(self, line: str) -> None:
        with suppress(OSError):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()

    debug = info = warning = error = critical = exception = write


def one_line_without_tokens(logger: WrappedLogger, method: str, entry: EventDict) -> EventDict:
    """Other people's log lines name paths; a path may hold the token of a link. Where there are more of them, they
    are a fault's, with its words."""
    entry["event"] = TOKENS.sub(r"/\1/...", str(entry["event"]).partition("\n")[0])
    return entry


def fault_without_words(logger: WrappedLogger, method: str, entry: EventDict) -> EventDict:
    """What an exception says may quote a message or a name, so its type and the places it passed must do."""
    given = entry.pop("exc_info", None)
    fault = given[1] if isinstance(given, tuple) else given if isinstance(given, BaseException) else sys.exc_info()[1]
    if given and fault is not None:
        frames = traceback.extract_tb(fault.__traceback__)
        entry["fault"] = type(fault).__name__
        entry["places"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-8:]]
    return entry
