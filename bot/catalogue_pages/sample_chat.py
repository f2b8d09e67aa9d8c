"""A service's chat as it really goes: a sample citizen on the engine itself, at one office."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot import effects
from bot.catalogue_pages import sample_citizen
from bot.compact import compact_unknown
from bot.context import Context, Heard
from bot.effects import Effect, OpenCase, Start
from bot.engine import respond
from bot.flow import Flow, JudgedUpload, OfficeCard, Step, Talk
from bot.flows.application import NAME
from bot.flows.sorting import PREFIX
from bot.flows.together import asked_with
from bot.matters.accepted import accepted, pin_told
from bot.meaning.picks import label
from bot.meaning.understanding import Read
from bot.says import Option, PrivacyPage, Say, UploadPage
from bot.speaking import Speaker
from bot.state import Frame, State
from bot.turn import Turn
from bot.wording import Wording
from notifications.outbox import Message
from registry.calendar.working_time import OpeningHours
from registry.catalogue import Catalogue, Question, Service
from registry.models import Case, Channel
from registry.places.regions import load_regions
from registry.uploads.reading import Reading

Wanted = Mapping[str, Any]  # answers other than the usual ones, by question
URL = "https://loket.contoh.go.id"
TOKEN = 22 * "K"  # as long as a real one
PIN = "482913"
PLACE = 12
PHOTO = {"id": "foto", "en": "photo"}
BRINGS = {"id": "bawa", "en": "bring"}
LONGEST = 60  # exchanges; a chat that does not end by then goes in circles


@dataclass(frozen=True)
class Counter:
    """The office whose chat it is. `rules`: as the catalogue has them for its code."""

    card: OfficeCard
    opens: OpeningHours
    at: datetime

    @property
    def today(self) -> date:
        return self.at.astimezone(ZoneInfo(self.card.timezone)).date()


@dataclass(frozen=True)
class Parts:
    catalogue: Catalogue
    flows: Mapping[str, Flow]
    means: Read
    words: Wording


@dataclass(frozen=True)
class Exchange:
    """`asked` are the questions that the citizen answers with the next one; `sums_up`: the answers are read back."""

    number: int
    said: str
    messages: Sequence[Message]
    asked: Sequence[Question] = ()
    beside: Sequence[tuple[str, str]] = ()  # what is presumed of a question, and may be said otherwise here
    sums_up: bool = False


@dataclass
class SampleChat:
    """One citizen, from the choice of the service to its end. Nobody else knows of it: nothing is kept."""

    parts: Parts
    counter: Counter
    channel: Channel
    language: str
    service: str
    wanted: Wanted
    _state: State = field(default_factory=lambda: State(noticed=True))
    _files: dict[int, JudgedUpload] = field(default_factory=dict)

    def play(self) -> Iterator[Exchange]:
        title = self._word(f"service-{self.service}")
        yield self._exchange(0, f"({title})", self._turn(lambda turn: turn.settle([Start(NAME + self.service)])))
        for number in range(1, LONGEST):
            frame, step = self._open()
            if frame is None or step is None:
                return
            told, heard = self._next(frame, step)
            yield self._exchange(number, told, self._turn(lambda turn, heard=heard: respond(turn, heard)))
        raise RuntimeError(f"The chat about {self.service} comes to no end: {self.wanted}")

    def _exchange(self, number: int, told: str, messages: Sequence[Message]) -> Exchange:
        frame, step = self._open()
        if frame is None or step is None:
            return Exchange(number, told, messages)
        talk = self._talk(frame)
        asked = [self._service.question_by_key[each.key] for each in self._asked(frame, step, talk)]
        ids = [option["id"].partition("=") for option in self._state.offered]
        return Exchange(
            number, told, messages, asked, [(key, other) for key, _, other in ids if other], step.is_summary
        )

    def _asked(self, frame: Frame, step: Step, talk: Talk) -> Iterator[Step]:
        known = self._service.question_by_key
        yield from (each for each in asked_with(step, self.parts.flows[frame.flow].steps, talk) if each.key in known)

    def _next(self, frame: Frame, step: Step) -> tuple[str, Heard]:
        """What the citizen does now, as it is written down and as it arrives."""
        talk = self._talk(frame)
        if step.is_summary:
            return self._picks("send")
        if step.takes_uploads:
            return self._photographs(step, talk)
        if presumed := next((id for id in self._offered_ids() if self._says_otherwise(id)), None):
            return self._picks(presumed)
        asked = list(self._asked(frame, step, talk))
        if not asked:
            return self._types(BRINGS[self.language])
        if len(asked) > 1 or not self._service.question_by_key[step.key].options:
            return self._types(", ".join(self._answer(each, talk) for each in asked))
        return self._picks(self._option(step.key, frame.answers))

    def _answer(self, step: Step, talk: Talk) -> str:
        question = self._service.question_by_key[step.key]
        if question.options:
            return self._word(f"option-{question.key}-{self._option(question.key, talk.answers)}")
        return sample_citizen.said(question, self.wanted.get(question.key), talk)

    def _option(self, key: str, answers: Mapping[str, Any]) -> str:
        """The usual one is the first that leads on."""
        question = self._service.question_by_key[key]
        return str(self.wanted.get(key) or next(each for each in question.options if each not in question.stops))

    def _says_otherwise(self, option: str) -> bool:
        key, _, other = option.partition("=")
        return bool(other) and self.wanted.get(key) == other

    def _photographs(self, step: Step, talk: Talk) -> tuple[str, Heard]:
        """A good photo of the right paper, on which stands what was answered."""
        paper = self._at_office.paper_by_key[step.key.removeprefix(PREFIX)]
        bears = {
            kind: [talk.answers.get(q.key) for q in self._service.question if q.kind == kind] for kind in paper.bears
        }
        numbers = tuple(next((each for each in found if each), "") for found in bears.values())
        reading = Reading((paper.key,), tuple(filter(None, numbers)), talk.today.isoformat() if paper.dated else None)
        file = JudgedUpload(len(self._files) + 1, "fine", "image", reading, sum=f"{len(self._files)}")
        self._files[file.id] = file
        return f"({PHOTO[self.language]}: {self._word(f'paper-{paper.key}')})", Heard(uploads=(file,))

    def _types(self, text: str) -> tuple[str, Heard]:
        return text, Heard(text)

    def _picks(self, id: str) -> tuple[str, Heard]:
        """By its button, by SMS its number; what has neither is told in words."""
        at, option = next(each for each in enumerate(self._options(), 1) if each[1].id == id)
        named = label(option, self.parts.words, self.language, self.channel)
        if self.channel is not Channel.SMS and not option.quiet:
            return f"[{named}]", Heard(button=f"{self._state.prompt}:{id}")
        return self._types(named if option.unnumbered else str(at))

    def _options(self) -> list[Option]:
        return [Option(**option) for option in self._state.offered]

    def _offered_ids(self) -> list[str]:
        return [option.id for option in self._options()]

    @property
    def _service(self) -> Service:
        return self.parts.catalogue[self.service]

    @property
    def _at_office(self) -> Service:
        return self.parts.catalogue.at(self.counter.card.code, self.service)

    def _word(self, key: str) -> str:
        return self.parts.words.render(key, {}, self.language, self.channel)

    def _open(self) -> tuple[Frame | None, Step | None]:
        turn = Turn(self._context(), self._state)
        return self._state.top, turn.open_step()

    def _talk(self, frame: Frame) -> Talk:
        return Turn(self._context(), self._state).talk(frame)

    def _turn(self, what: Any) -> Sequence[Message]:
        turn = Turn(self._context(), self._state)
        what(turn)
        while turn.effects:
            turn.settle([said for effect in turn.effects for said in self._carried_out(effect)])
        speaker = Speaker(self.parts.words, self.language, self.channel, _address, lambda form: 1)
        return speaker.messages(turn.says, self._state.prompt)

    def _carried_out(self, effect: Effect) -> Sequence[Say | Start]:
        match effect:
            case Start():
                return [effect]
            case effects.Tell(key, args):
                return [Say(key, args)]
            case OpenCase():
                pin = [pin_told(PIN, self.counter.card, URL)] if self.channel is Channel.WEB else []
                return [self._accepted(effect), *pin]
        return []

    def _accepted(self, effect: OpenCase) -> Say:
        """As a case of an office that works off its queue; nothing is promised while papers are to be brought."""
        service, office, at = self._at_office, self.counter.card, self.counter.at
        brought = "bring" in effect.papers.values()
        case = Case(
            number=f"{office.code}-00412", office_id=office.id, contact_id=0, service=service.code, answers={},
            opened_at=at, queued_at=at, hours_left=service.sla_hours,
            promised_at=None if brought else self.counter.opens.add_working_hours(at, service.sla_hours),
        )  # fmt: skip
        return accepted(case, service, office, PLACE, at, listed=service.listed and not brought)

    def _context(self) -> Context:
        parts, card = self.parts, self.counter.card
        return Context(
            today=self.counter.today, channel=self.channel,
            language=self.language, office=card, offices=(card,), shared=False, regions=load_regions(),
            words=parts.words, flows=parts.flows, catalogue=parts.catalogue, means=parts.means,
            compact=lambda text: None, unknown_code=lambda text: compact_unknown(text, parts.catalogue),
            files=lambda ids: tuple(self._files[each] for each in ids if each in self._files),
            earlier=lambda nik: (), sent=lambda: (),
        )  # fmt: skip


def _address(page: UploadPage | PrivacyPage) -> str:
    return f"{URL}/u/{TOKEN}" if isinstance(page, UploadPage) else f"{URL}/p"
