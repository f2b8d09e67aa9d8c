"""One turn of a conversation: what was heard, what is said, what is to be done. Pure: no database, clock, network."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from bot.commands import command
from bot.context import Context, Heard
from bot.effects import Effect, Start
from bot.flow import (
    Accepted,
    Answer,
    AskAgain,
    Flow,
    Option,
    Reopen,
    Say,
    Several,
    Step,
    Talk,
)
from bot.flows.papers import VOICE
from bot.picks import pick
from bot.state import Frame, State
from registry.models import Channel

MISSES = 3  # bad answers to one question before an officer is offered
OFFER_OFFICER = (
    Option("!officer", "option-to-officer"),
    Option("!menu", "option-menu"),
    Option("!again", "option-later"),
)
STALE = Option("!stale", "stale-button")


class Turn:
    """Changes `state`, and gathers `says` and `effects` in order. `asked` tells that a question stands at the end."""

    def __init__(self, context: Context, state: State, act: Callable[[Turn, str], None]) -> None:
        self.context = context
        self._act = act  # what a command does
        self.state = state
        self.says: list[Say] = []
        self.effects: list[Effect] = []
        self.asked = False

    def talk(self, frame: Frame) -> Talk:
        c = self.context
        office = c.office
        if chosen := frame.answers.get("office"):
            office = next((o for o in c.offices if o.code == chosen), office)
        return Talk(
            answers=frame.answers,
            facts=frame.facts,
            today=c.today,
            channel=c.channel,
            language=c.language,
            office=office,
            offices=c.offices,
            shared=c.shared,
            regions=c.regions,
            words=c.words,
            note=frame.note,
        )

    def talk_about(self, flow: str, answers: Mapping[str, Any]) -> Talk:
        """What a step of `flow` would know if it began with these answers."""
        return self.talk(Frame(flow, dict(answers)))

    def renew(self) -> None:
        """Frames begun under an older version of their flow keep what still stands, and the citizen is told."""
        self.state.stack = [frame for frame in self.state.stack if frame.flow in self.context.flows]
        for frame in self.state.stack:
            flow = self.context.flows[frame.flow]
            if frame.version == flow.version:
                continue
            steps = {step.key: step for step in flow.steps}
            talk = self.talk(frame)
            frame.answers = {k: v for k, v in frame.answers.items() if k in steps and steps[k].fits(talk, v)}
            frame.version = flow.version
            self.say(Say("form-changed"))

    def hear(self, heard: Heard) -> None:
        option = self._option(heard)
        name = option.id[1:] if option and option.id.startswith("!") else None
        name = name or (command(heard.text) if option is None else None)
        if self.state.ticket is not None and name not in ("continue", "menu", "stop"):
            self._kept_for_officer()
        elif name == "stale":
            self.say(Say("stale-button"))
            self.repeat()
        elif name:
            self._act(self, name)
        elif heard.uploads or heard.oddity:
            self._received(heard)
        elif not self._gave_way(heard.text):
            self._told(Answer(heard.text, option.id if option else None))

    def _kept_for_officer(self) -> None:
        """An officer has the word: the message is kept, and the bot says so once."""
        if not self.state.ticket_told:
            self.state.ticket_told = True
            self.say(Say("passed-to-officer"))

    def _gave_way(self, text: str) -> bool:
        """At the menu, "kk saya hilang" says more than the list's first level."""
        frame = self.state.top
        if not text or frame is None or not self.context.flows[frame.flow].gives_way:
            return False
        start = self.context.wish(text)
        if start is None:
            return False
        self.state.stack.pop()
        self.start(start)
        self.advance()
        return True

    def _option(self, heard: Heard) -> Option | None:
        offered = [Option(**option) for option in self.state.offered]
        if heard.button:
            number, _, chosen = heard.button.partition(":")
            fresh = number == str(self.state.prompt)
            return next((option for option in offered if fresh and option.id == chosen), STALE)
        if not heard.text or not offered:
            return None
        c = self.context
        numbers = c.channel is Channel.SMS or not self._at_summary()
        return pick(heard.text, offered, c.words, c.language, c.channel, numbers=numbers)

    def _at_summary(self) -> bool:
        return (step := self._open_step()) is not None and step.is_summary

    def _open_step(self) -> Step | None:
        frame = self.state.top
        return self.context.flows[frame.flow].open_step(self.talk(frame)) if frame else None

    def _told(self, answer: Answer) -> None:
        frame, step = self.state.top, self._open_step()
        if frame and step:
            self._answer(frame, step, answer)
        elif start := self.context.wish(answer.text):
            self.start(start)
            self.advance()
        elif unknown := self.context.unknown_code(answer.text):
            self.say(unknown)
        else:
            self._not_understood(answer.text)

    def _received(self, heard: Heard) -> None:
        """Files or things we cannot read; at a paper's step they are the answer, elsewhere they are kept."""
        frame, step = self.state.top, self._open_step()
        if frame and step and step.takes_uploads and heard.uploads:
            return self._answer(frame, step, Answer(uploads=heard.uploads))
        if any(upload.kind == "voice" for upload in heard.uploads):
            return self.question(Say("voice-note", options=VOICE))
        for key in dict.fromkeys(heard.remarks()):
            self.say(Say(key))
        return self.repeat()

    def _answer(self, frame: Frame, step: Step, answer: Answer) -> None:
        if answer.pick == "retype":
            frame.pending = None
            return self.advance()
        try:
            value = frame.pending if answer.pick == "accept" else step.read(self.talk(frame), answer)
        except AskAgain as again:
            return self._missed(frame, again)
        return self._take(frame, step, value)

    def _take(self, frame: Frame, step: Step, value: Any) -> None:
        if isinstance(value, Reopen):
            frame.answers.pop(value.key, None)
            return self.advance()
        ack = value.ack if isinstance(value, Accepted | Several) else None
        note = value.note if isinstance(value, Several) else None
        value = value.value if isinstance(value, Accepted) else value
        values = value.values if isinstance(value, Several) else {step.key: value}
        for key, each in values.items():
            frame.answers[key] = each
            frame.given = [given for given in frame.given if given != key] + [key]
        self._drop_unfit(frame)
        frame.misses, frame.pending, frame.note = 0, None, note
        if ack:
            self.say(ack)
        if stop := step.stops.get(value) if isinstance(value, str) else None:
            self.say(Say(stop))
            self.state.stack.pop()
            return self.settle(())
        return self.advance()

    def _drop_unfit(self, frame: Frame) -> None:
        """Another office has other villages: what the new answer contradicts is asked again."""
        talk = self.talk(frame)
        for step in self.context.flows[frame.flow].steps:
            if step.key in frame.answers and not step.fits(talk, frame.answers[step.key]):
                del frame.answers[step.key]

    def _missed(self, frame: Frame, again: AskAgain) -> None:
        frame.misses += 1
        frame.pending, frame.note = again.pending, again.note
        if frame.misses >= MISSES and not again.pending:
            self.say(replace(again.say, options=()))
            self.question(Say("offer-officer", options=OFFER_OFFICER))
        elif again.asks:
            self.question(again.say)
        else:
            self.say(again.say)
            self.advance()

    def _not_understood(self, text: str) -> None:
        self.state.misses += 1
        if self.context.thanks(text):
            self.state.misses = 0
            self.say(Say("thanks"))
        elif self.context.greets(text):
            self.start(Start("menu", facts={"opening": "greeting"}))
            self.advance()
        elif self.state.misses == 1:
            self.start(Start("menu", facts={"opening": "unclear"}))
            self.advance()
        elif self.state.misses == 2:
            self.say(Say("not-understood-second"))
        else:
            self.question(Say("not-understood-third", options=OFFER_OFFICER))

    def say(self, say: Say) -> None:
        self.says.append(say)

    def question(self, say: Say) -> None:
        """Say it and expect an answer to it: older buttons become stale."""
        self.say(say)
        self.asked = True
        self.state.prompt += 1
        self.state.offered = [asdict(option) for option in say.options]

    def start(self, start: Start) -> None:
        """Put a flow on top. The same flow already open about the same thing is taken up instead of begun twice."""
        stack, about = self.state.stack, start.facts.get("about")
        same = next((f for f in stack if f.flow == start.flow and f.facts.get("about") == about), None)
        if same:
            stack.remove(same)
            stack.append(same)
            same.facts.update(start.facts)
        else:
            flow = self.context.flows[start.flow]
            given = (
                list(start.answers) if start.facts.get("compact") else []
            )  # typed by the citizen: BACK returns there
            stack.append(Frame(start.flow, dict(start.answers), dict(start.facts), given, flow.version))
        self.state.misses = 0

    def advance(self) -> None:
        """Ask the next open question; a flow without one is finished, and its effects come first."""
        while frame := self.state.top:
            flow = self.context.flows[frame.flow]
            step = flow.open_step(self.talk(frame))
            if step:
                return self._ask(frame, flow, step)
            self.state.stack.pop()
            self.state.offered = []
            self.effects += flow.finish(self.talk(frame))
            if self.effects:
                return None
        return None

    def _ask(self, frame: Frame, flow: Flow, step: Step) -> None:
        talk = self.talk(frame)
        if not frame.prefaced and flow.steps.index(step) >= flow.preface_from:
            frame.prefaced = True
            if preface := flow.preface(talk):
                self.say(preface)
        frame.asked = True
        self.question(replace(step.ask(talk), follows=bool(self.says)))
        frame.facts.pop("opening", None)  # how a flow opens is said once

    def repeat(self) -> None:
        """Come back to the open question after something else."""
        if self.state.top and self.state.top.asked:
            self.say(Say("resumed"))
        self.advance()
        if not self.asked and not self.effects:
            self.say(Say("idle"))

    def settle(self, results: Sequence[Say | Start]) -> None:
        """Take in what the effects brought; when they end without a question, go back to what lies below."""
        for result in results:
            if isinstance(result, Start):
                self.start(result)
                self.asked = False
            elif result.options:
                self.question(result)
            else:
                self.say(result)
        self.effects = []
        if not self.asked and self.state.top and self.state.ticket is None:
            if self.state.top.asked:
                self.say(Say("resumed"))
            self.advance()
