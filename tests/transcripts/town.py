"""The office behind a transcript: four offices' rows, officers, and what they do in a line of words."""

from __future__ import annotations

from datetime import UTC, datetime
from math import inf
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from bot.templates import TEMPLATES
from registry import tickets
from registry.actors import Actor
from registry.cards import suket
from registry.cases import services
from registry.counter.filing import file_case
from registry.database import Database
from registry.lifecycle import Role
from registry.models import (
    Case,
    Channel,
    Complaint,
    Content,
    DataRequest,
    Office,
    Officer,
    Sender,
    Ticket,
)
from registry.promises import keep_or_move
from registry.retention import on_request
from registry.retention.journal import Journal
from registry.retention.steps import drop_copy
from registry.rights import complaints, data_copy, data_desk
from registry.services.conditions import holds
from registry.telling import TAKEN_BACK
from registry.web_door import visits
from tests.stocked import stock_up
from tests.transcripts import vans, web_forms
from tests.transcripts.decisions import DECISIONS, DEEDS, next_document

if TYPE_CHECKING:
    from tests.transcripts.chat import Chat

WEEK = {day: [["08:00", "15:00"]] for day in ("mon", "tue", "wed", "thu")} | {"fri": [["08:00", "11:00"]]}
OFFICES = (
    ("BPP", "Disdukcapil Balikpapan", "64.71", "Asia/Makassar", "Jl. Contoh 1, Balikpapan"),
    ("CLG", "Disdukcapil Cilegon", "36.72", "Asia/Jakarta", "Jl. Contoh 2, Cilegon"),
)


class Town:
    """`officer` may do everything; who may do what is tested elsewhere."""

    def __init__(self, database: Database) -> None:
        """Founds it, where it is not there yet."""
        self.database = database
        with database.reading() as session:
            self._officers = _officers(session)
        if not self._officers:
            self._found()

    def _found(self) -> None:
        with self.database.writing() as session:
            for code, name, region, zone, address in OFFICES:
                hours = {"zone": zone, "weekly": WEEK}
                session.add(
                    Office(
                        code=code,
                        name=name,
                        region=region,
                        timezone=zone,
                        hours=hours,
                        address=address,
                        last_case=411,
                        postage_elsewhere_rupiah=27_000 if code == "CLG" else None,
                    )
                )
            session.flush()
            offices = {office.code: office.id for office in session.exec(select(Office))}
            for channel in (Channel.WHATSAPP, Channel.SMS):
                prefix = "whatsapp:" if channel is Channel.WHATSAPP else ""
                for code, office_id in [*offices.items(), ("shared", None)]:
                    session.add(Sender(channel=channel, address=prefix + _number(code), office_id=office_id))
            roles = [role.value for role in Role if role not in (Role.CITIZEN, Role.SYSTEM, Role.PROVINCE)]
            for name in TEMPLATES:
                session.add(Content(name=name, language="id", sid="HX" + 32 * "0", approval="approved"))
            for office_id in offices.values():
                stock_up(session, office_id, datetime(2026, 1, 1, tzinfo=UTC))
            for code, office_id in offices.items():
                session.add(_officer(code, office_id, roles))
            session.flush()
            self._officers = _officers(session)

    def sender(self, code: str, channel: Channel) -> str:
        if channel is Channel.WEB:
            return f"web:{code}"
        return ("whatsapp:" if channel is Channel.WHATSAPP else "") + _number(code)

    def open_the_door(self) -> None:
        """Of the offices' pages, as the first who comes does."""
        with self.database.writing() as session:
            for office in session.exec(select(Office)).all():
                visits.page_of(session, office)

    def setting(self, name: str, value: str) -> None:
        with self.database.writing() as session:
            for office in session.exec(select(Office)):
                setattr(office, name, value)

    def happens(self, words: str, chat: Chat) -> None:
        """approve, correct KEY = VALUE, ask again PAPER + ANSWER: REASON, refuse: REASON, hold: REASON, resume,
        withdraw: REASON, seen PAPER, issue, siak, revoke, ready, print, post TRACKING, give TAKER, deliver, remind,
        collect (or collect family NAME, collect proxy NAME), return REASON, officer takes, officer says TEXT, officer
        passes, officer closes, supervisor answers TEXT, the clock looks (for promises), supervisor copies, supervisor
        corrects TEXT, supervisor cannot TEXT, chores, copies go, page PAPERS, suket NIK KK (stand on the list), counter
        files SERVICE (for a relative of whoever chats here), form sends SERVICE (with their telephone), van WORDS
        (tests/transcripts/vans.py)."""
        if words == "copies go":
            self._copies_go(chat)
        elif words == "the clock looks":
            keep_or_move(self.database, chat.at)
        elif words == "chores":
            with TemporaryDirectory() as folder:
                on_request.run(self.database, Journal(Path(folder) / "deletions.jsonl"), chat.at, inf)
        elif words.startswith("page "):
            chat.page_finished(*words.removeprefix("page ").split())
        else:
            self._at_work(words, chat)

    def _copies_go(self, chat: Chat) -> None:
        """Those whose link has ended."""
        with self.database.writing() as session:
            for request in session.exec(select(DataRequest)).all():
                drop_copy(session, request.id, chat.at)

    def _at_work(self, words: str, chat: Chat) -> None:
        with self.database.writing() as session:
            if words.startswith("officer "):
                self._talks(session, words.removeprefix("officer "), chat)
                return
            if words.startswith("suket "):
                held = suket.read([("NIK", "No KK"), words.split()[1:]]).holders
                suket.keep(session, _officers(session)["BPP"], held, chat.at)
                return
            if words.startswith("van "):
                vans.happens(session, _officers(session)["BPP"], words.removeprefix("van "), chat.at)
                return
            if words.startswith("form sends "):
                web_forms.sends(session, _officers(session)["BPP"], words.removeprefix("form sends "), chat)
                return
            if words.startswith("counter files "):
                self._files(session, words.removeprefix("counter files "), chat)
                return
            if words.startswith("supervisor "):
                self._supervises(session, words.removeprefix("supervisor "), chat)
                return
            case = session.exec(select(Case).order_by(col(Case.id).desc())).first()
            assert case is not None
            office = session.get_one(Office, case.office_id)
            self._decides(session, words, case, self._officers[office.code], chat)

    def _files(self, session: Session, code: str, chat: Chat) -> None:
        """For Rina Contoh, who has no telephone; the papers are to be brought."""
        service = services()[code]
        answers = {"reason": "lost", "still_have": "none", "name": "Rina Contoh", "nik": "6471044506900000",
                   "kk_number": "", "village": "64.71.04.1003"}  # fmt: skip
        papers = [paper.key for paper in service.paper if holds(paper.when, answers, chat.at.date())]
        phone = chat.address.removeprefix("whatsapp:")
        file_case(session, self._officers["BPP"], service, answers, papers, relative=phone, official=False, at=chat.at)

    def _decides(self, session: Session, words: str, case: Case, officer: Actor, chat: Chat) -> None:
        words, _, reason = words.partition(": ")
        command = next((each for each in DECISIONS if words.startswith(each)), None)
        if command:
            paper = words.removeprefix(command).strip()
            DECISIONS[command](session, officer, case.id, paper, reason, chat.at)
            chat.at += TAKEN_BACK
            return
        what, _, rest = words.partition(" ")
        document = next_document(session, case, "pdf" if what in ("issue", "siak", "revoke") else "card")
        DEEDS[what](session, officer, document, rest, chat.at)

    def _supervises(self, session: Session, words: str, chat: Chat) -> None:
        command, _, text = words.partition(" ")
        table: Any = Complaint if command == "answers" else DataRequest
        asked: Any = session.exec(select(table).order_by(col(table.id).desc())).first()
        officer = next(actor for actor in self._officers.values() if actor.office_id == asked.office_id)
        match command:
            case "answers":
                complaints.answer(session, officer, asked.id, text, chat.at)
            case "copies":
                data_desk.confirm(session, officer, asked.id, "counter", chat.at)
                data_copy.hand_in(session, asked.id, 32 * "0", chat.at)
            case "corrects":
                data_desk.correct(session, officer, asked.id, "call", text, chat.at)
            case "cannot":
                data_desk.refuse(session, officer, asked.id, text, chat.at)

    def _talks(self, session: Session, words: str, chat: Chat) -> None:
        ticket = session.exec(select(Ticket).order_by(col(Ticket.id).desc())).first()
        assert ticket is not None
        officer = next(actor for actor in self._officers.values() if actor.office_id == ticket.office_id)
        command, _, text = words.partition(" ")
        if command == "takes":
            tickets.take(session, officer, ticket.id, chat.at)
        elif command == "passes":
            tickets.hand_on(session, officer, ticket.id, "counter", chat.at)
        elif command == "says":
            tickets.say(session, officer, ticket.id, text, chat.at)
        else:
            tickets.close(session, officer, ticket.id, chat.at)


def _officer(code: str, office_id: int, roles: list[str]) -> Officer:
    return Officer(
        office_id=office_id, username=code, name="Petugas Contoh", password_hash="-", roles=roles, session_key="-"
    )


def _officers(session: Session) -> dict[str, Actor]:
    """One of each office, who has its code for a name."""
    return {officer.username: Actor.officer(officer) for officer in session.exec(select(Officer))}


def _number(code: str) -> str:
    return {"BPP": "+628110000001", "CLG": "+628110000004", "shared": "+628110000009"}[code]
