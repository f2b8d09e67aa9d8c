"""Renders a document as tagged PDF/A with Typst, from data alone."""

from __future__ import annotations

import itertools
import json
import threading
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import qrcode
import typst

from registry.issuing.content import CONTENT, Content

_TEMPLATES = Path(__file__).with_name("templates")
_STANDARDS: list[typst.PDFStandard] = ["a-3a", "ua-1"]

_compiler = typst.Compiler(root=_TEMPLATES, ignore_system_fonts=True)
_turn = threading.Lock()  # a compiler serves one thread at a time and raises "Already borrowed" for a second


class RenderFailed(Exception):
    """The document cannot be set. The message names no content: it may be logged."""


def render(template: str, data: Mapping[str, object], *, sample: bool, verify_url: str | None, at: datetime) -> bytes:
    """The PDF; the same bytes for the same arguments. `sample` marks it CONTOH; without `verify_url` it bears no QR but
    room for a signature by hand. Raises RenderFailed."""
    if template not in CONTENT:
        raise RenderFailed(f"there is no template {template!r}; the templates are {', '.join(CONTENT)}")
    shown = {"sample": sample, "verify_url": verify_url, "qr": qr_svg(verify_url) if verify_url else None}
    return _set(template, {"content": _printable(data), **shown}, at)


def render_sheet(sheet: Content, at: datetime) -> bytes:
    """The PDF of a form or of a paper for the desk, which nothing marks and nobody signs electronically. Raises
    RenderFailed."""
    return _set(sheet.template, {"content": _printable(sheet.as_data())}, at)


def render_slip(template: str, data: Mapping[str, object], *, qr: str, at: datetime) -> bytes:
    """What the counter prints at once, with `qr` to be scanned at the next visit. Raises RenderFailed."""
    return _set(template, {"content": _printable(data), "qr": qr_svg(qr)}, at)


def _set(template: str, content: Mapping[str, object], at: datetime) -> bytes:
    try:
        with _turn:
            return _compile(template, json.dumps(content), at)
    except typst.TypstError:
        # Typst quotes the text it cannot set, so its words stop here.
        raise RenderFailed(
            f"{template} cannot be set: a value is missing, or holds a sign the font lacks; correct it and sign again"
        ) from None


def _compile(template: str, content: str, at: datetime) -> bytes:
    pdf = _compiler.compile(
        input=str(_TEMPLATES / f"{template}.typ"),
        format="pdf",
        sys_inputs={"data": content},
        pdf_standards=_STANDARDS,
        timestamp=at.astimezone(UTC).replace(microsecond=0),  # Typst counts in whole seconds
    )
    if not isinstance(pdf, bytes):
        raise RenderFailed(f"{template} gave no PDF")
    return pdf


def qr_svg(url: str) -> str:
    """Of any text that a telephone shall read."""
    # Choosing the mask by score and the library's own SVG take longer than Typst; any mask reads.
    code = qrcode.QRCode(border=0, error_correction=qrcode.ERROR_CORRECT_M, mask_pattern=3)
    code.add_data(url)
    rows = code.get_matrix()
    path = "".join(f"M{x} {y}h{width}v1h-{width}z" for y, row in enumerate(rows) for x, width in _dark_runs(row))
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {len(rows)} {len(rows)}"><path d="{path}"/></svg>'


def _dark_runs(row: Sequence[bool]) -> Iterator[tuple[int, int]]:
    x = 0
    for dark, modules in itertools.groupby(row):
        width = len(list(modules))
        if dark:
            yield x, width
        x += width


def _printable(value: object) -> object:
    """Control and direction signs, which could reorder a printed name, become spaces."""
    if isinstance(value, str):
        return "".join(" " if unicodedata.category(sign).startswith("C") else sign for sign in value)
    if isinstance(value, Mapping):
        return {key: _printable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(item) for item in value]
    return value
