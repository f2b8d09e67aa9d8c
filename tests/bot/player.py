"""Plays a citizen on the pure engine: no database, clock or network. The state goes through JSON at every turn."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from bot import effects
from bot.compact import compact_unknown
from bot.compact_fields import compact_start
from bot.context import Context, Heard, Sent
from bot.effects import Effect, Start
from bot.engine import respond
from bot.flow import Flow, JudgedUpload, OfficeCard, SentBefore, Talk, ToldBefore
from bot.flows.book import flow_book
from bot.meaning.direction import here
from bot.meaning.understanding import Read, reader
from bot.renewal import renew
from bot.says import Option, PrivacyPage, Say, UploadPage
from bot.speaking import Speaker
from bot.state import State
from bot.turn import Turn
from bot.wording import Wording
from notifications.outbox import Message
from registry import catalogue
from registry.catalogue import Catalogue
from registry.models import Channel
from registry.offices.open_hours import OpenHours
from registry.places.regions import load_regions
from registry.uploads.reading import Reading

CHANNELS = (Channel.WHATSAPP, Channel.SMS)  # that are written on
TODAY = date(2026, 11, 23)
MOST_EFFECTS = 8
PAGE = "https://loket.contoh.go.id/u/K7Q2M9XR4TK7Q2M9XR4TK7"
HOURS = OpenHours(((0, 3, ("08:00-15:00",)), (4, 4, ("08:00-11:00",))), "Asia/Makassar")


def office(code: str, name: str, region: str, **settings: Any) -> OfficeCard:
    told = {"papers_by": "chat", "release_by": "chat"} | settings
    return OfficeCard(
        len(code), code, name, region, "Asia/Makassar", "Jl. Contoh 1, Balikpapan", HOURS, 14_000, **told,
        retention_days=30,
    )  # fmt: skip


BALIKPAPAN = office("BPP", "Disdukcapil Balikpapan", "64.71")
CILEGON = office("CLG", "Disdukcapil Cilegon", "36.72")


@cache
def services() -> Catalogue:
    return catalogue.load()


@cache
def words() -> Wording:
    return Wording()


@cache
def meaning() -> Read:
    return reader(services())


@cache
def book() -> Any:
    return flow_book(services())


@dataclass
class Player:
    """`done` are the effects so far; `carried_out` stands for the office."""

    channel: Channel = Channel.WHATSAPP
    language: str = "id"
    office: OfficeCard | None = BALIKPAPAN
    shared: bool = False
    kept: str = field(default_factory=lambda: json.dumps(State(noticed=True).to_json()))
    done: list[Effect] = field(default_factory=list)
    says: list[Say] = field(default_factory=list)
    files: dict[int, JudgedUpload] = field(default_factory=dict)
    flows: Mapping[str, Flow] = field(default_factory=lambda: book())
    filed: tuple[Sent, ...] = ()  # requests that run in the office
    told: tuple[ToldBefore, ...] = ()  # in earlier requests
    sent: dict[str, list[SentBefore]] = field(default_factory=dict)  # papers of earlier requests, by NIK

    @property
    def state(self) -> State:
        return State.from_json(json.loads(self.kept))

    def keep(self, state: State) -> None:
        self.kept = json.dumps(state.to_json())

    @property
    def offered(self) -> list[Option]:
        return [Option(**option) for option in self.state.offered]

    def context(self) -> Context:
        return Context(
            today=TODAY, channel=self.channel, language=self.language, office=self.office,
            offices=(BALIKPAPAN, CILEGON), shared=self.shared, regions=load_regions(), words=words(), flows=self.flows,
            catalogue=services(), means=self._means(), compact=self.compact,
            unknown_code=lambda text: compact_unknown(text, services()), files=self.known, earlier=self.sent_before,
            sent=lambda: self.filed, told=lambda: self.told,
        )  # fmt: skip

    def _means(self) -> Read:
        return here(meaning(), load_regions(), self.office.region if self.office else None)

    def known(self, ids: Sequence[int]) -> tuple[JudgedUpload, ...]:
        return tuple(self.files[number] for number in ids if number in self.files)

    def sent_before(self, nik: str) -> Sequence[SentBefore]:
        return self.sent.get(nik, ())

    def compact(self, text: str) -> Start | None:
        def about(flow: str) -> Talk:
            return Turn(self.context(), State()).talk_about(flow, {})

        return compact_start(text, services(), book(), about, meaning())

    def begin(self, flow: str, **facts: Any) -> list[Message]:
        """The office or a deed opens a flow."""
        return self._turn(lambda turn: turn.settle([Start(flow, facts=facts)]))

    def hear(self, heard: Heard) -> list[Message]:
        return self._turn(lambda turn: respond(turn, heard))

    def type(self, text: str) -> list[Message]:
        return self.hear(Heard(text))

    def press(self, option: str) -> list[Message]:
        return self.hear(Heard(button=f"{self.state.prompt}:{option}"))

    def send(self, *verdicts: str, kind: str | None = "image") -> list[Message]:
        return self.show(*((verdict, kind, None) for verdict in verdicts))

    def show(self, *files: tuple[str, str | None, Reading | None]) -> list[Message]:
        """Files with their verdict, their kind and what was read on them."""
        first = len(self.files) + 1
        sent = [JudgedUpload(number, *file, sum=f"{number:016}") for number, file in enumerate(files, first)]
        self.files |= {file.id: file for file in sent}
        return self.hear(Heard(uploads=tuple(sent)))

    def _turn(self, what: Any) -> list[Message]:
        turn = Turn(self.context(), self.state)
        renew(turn)
        what(turn)
        for _ in range(MOST_EFFECTS):
            if not turn.effects:
                break
            self.done += turn.effects
            turn.settle([result for effect in turn.effects for result in self._carried_out(effect, turn.state)])
        assert not turn.effects, "the turn does not come to rest"
        self.keep(turn.state)
        assert self.state == turn.state, "the conversation does not survive its storage"
        self.says = turn.says
        return self._speaker().messages(turn.says, turn.state.prompt)

    def _speaker(self) -> Speaker:
        return Speaker(words(), self.language, self.channel, _page, lambda form: 1)

    def _carried_out(self, effect: Effect, state: State) -> Sequence[Say | Start]:
        match effect:
            case Start():
                return [effect]
            case effects.SetLanguage(language, told):
                self.language = language
                return [Say("language-set")] if told else []
            case effects.HandToOfficer():
                state.hand_over(1)
                return [Say("officer-waiting", {"ahead": 3, "minutes": 15})]
            case effects.LeaveOfficer(to_menu):
                state.come_back()
                return [Start("menu")] if to_menu or not state.top else []
            case effects.WarnOf():
                return []
            case effects.ShowStatus():
                return [] if effect.unsent else [Say("status-none")]
        return [Say("thanks")]


def _page(page: UploadPage | PrivacyPage) -> str:
    return PAGE if isinstance(page, UploadPage) else PAGE.replace("/u/K7Q2M9XR4TK7Q2M9XR4TK7", "/p")
