"""Writes docs/services: `python -m assembly.service_pages`. Needs no settings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from sqlmodel import Session

from assembly.chat import flows, services, words
from bot.catalogue_pages.sample_chat import Counter, Parts
from bot.catalogue_pages.service_page import page
from bot.flow import OfficeCard
from bot.meaning.understanding import reader
from bot.office_cards import office_cards
from registry.calendar.working_time import OpeningHours
from registry.models import Channel, Office
from registry.models.columns import now
from registry.offices.open_hours import open_hours
from registry.offices.service_rules import Refreshed

FOLDER = Path(__file__).parent.parent / "docs" / "services"
OVERVIEW = "README.md"
HOW_TO_READ = """\
Each page shows the chat as it goes, in the words of the engine itself: a made-up citizen who has agreed to the privacy
notice answers what is usual, and then once whatever leads elsewhere, of which only what is new is shown. `>` is the
citizen, `(photo: ...)` a photo that is legible and right, `...` goes as before. Of the chat on the office's page only
what differs from WhatsApp is shown. What an office does otherwise: `flask --app wsgi catalogue CODE --office BPP`."""
AT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)  # Monday, 09.00 WITA
HOURS = {
    "zone": "Asia/Makassar",
    "weekly": {**dict.fromkeys(("mon", "tue", "wed", "thu"), [["08:00", "15:00"]]), "fri": [["08:00", "11:00"]]},
}


class CannotShow(LookupError):
    """Says what there is not."""


def pages() -> Iterator[tuple[str, str]]:
    """The name and the text of every page."""
    yield OVERVIEW, overview()
    yield from ((f"{code}.md", page(parts(), sample_office(), code)) for code in services())


def overview() -> str:
    rows = [
        f"| [{code}]({code}.md) | {words().render(f'service-{code}', {}, 'id', Channel.WHATSAPP)} "
        f"| {words().render(f'service-{code}', {}, 'en', Channel.WHATSAPP)} | {service.who.en} |"
        for code, service in services().items()
    ]
    head = ("# Services", "", HOW_TO_READ, "", "| code | id | en | who may apply |", "|---|---|---|---|")
    return "\n".join((*head, *rows)) + "\n"


def shown(session: Session, code: str | None, office: str | None) -> str:
    """A page for the terminal. Raises CannotShow where there is no such service or office."""
    counter = _office(session, office.upper(), now()) if office else sample_office()
    if code is None:
        return overview()
    if code.upper() not in services():
        raise CannotShow(f"No service has the code {code}. Leave the code out to list them")
    return page(parts(), counter, code.upper())


def parts() -> Parts:
    return _built(services().edition)


@cache
def _built(edition: int) -> Parts:
    return Parts(services(), flows(), reader(services()), words())


def _office(session: Session, code: str, at: datetime) -> Counter:
    """With the rules that it has set by now."""
    Refreshed(services()).refresh(session, at_once=True)
    card = next((card for card in office_cards(session, at) if card.code == code), None)
    if card is None:
        raise CannotShow(f"No office has the code {code}")
    return Counter(card, OpeningHours.from_json(session.get_one(Office, card.id).hours), at)


@cache
def sample_office() -> Counter:
    """Which has no rules of its own."""
    opens = OpeningHours.from_json(HOURS)
    card = OfficeCard(
        1, "CTH", "Disdukcapil Contoh", "64.71", "Asia/Makassar", "Jl. Contoh 1", open_hours(HOURS, AT.date()), 14_000,
        papers_by="chat", release_by="chat", retention_days=30,
    )  # fmt: skip
    return Counter(card, opens, AT)


def write(folder: Path = FOLDER) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    written = dict(pages())
    for stale in {path.name for path in folder.glob("*.md")} - written.keys():
        (folder / stale).unlink()
    for name, text in written.items():
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    write()
