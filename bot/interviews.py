"""A service's questions for an officer to fill in with who stands there: worded and read as in the chat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.flow import Accepted, Answer, OfficeCard, Step, Talk
from bot.flows.questions import question_steps
from bot.flows.typed import alone, told
from bot.flows.welcome import place_args
from bot.flows.written import WRITTEN
from bot.meaning.picks import label
from bot.office_cards import office_cards
from bot.says import AskAgain, Option, Say
from bot.wording import Wording
from registry.catalogue import Catalogue, Question, Service
from registry.counter.interview import Asked, Interview
from registry.database import Database
from registry.models import Channel
from registry.models.columns import now
from registry.places.regions import Regions
from registry.services.conditions import brought_up_by, holds

FORGOTTEN = "lupa"
AS_IN = Channel.WHATSAPP  # whose wordings and readings serve here


@dataclass(frozen=True)
class Interviews:
    """The registry's Interviewer."""

    database: Database
    catalogue: Catalogue
    regions: Regions
    words: Wording

    def __call__(self, code: str, office_id: int, given: Mapping[str, str], language: str) -> Interview:
        at = now()
        with self.database.reading() as session:
            office = next(card for card in office_cards(session, at) if card.id == office_id)
        service = self.catalogue.at(office.code, code)
        return _Sitting(service, self._talk(office, language, at), given).held()

    def again(
        self, code: str, office_id: int, answers: Mapping[str, Any], key: str, given: Mapping[str, str], language: str
    ) -> Interview:
        at = now()
        with self.database.reading() as session:
            office = next(card for card in office_cards(session, at) if card.id == office_id)
        service = self.catalogue.at(office.code, code)
        others = {name: value for name, value in answers.items() if name != key}
        sitting = _Sitting(service, replace(self._talk(office, language, at), answers=others), given)
        return sitting.put_one(key)

    def _talk(self, office: OfficeCard, language: str, at: datetime) -> Talk:
        today = at.astimezone(ZoneInfo(office.timezone)).date()
        return Talk({}, {}, today, AS_IN, language, office, (office,), False, self.regions, self.words)


@dataclass
class _Sitting:
    """One pass over the form: each question that applies by what was answered before it."""

    service: Service
    talk: Talk
    given: Mapping[str, str]
    form: list[Asked] = field(default_factory=list)
    stop: str | None = None

    def held(self) -> Interview:
        for step in question_steps(self.service):
            if self.stop is not None:
                break
            follows = self._follows(step.key)
            if step.when(self.talk):
                self.form.append(replace(self._put(step), follows=follows))
            elif follows:
                self.form.append(self._waiting(step, follows))
        answers, today = self.talk.answers, self.talk.today
        papers = tuple(paper.key for paper in self.service.paper if holds(paper.when, answers, today))
        asked = tuple(each for each in self.form if not each.waits)
        return Interview(asked, answers, papers, self.stop, tuple(self.form))

    def put_one(self, key: str) -> Interview:
        before = self.talk.answers
        step = next(step for step in question_steps(self.service) if step.key == key)
        asked = self._put(step)
        new = {name: value for name, value in self.talk.answers.items() if before.get(name) != value}
        return Interview((asked,), new, (), self.stop)

    def _follows(self, key: str) -> dict[str, Sequence[str]]:
        """Which choices on the form bring this question up. None where more than choices decides: then it comes once
        the form was sent."""
        question, shown = self.service.question_by_key[key], {each.key: each for each in self.form}
        found: dict[str, Sequence[str]] = {}
        for of, wanted in question.when.items():
            options = [id for id, _ in shown[of].options] if of in shown else []
            if options and (bring := brought_up_by(wanted, options)):
                found[of] = bring
            elif not holds({of: wanted}, self.talk.answers, self.talk.today):
                return {}
        return found if question.presumed is None else {}

    def _waiting(self, step: Step, follows: Mapping[str, Sequence[str]]) -> Asked:
        """Worded as if the first of the choices had been made."""
        chosen = {of: bring[0] for of, bring in follows.items()}
        question, say = self.service.question_by_key[step.key], alone(step, self._if_chosen(chosen))
        options = self._labelled(_own(say))
        return Asked(
            step.key,
            self._asks(say, question),
            question.kind,
            options,
            optional=question.optional,
            follows=follows,
            waits=True,
        )

    def _if_chosen(self, chosen: Mapping[str, Any]) -> Talk:
        return replace(self.talk, answers={**self.talk.answers, **chosen})

    def _put(self, step: Step) -> Asked:
        question, say = self.service.question_by_key[step.key], alone(step, self.talk)
        asked = Asked(
            step.key, self._asks(say, question), question.kind, self._labelled(_own(say)), optional=question.optional
        )
        text = FORGOTTEN if self.given.get(f"forgot.{step.key}") else self.given.get(step.key, "").strip()
        if not text:
            return asked
        try:
            read = self._read(step, text)
        except AskAgain as again:
            return self._unclear(step, asked, again)
        self._keep(step, read)
        ack = read[step.key].ack
        return replace(asked, answered=True, told=self._said(ack) if ack else None)

    def _read(self, step: Step, text: str) -> Mapping[str, Accepted]:
        """What an option stands for is its id; names and the like are taken as written, and the rest is read as the
        chat reads it."""
        if any(option.id == text for option in alone(step, self.talk).options):
            return {step.key: Accepted(text)}
        written = WRITTEN.get(self.service.question_by_key[step.key].kind)
        if written and text != FORGOTTEN:
            return {step.key: Accepted(written(self.talk, " ".join(text.split())))}
        return told(step, self.talk, text)

    def _unclear(self, step: Step, asked: Asked, again: AskAgain) -> Asked:
        """Which of its offers the officer picked, if it is one of them."""
        picked = self.given.get(f"pick.{step.key}", "")
        offers = [option for option in again.say.options if _is_answer(option)]
        if picked not in {option.id for option in offers}:
            return replace(asked, problem=self._said(again.say), offers=self._labelled(tuple(offers)))
        value = again.pending if picked == "accept" else step.read(self.talk, Answer(pick=picked))
        self._keep(step, {step.key: value if isinstance(value, Accepted) else Accepted(value)})
        chosen = tuple(offer for offer in self._labelled(tuple(offers)) if offer[0] == picked)
        return replace(asked, answered=True, told=chosen[0][1])

    def _keep(self, step: Step, read: Mapping[str, Accepted]) -> None:
        values = {key: accepted.value for key, accepted in read.items()}
        self.talk = replace(self.talk, answers={**self.talk.answers, **values})
        if key := step.stops.get(str(values.get(step.key))):
            self.stop = self._said(Say(key, place_args(self.talk)))

    def _said(self, say: Say) -> str:
        return self.talk.words.render(say.key, say.args, self.talk.language, AS_IN)

    def _asks(self, say: Say, question: Question) -> str:
        """What may be forgotten has a box to tick: what the chat would have typed for it is left out."""
        said = self._said(say)
        return f"{said.partition('?')[0]}?" if question.optional and "?" in said else said

    def _labelled(self, options: tuple[Option, ...]) -> tuple[tuple[str, str], ...]:
        return tuple((option.id, self._label(option)) for option in options)

    def _label(self, option: Option) -> str:
        return option.description or label(option, self.talk.words, self.talk.language, AS_IN)


def _own(say: Say) -> tuple[Option, ...]:
    return tuple(option for option in say.options if _is_answer(option) and not option.unnumbered)


def _is_answer(option: Option) -> bool:
    """Ways to an officer, or back to the question, are none here."""
    return not option.id.startswith("!") and option.id not in ("retype", "elsewhere")
