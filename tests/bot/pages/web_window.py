"""A browser without scripts on an office's page, and the whole way behind it: the drain, the outbox, the store."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import col, select

from bot.conversations import Conversations
from bot.handlers.at_once import AtOnce
from bot.handlers.handout import Handouts
from bot.handlers.pages.blueprint import public_pages
from bot.handlers.pages.screen import Screen
from bot.handlers.web_door.blueprint import door_of_pages
from bot.handlers.web_door.status import standing_of
from bot.uploads import Fetcher
from notifications.channels.routes import Carriers
from notifications.channels.web import PageCarrier
from notifications.dispatch import Dispatcher
from notifications.links import CarrierLinks
from notifications.outbox import Message
from notifications.queues import Queue
from registry.database import Database
from registry.models import Contact, Outgoing
from registry.models.columns import now
from registry.places.regions import load_regions
from registry.uploads.store import ObjectStore
from registry.vault import Vault
from tests.bot.player import book, meaning, services, words
from tests.registry.uploads.papers import encoded, letter
from tests.transcripts.town import Town
from wsgi import Loket, close_the_curtains

RINA, BIMA = "0812-0000-0596", "0812-0000-0777"
PHOTO, ANOTHER = encoded(letter()), encoded(letter().rotate(2, expand=True))

URL = "https://loket.contoh.go.id"
HIDDEN = re.compile(r'name="(form|once)" value="([^"]+)"')
BUTTON = re.compile(r'name="button" value="([^"]+)">([^<]+)')
CODE = re.compile(r"\b\d{6}\b")


class Silent:
    """The tests do the workers' work themselves."""

    def wake(self, queue: Queue) -> None:
        pass


class NoTwilio:
    """Of all others the carrier takes what it is given."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    def send(self, sender_address: str, to: str, outbound: Any, tag: str = "") -> str:
        self.sent.append(outbound.body)
        return f"SM{tag}"


@dataclass
class Site:
    """`ahead` moves the clock of everything here but the worker that reads files."""

    app: Flask
    database: Database
    store: ObjectStore
    conversations: Conversations
    town: Town
    twilio: NoTwilio = field(default_factory=NoTwilio)
    ahead: timedelta = timedelta()

    def clock(self) -> datetime:
        return now() + self.ahead

    def later(self, **span: float) -> None:
        self.ahead += timedelta(**span)

    def window(self, code: str = "BPP", source: str = "10.0.0.1") -> Window:
        return Window(self.app.test_client(), self, code, source)

    @property
    def carrier(self) -> Carriers:
        return Carriers(self.twilio, None, PageCarrier(self.store))  # type: ignore[arg-type]

    def work(self) -> None:
        """All workers once: files are judged, albums and lines are complete, the outbox is sent."""
        Fetcher(self.database, self.carrier, self.store, None).run()
        self.later(seconds=12)
        self.conversations.drain_due()
        Dispatcher(self.database, self.carrier, CarrierLinks(self.database, URL), lambda *_: "").run(at=self.clock())

    def rows(self, table: type[Any], *conditions: Any) -> list[Any]:
        with self.database.reading() as session:
            return list(session.exec(select(table).where(*conditions).order_by(col(table.id))))

    def contact(self, address: str) -> Contact:
        found: Contact = next(each for each in self.rows(Contact) if each.address == address)
        return found

    def sms_code(self, phone: str) -> str:
        rows = self.rows(Outgoing, Outgoing.contact_id == self.contact(phone).id)
        message = Message.from_body(rows[-1].body)
        assert message.secret
        return str(CODE.findall(message.text)[0])


@dataclass
class Window:
    """A browser of its own, on the page of the office `code`; `page` is as it was last shown."""

    client: FlaskClient
    site: Site
    code: str
    source: str
    page: str = ""
    status: int = 0
    path: str = ""
    headers: Any = None
    data: bytes = b""

    @property
    def text(self) -> str:
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", self.page)).split())

    @property
    def buttons(self) -> dict[str, str]:
        return {html.unescape(label): value for value, label in BUTTON.findall(self.page)}

    @property
    def hidden(self) -> dict[str, str]:
        return dict(HIDDEN.findall(self.page))

    def get(self, path: str = "") -> str:
        return self._shown(lambda **more: self.client.get(f"/laman/{self.code}{path}", **more))

    def post(self, path: str, hidden: dict[str, str] | None = None, **fields: Any) -> str:
        data = (self.hidden if hidden is None else hidden) | fields
        return self._shown(lambda **more: self.client.post(f"/laman/{self.code}{path}", data=data, **more))

    def enters(self, phone: str, **more: Any) -> str:
        self.get()
        self.post("", phone=phone)
        return self.post("/kode", code=self.site.sms_code(f"+62{phone.replace('-', '')[1:]}"), **more)

    def says(self, text: str) -> str:
        return self.post("/tulis", text=text)

    def presses(self, label: str) -> str:
        return self.post("/tulis", button=self.buttons[label])

    def sends(self, *files: bytes, text: str = "") -> str:
        return self.post("/tulis", text=text, file=[(BytesIO(data), "../surat.jpg") for data in files])

    def _shown(self, ask: Callable[..., Any]) -> str:
        answer = ask(follow_redirects=True, environ_base={"REMOTE_ADDR": self.source})
        self.status, self.page, self.path = answer.status_code, "", answer.request.path
        self.headers, self.data = answer.headers, answer.data
        if answer.mimetype == "text/html":
            self.page = answer.text
        return self.text


def site_of(database: Database, folder: Path, vault: Vault) -> Site:
    app, town, store = Loket("loket", static_folder=None), Town(database), ObjectStore(folder / "objects", vault)
    opened: list[Site] = []

    def clock() -> datetime:
        return opened[0].clock()

    talk = Conversations(
        database, services(), book(), meaning(), load_regions(), words(), URL, official=False, clock=clock
    )
    opened.append(Site(app, database, store, talk, town))
    handouts = Handouts(database, services(), load_regions(), words())
    app.register_blueprint(
        public_pages(
            database=database, store=store, waker=Silent(), words=words(), catalogue=services(), handouts=handouts,  # type: ignore[arg-type]
            public_url=URL, clock=clock,
        )
    )  # fmt: skip
    at_once, links, screen = AtOnce(talk, Silent(), 4), CarrierLinks(database, ""), Screen(words(), clock)
    standing = standing_of(services(), load_regions(), words(), URL, screen)
    app.register_blueprint(
        door_of_pages(database, PageCarrier(store), links, at_once, screen, "http://localhost", standing)
    )
    app.after_request(close_the_curtains)
    return opened[0]


def asks_for_a_card(window: Window) -> None:
    """All questions of a lost family card, up to the photos."""
    window.says("kk saya hilang")
    window.presses("Tidak ada")
    for answer in ("rina contoh", "6471044506900000", "lupa", "karang rejo"):
        window.says(answer)


def asks(window: Window, phone: str, times: int) -> int:
    """The last answer's status."""
    for _ in range(times):
        window.get()
        window.post("", phone=phone)
    return window.status
