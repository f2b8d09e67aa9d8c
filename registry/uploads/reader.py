"""Reads what citizens send, as far as it can be read. What cannot be read is no fault of theirs: it goes on unread."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

import structlog

from registry.services.service import Service
from registry.uploads.kinds import Expected
from registry.uploads.read import quality, read
from registry.uploads.reading import Line, Reading
from registry.uploads.verdict import Inspected, Pixels, Quality

log = structlog.get_logger()


def expected_words(services: Iterable[Service]) -> Expected:
    """Of all papers that any service asks for."""
    papers = [paper for service in services for paper in service.paper]
    return {paper.key: paper.reads for paper in papers if paper.reads}


class Lines(Protocol):
    """The models, in memory: loaded once, before a fork."""

    def lines(self, pixels: Pixels) -> list[Line]: ...


class PaperReader:
    def __init__(self, expected: Expected, ocr: Lines) -> None:
        self._expected = expected
        self._ocr = ocr

    def read(self, found: Inspected, today: date) -> tuple[Quality, Reading | None]:
        """What the citizen is told of the photo, and what stands on it: none when nothing could be read, for
        whatever reason. Takes about a second of one processor."""
        if found.pixels is None:
            return found.quality, None
        try:
            lines = self._ocr.lines(found.pixels)
        except Exception as fault:
            log.error("paper_not_read", kind=str(found.kind), exc_info=fault)
            return found.quality, None
        return quality(found, lines), read(found, lines, self._expected, today)
