"""What the uploads worker would find in a file of a chat: `[photo ktp 6471044506900000]`, `[photo blurred]`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from registry.models import Upload, UploadState
from registry.uploads.reading import Reading
from registry.uploads.verdict import Quality, Refusal
from tests.bot.player import services

REFUSALS = {*map(str, Refusal), "gone"}
OTHER_WORDS, NOTHING = "words", "nothing"  # legible, and none of ours; no words at all
TROUBLES = ("glare", "edge")
KINDS: Mapping[str, str] = {"photo": "image", "pdf": "pdf", "voice": "voice"}


def files(told: str) -> list[tuple[str, str]]:
    """`photo ktp + police_letter 2026-11-21` is two photos, `album 5` five that were not read."""
    kind, _, rest = told.partition(" ")
    if kind == "album":
        return [("photo", "")] * int(rest)
    return [(kind, each.strip()) for each in rest.split("+")]


def judged(upload: Upload, kind: str, told: str) -> None:
    """A word of its own is a verdict, a paper, a number, a date; `no:6471...` is the number of a family card, `lost:kk`
    what a letter reports, and `same:x` makes two files the same one."""
    words = told.split()
    refusal = next((word for word in words if word in REFUSALS), None)
    upload.state = UploadState.REFUSED if refusal else UploadState.STORED
    upload.verdict = refusal or next((word for word in words if word in set(Quality)), "fine")
    upload.kind = None if refusal else KINDS[kind]
    upload.sha256 = next((word for word in words if word.startswith("same:")), f"file {upload.id}")
    upload.read = _reading(words)


def _reading(words: list[str]) -> dict[str, Any] | None:
    known = {paper.key for service in services().values() for paper in service.paper}
    papers = tuple(word for word in words if word in known)
    if not papers and not {OTHER_WORDS, NOTHING, *TROUBLES} & set(words):
        return None
    trouble = next((word for word in words if word in TROUBLES), None)
    return Reading(
        kinds=papers,
        numbers=tuple(word.removeprefix("no:") for word in words if re.fullmatch(r"(?:no:)?\d{16}", word)),
        dated=next((word for word in words if re.fullmatch(r"\d{4}-\d\d-\d\d", word)), None),
        legible=NOTHING not in words,
        trouble="cut" if trouble == "edge" else trouble,
        family=next((word.removeprefix("no:") for word in words if word.startswith("no:")), None),
        lost=tuple(word.removeprefix("lost:") for word in words if word.startswith("lost:")),
    ).to_json()
