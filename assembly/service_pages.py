"""Writes docs/services: `python -m assembly.service_pages`. Needs no settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assembly.chat import services, words
from bot.catalogue_pages.service_page import page
from registry.models import Channel

FOLDER = Path(__file__).parent.parent / "docs" / "services"


def pages() -> Iterator[tuple[str, str]]:
    """The name and the text of every page."""
    catalogue = services()
    rows = [
        f"| [{code}]({code}.md) | {words().render(f'service-{code}', {}, 'id', Channel.WHATSAPP)} "
        f"| {words().render(f'service-{code}', {}, 'en', Channel.WHATSAPP)} | {service.who.en} |"
        for code, service in catalogue.items()
    ]
    head = ("# Services", "", "| code | id | en | who may apply |", "|---|---|---|---|")
    yield "README.md", "\n".join((*head, *rows)) + "\n"
    yield from ((f"{code}.md", page(catalogue, code, words())) for code in catalogue)


def write(folder: Path = FOLDER) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for stale in {path.name for path in folder.glob("*.md")} - {name for name, _ in pages()}:
        (folder / stale).unlink()
    for name, text in pages():
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    write()
