"""Documents rendered and signed in one process, each with another name on it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

from bench.installation import PUBLIC_URL
from bench.table import beside, table
from registry.issuing.content import Content
from registry.issuing.render import render
from registry.issuing.sign import sign
from tests.registry.issuing.documents import BIRTH, FAMILY
from tests.registry.issuing.keys import KEY

Given = TypeVar("Given")
RENDER_AIM, SIGN_AIM = 15.0, 200.0  # ms
RATE_AIM = 6  # a second


def measure(documents: int) -> None:
    rows = []
    for name, content in (("family card", _family), ("birth certificate", _birth)):
        _rendered(content(documents))  # the first one loads fonts
        pdfs, rendering = _timed(_rendered, map(content, range(documents)))
        _, signing = _timed(_signed, pdfs)
        rows.append(_row(f"{name}, rendered", rendering, RENDER_AIM))
        rows.append(_row(f"{name}, signed", signing, SIGN_AIM))
        rows.append(_rate(f"{name}, both", [made + signed for made, signed in zip(rendering, signing, strict=True)]))
    table("Documents, one process", ("what", "a second", "ms, median", "ms, slowest", "aim"), rows)


def _family(number: int) -> Content:
    return replace(FAMILY, head=f"Budi Contoh {number}", number=f"64710125112{number:05d}")


def _birth(number: int) -> Content:
    return replace(BIRTH, name=f"Citra Contoh {number}", number=f"6471-LU-25112026-{number:04d}")


def _rendered(content: Content) -> bytes:
    url = f"{PUBLIC_URL}/v/7K3M9QXA"
    return render(content.template, content.as_data(), sample=True, verify_url=url, at=datetime.now(UTC))


def _signed(pdf: bytes) -> bytes:
    return sign(pdf, KEY, reason="Percobaan", location="Balikpapan")


def _timed(make: Callable[[Given], bytes], things: Iterable[Given]) -> tuple[list[bytes], list[float]]:
    """What was made, and how many ms each took."""
    made, times = [], []
    for thing in things:
        began = time.perf_counter()
        made.append(make(thing))
        times.append((time.perf_counter() - began) * 1000)
    return made, times


def _row(what: str, times: list[float], aim: float) -> tuple[str, ...]:
    middle = statistics.median(times)
    return (*_cells(what, times), beside(middle <= aim, f"<= {aim:g} ms"))


def _rate(what: str, times: list[float]) -> tuple[str, ...]:
    rate = 1000 * len(times) / sum(times)
    return (*_cells(what, times), beside(rate >= RATE_AIM, f">= {RATE_AIM} a second"))


def _cells(what: str, times: list[float]) -> tuple[str, ...]:
    return what, f"{1000 * len(times) / sum(times):.1f}", f"{statistics.median(times):.1f}", f"{max(times):.1f}"
