"""Content: templates, quick replies and list pickers, kept in a file so that their SIDs outlive a restart."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

VARIABLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
RICH_TYPES = ("twilio/list-picker", "twilio/quick-reply", "twilio/media")


@dataclass(frozen=True)
class Rendered:
    """What the handset shows of a content; choices are (id, title, description)."""

    body: str
    buttons: tuple[tuple[str, str], ...] = ()
    list_button: str = ""
    choices: tuple[tuple[str, str, str], ...] = ()
    media_urls: tuple[str, ...] = ()


@dataclass
class Content:
    sid: str
    friendly_name: str
    language: str
    variables: dict[str, str]
    types: dict[str, dict[str, Any]]
    created: str
    approval: dict[str, Any] = field(default_factory=dict)

    @property
    def approved(self) -> bool:
        return self.approval.get("status") == "approved"

    def type_for(self, whatsapp: bool) -> str:
        """The richest type the channel carries; SMS falls back to text."""
        rich = [name for name in RICH_TYPES if name in self.types]
        return rich[0] if rich and (whatsapp or "twilio/text" not in self.types) else "twilio/text"

    def render(self, values: Mapping[str, str], whatsapp: bool) -> Rendered:
        part = self.types[self.type_for(whatsapp)]

        def fill(text: object) -> str:
            return VARIABLE.sub(lambda found: values.get(found[1], ""), str(text or ""))

        if not whatsapp:
            return Rendered(fill(part.get("body")))
        return Rendered(
            body=fill(part.get("body")),
            buttons=tuple((fill(a.get("id") or a["title"]), fill(a["title"])) for a in part.get("actions") or ()),
            list_button=fill(part.get("button")),
            choices=tuple(
                (fill(row["id"]), fill(row["item"]), fill(row.get("description"))) for row in part.get("items") or ()
            ),
            media_urls=tuple(fill(url) for url in part.get("media") or ()),
        )


class Shelf:
    """All contents of the account, oldest first."""

    def __init__(self, path: Path | None = None) -> None:
        self._path, self._lock = path, Lock()
        rows = json.loads(path.read_text()) if path and path.exists() else []
        self._contents = {row["sid"]: Content(**row) for row in rows}

    def put(self, content: Content) -> None:
        with self._lock:
            self._contents[content.sid] = content
            self._save()

    def remove(self, sid: str) -> bool:
        with self._lock:
            found = self._contents.pop(sid, None) is not None
            self._save()
            return found

    def find(self, sid: str) -> Content | None:
        return self._contents.get(sid)

    def all(self) -> list[Content]:
        with self._lock:
            return list(self._contents.values())

    def _save(self) -> None:
        if self._path is None:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        half = self._path.with_suffix(".new")
        half.write_text(json.dumps([asdict(content) for content in self._contents.values()]))
        os.replace(half, self._path)
