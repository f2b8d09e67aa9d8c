"""Plays a citizen against the real drain, on a clock of its own; prints what the citizen sees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from sqlmodel import Session, col, func, select

from bot.conversations import Conversations
from bot.handlers.arrivals import Arrival, store
from bot.templates import SHOW
from notifications import windows
from notifications.content import QuickReply, session_form
from notifications.outbox import OPTED_OUT, Message
from notifications.shapes import is_template
from registry.database import Database
from registry.models import (
    Case,
    Channel,
    Contact,
    Conversation,
    Event,
    EventKind,
    EventState,
    Handout,
    Outgoing,
    OutgoingKind,
    OutgoingState,
    Paper,
    Upload,
    UploadLink,
    UploadState,
    VanBooking,
)
from registry.places.regions import load_regions
from tests.bot.player import book, meaning, services, words
from tests.transcripts.town import Town
from tests.transcripts.uploads import files, judged

START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)  # Monday, 09.00 WITA
URL = "https://loket.contoh.go.id"
PATIENCE = timedelta(seconds=10)  # longer than any album waits
FILE = re.compile(r"^\[((photo|pdf|voice|sticker|location|contact|album)\b[^]]*)\](?: (?P<caption>.+))?$")
BUTTON = re.compile(r"^\[(.+)\]$")
LATER, UNITS = re.compile(r"later (\d+)(h|min)"), {"h": "hours", "min": "minutes"}
TOKEN, PIN = re.compile(r"(/[ud]/)[\w-]+"), re.compile(r"\b\d{6}\b")


class Chat:
    """One citizen at one sender. `at` is the clock of everything here; `told` is all that was sent to them, `flows`
    what stood open after any line."""

    def __init__(self, database: Database, town: Town, channel: Channel, sender: str, address: str) -> None:
        self.database = database
        self.town = town
        self.at = START
        self.channel = channel
        self.told: list[Message] = []
        self.flows: set[str] = set()
        self._sender = sender
        self.address = address
        self._sent = 0
        self._seen: set[int] = set()
        self.cases: dict[str, str] = {}  # how each stands, by number
        self.conversations = Conversations(
            database, services(), book(), meaning(), load_regions(), words(), URL, False, lambda: self.at
        )

    def play(self, line: str) -> list[str]:
        """`line` is what the citizen does (>) or what happens in the office (*); returns what follows from it."""
        kind, _, text = line.partition(" ")
        shown: list[str] = []
        if kind == "*" and (later := LATER.fullmatch(text)):
            shown += self._passes(timedelta(**{UNITS[later[2]]: int(later[1])}))
        elif kind == "*":
            self.town.happens(text, self)
        else:
            self._citizen(text)
        self._settle()
        shown += self._shown()
        with self.database.reading() as session:
            self.flows |= _open_flows(session)
            shown += self._changed(session)
            codes = session.exec(select(VanBooking.code)).all()
        return [_masked(line, codes) for line in shown]

    def _citizen(self, text: str) -> None:
        """`//` parts what comes in a row, `\\n` the lines of one message."""
        text = self._code() if text == "(code)" else text
        file, button = FILE.match(text), BUTTON.match(text)
        if " // " in text:
            self._in_a_row(text.split(" // "))
        elif text == "[location]":
            self._arrives({"oddity": "location", "location": {"at": "-1.26540,116.83120", "label": ""}})
        elif file and file[2] in ("sticker", "contact"):
            self._arrives({"oddity": file[2]})
        elif file:
            self._sends_files(file[1], file["caption"] or "")
        elif button:
            self._arrives({"button": self._payload(button[1])})
        else:
            self._arrives({"text": text.replace("\\n", "\n")} if text else {"oddity": "empty"})

    def _in_a_row(self, lines: list[str]) -> None:
        """Messages a second apart: `rina // contoh`."""
        for line in lines:
            self._citizen(line)
            self.at += timedelta(seconds=1)
            self.conversations.drain_due()

    def _arrives(self, body: dict[str, object]) -> int:
        self._sent += 1
        sid = f"SM{self._sent:032x}"
        arrival = Arrival(self.channel, self._sender, self.address, sid, None, body, self.at)
        contact_id = store(self.database, arrival)
        assert contact_id is not None
        self.conversations.drain(contact_id)
        return contact_id

    def _sends_files(self, told: str, caption: str) -> None:
        """As the uploads worker would judge them, one after the other; `[photo] ini ktp` is one with a caption."""
        sent = files(told)
        for _ in sent:
            self._arrives({"media": [f"ME{self._sent:032x}"], "text": caption})
        fetched = select(Upload).where(Upload.state == UploadState.TO_FETCH).order_by(col(Upload.id))
        with self.database.writing() as session:
            for upload, (kind, words) in zip(session.exec(fetched).all(), sent, strict=True):
                judged(upload, kind, words)
                session.add(self._row(upload.contact_id, EventKind.UPLOAD_JUDGED, {"upload_id": upload.id}))

    def page_finished(self, *papers: str) -> None:
        """The citizen sent these papers on the one-time page; `ktp:6471044506900000` is one that was read."""
        contact_id = self.contact_id()
        with self.database.writing() as session:
            given = {}
            for sent in papers:
                paper, _, number = sent.partition(":")
                upload = Upload(contact_id=contact_id)
                session.add(upload)
                session.flush()
                judged(upload, "photo", f"{paper} {number}" if number else "")
                given[paper] = {"uploads": [upload.id], "flagged": False}
            session.add(self._row(contact_id, EventKind.UPLOAD_JUDGED, {"papers": given}))

    def contact_id(self) -> int:
        with self.database.reading() as session:
            return session.exec(select(Contact.id).order_by(col(Contact.id).desc())).first() or 0

    def _row(self, contact_id: int, kind: EventKind, body: Mapping[str, object]) -> Event:
        return Event(contact_id=contact_id, channel=self.channel, kind=kind, body=dict(body), due_at=self.at)

    def _code(self) -> str:
        """The six digits of the newest message: what its reader types."""
        with self.database.reading() as session:
            newest = session.exec(select(Outgoing).order_by(col(Outgoing.id).desc())).first()
        assert newest is not None
        return str(PIN.findall(Message.from_body(newest.body).text)[-1])

    def _payload(self, label: str) -> str:
        """The newest button with this label, as the handset would press it."""
        if label == words().render("option-show", {}, "id", self.channel):
            return SHOW
        with self.database.reading() as session:
            rows = session.exec(select(Outgoing).order_by(col(Outgoing.id).desc()))
            for row in rows:
                for choice in Message.from_body(row.body).choices:
                    if choice.label == label:
                        return choice.id
        raise AssertionError(f"No button is called {label}")

    def _passes(self, time: timedelta) -> Iterator[str]:
        """What comes due on the way happens in its own time."""
        until = self.at + time
        while (due := self._next_due()) and due <= until:
            self._settle(due)
            yield from self._shown()
        self.at = until

    def _settle(self, until: datetime | None = None) -> None:
        """Let the clock run while rows are due; long waits are for `* later`."""
        until = until or self.at + PATIENCE
        while (due := self._next_due()) and due <= until:
            self.at = max(self.at, due)
            self.conversations.drain_due()

    def _next_due(self) -> datetime | None:
        with self.database.reading() as session:
            return session.exec(select(func.min(Event.due_at)).where(Event.state == EventState.PENDING)).one()

    def _shown(self) -> Iterator[str]:
        """Outside the 24 hours only templates come through; what they stand for comes when the citizen answers."""
        with self.database.writing() as session:
            for row in self._unseen(session):
                contact = session.get_one(Contact, row.contact_id)
                if row.kind is not OutgoingKind.ANSWER and contact.opted_out_at:
                    row.state, row.error = OutgoingState.FAILED, OPTED_OUT  # as the send worker does
                elif not windows.is_open(self.channel, contact.window_until, self.at):
                    windows.hold(session, row.id, row.contact_id, self.at)
            for row in self._unseen(session):
                self._seen.add(row.id)
                row.state = OutgoingState.SENT
                self.told.append(Message.from_body(row.body))
                yield from self._message(self.told[-1])
            failed = session.exec(select(Event).where(Event.state == EventState.FAILED)).first()
            assert failed is None, "a row of the inbox failed"

    def _unseen(self, session: Session) -> Sequence[Outgoing]:
        waiting = select(Outgoing).where(Outgoing.state == OutgoingState.QUEUED, col(Outgoing.id).not_in(self._seen))
        return session.exec(waiting.order_by(col(Outgoing.id))).all()

    def _message(self, message: Message) -> Iterator[str]:
        if is_template(message):
            show = words().render("option-show", {}, "id", self.channel)
            yield from ("<", f"< (template) {message.notice} [{show}]")
            return
        text = PIN.sub("482913", TOKEN.sub(r"\1K7Q2M9XR4T", message.text)) if "ode" in message.text else message.text
        yield "<"
        yield from (f"< {line}".rstrip() for line in TOKEN.sub(r"\1K7Q2M9XR4T", text).split("\n"))
        if message.document_id:
            yield "< [PDF]"
        if message.handout_id:
            yield f"< [PDF {self._form(message.handout_id)}]"
        if message.booking_id:
            yield "< [tiket]"
        if message.choices:
            buttons = isinstance(session_form(message.choices), QuickReply)
            yield ("< " if buttons else "< (daftar) ") + self._choices(message)

    def _form(self, handout_id: int) -> str:
        with self.database.reading() as session:
            return session.get_one(Handout, handout_id).form

    def _choices(self, message: Message) -> str:
        return " ".join(f"[{choice.label}]" for choice in message.choices)

    def _changed(self, session: Session) -> Iterator[str]:
        for case in session.exec(select(Case).order_by(col(Case.id))):
            now = f"{case.number} {case.service} {case.state}{self._papers(session, case)}"
            if self.cases.get(case.number) != now:
                self.cases[case.number] = now
                yield f"! {now}"

    def _papers(self, session: Session, case: Case) -> str:
        papers = session.exec(select(Paper).where(Paper.case_id == case.id).order_by(col(Paper.id))).all()
        return "".join(f" {p.key}={p.state}{'?' if p.flagged else ''}" for p in papers)

    def links(self) -> int:
        with self.database.reading() as session:
            return session.exec(select(func.count(col(UploadLink.id)))).one()


def _open_flows(session: Session) -> set[str]:
    return {frame["flow"] for data in session.exec(select(Conversation.data)) for frame in data["stack"]}


def _masked(line: str, codes: Sequence[str]) -> str:
    """Codes of tickets are drawn by lot."""
    for code in codes:
        line = line.replace(code, "K7Q2M9")
    return line


def play(source: str, start: Callable[[dict[str, str]], Chat]) -> str:
    """The whole transcript as it really goes: its own `>` and `*` lines, and what came after each."""
    lines = source.splitlines()
    header = dict(line[2:].split(": ", 1) for line in lines if line.startswith("# ") and ": " in line)
    chat, written = start(header), [line for line in lines if line.startswith("#")]
    for line in lines:
        if line.startswith((">", "*")):
            written += ["", line, *chat.play(line)]
    return "\n".join("" if line == "<" else line for line in written) + "\n"  # an empty `<` begins a message
