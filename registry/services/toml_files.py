"""One TOML file of the catalogue, and where in it something stands: faults are told with file and line."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass
class Source:
    """One file. TOML readers give no line numbers, so a part is looked for by its name."""

    name: str
    text: str
    data: dict[str, Any] = field(default_factory=dict)

    def where(self, section: str = "", key: str = "") -> str:
        """file:line of `key` in `section`, of the section where the key is not found, else of the first line."""
        lines = self.text.splitlines()
        begins = rf"\s*\[*{re.escape(section)}\b" if section else ""
        start = next((n for n, line in enumerate(lines) if begins and re.match(begins, line)), 0)
        named = re.compile(rf"""^\s*\[[\w-]+\.{re.escape(key)}\]|(?<![\w-])["']?{re.escape(key)}["']?(?![\w-])""")
        found = next((n for n in range(start, len(lines)) if key and named.search(lines[n])), start)
        return f"{self.name}:{found + 1}"


def read_source(folder: Path, path: Path, faults: list[str]) -> Source:
    source = Source(str(path.relative_to(folder)), path.read_text("utf-8"))
    try:
        source.data = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as fault:
        line = re.search(r"at line (\d+)", str(fault))
        faults.append(f"{source.name}:{line[1] if line else 1}: {fault}")
    return source
