"""One turn as it goes on: which question stands, what is said, what is to be done. No database, clock or network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot import condoling
from bot.another_person import give_back
from bot.compact_fields import also_told
from bot.context import Context
from bot.effects import Effect, LeaveOfficer, Start, WarnOf
from bot.flow import JudgedUpload, Several, Step, Talk
from bot.flows.application import NAME
from bot.flows.forms import with_forms
from bot.flows.menu import WORDS
from bot.flows.siblings import next_child
from bot.flows.told_before import BEFORE
from bot.flows.which import next_of
from bot.handed_on import handed_on
from bot.kept import Recalled, adopt, recall, unclaimed, used
from bot.prefacing import opening, preface
from bot.resuming import request_resumed, told_anew, waits_below
from bot.says import Say
from bot.state import Frame, State

# Opened so, it is not taken up again after anything else.
PASSING = ("greeting", "salam", "unclear", "which", "papers", "back")
LEADS_BACK = ("officer-closed",)  # sentences that the open question follows on the same line


class Turn:
    """Changes `state`, and gathers `says` and `effects` in order. `asked` tells that a question stands at the end,
    `private` that something of a complaint was said.

    While the turn is `patient`, words that do not do say nothing and change nothing: it `waits`. `growing` are the
    question answered moments ago and its words, `taken` those of this turn.
    """

    def __init__(self, context: Context, state: State) -> None:
        self.context = context
        self.state = state
        self.says: list[Say] = []
        self.effects: list[Effect] = []
        self.asked = False
        self.private = False
        self.patient = self.waits = False
        self.growing: tuple[str, str] | None = None
        self.taken: tuple[str, str] | None = None
        self._stood = state.top  # what was open when the turn began
        self._note_privacy()

    def _note_privacy(self) -> None:
        flow = self.context.flows.get(self.state.top.flow) if self.state.top else None
        self.private |= flow is not None and flow.private

    def talk(self, frame: Frame) -> Talk:
        c = self.context
        office = c.office
        if chosen := frame.answers.get("office"):
            office = next((o for o in c.offices if o.code == chosen), office)
        answers: dict[str, Any] = {}
        talk = Talk(
            answers=answers,
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
            tries=frame.misses,
            kept=unclaimed(frame),
            numbered=tuple(dict.fromkeys((*frame.numbered, *frame.uploads))),
            coming=bool(self.state.coming),
            unsent=waits_below(frame, self.state.stack),
            told=c.told,
        )
        c.flows[frame.flow].take_in(talk, answers, frame.answers)
        return talk

    def talk_about(self, flow: str, answers: Mapping[str, Any]) -> Talk:
        """What a step of `flow` would know if it began with these answers."""
        return self.talk(Frame(flow, dict(answers)))

    def files(self, ids: Sequence[int]) -> tuple[JudgedUpload, ...]:
        """With what was said of them."""
        captions = self.state.captions
        return tuple(replace(file, caption=captions.get(str(file.id), "")) for file in self.context.files(ids))

    def open_step(self) -> Step | None:
        frame = self.state.top
        return self.context.flows[frame.flow].open_step(self.talk(frame), frame.again) if frame else None

    def lacking(self, frame: Frame) -> list[Step]:
        """The questions a flow still has to ask before its summary."""
        talk = self.talk(frame)
        steps = self.context.flows[frame.flow].steps
        return [step for step in steps if step.key not in talk.answers and step.when(talk) and not step.is_summary]

    def say(self, say: Say) -> None:
        self.says.append(say)

    def question(self, say: Say) -> None:
        """Say it and expect an answer to it: older buttons become stale."""
        self.say(say)
        self.asked = True
        self.state.prompt += 1
        self.state.offered = [{**vars(option)} for option in say.options]

    def start(self, start: Start) -> None:
        """Put a flow on top. The same flow already open about the same thing is taken up instead of begun twice."""
        if start.flow.startswith(NAME) and (words := start.facts.get(WORDS)):
            talk = self.talk_about(start.flow, start.answers)
            start = also_told(replace(start, facts={**start.facts, WORDS: ""}), words, self.context.flows, talk)
        stack, about = self.state.stack, start.facts.get("about")
        self.state.wishes = [wish for wish in self.state.wishes if wish["flow"] != start.flow]
        same = next((f for f in stack if f.flow == start.flow and f.facts.get("about") == about), None)
        if same:
            below = same is not stack[-1]
            stack.append(stack.pop(stack.index(same)))
            same.facts.update(start.facts)
            same.passing = False
            same.asked &= not self.context.flows[same.flow].on_the_side  # begun anew, not come back to
            if below:
                self.say_what_goes_on()
            self.says += told_anew(same, start, self.context.flows[same.flow], self.talk)
        else:
            if stack and stack[-1].passing:
                stack.pop()
            flow = self.context.flows[start.flow]
            given = list(start.answers) if start.facts.get("compact") else []  # typed: BACK returns there
            before = {BEFORE: True} if start.flow.startswith(NAME) and self.context.told() else {}
            stack.append(Frame(start.flow, dict(start.answers), {**start.facts, **before}, given, flow.version))
        adopt(self, stack[-1])
        self._note_privacy()
        self.state.misses = 0

    def advance(self) -> None:
        """Ask the next open question; a flow without one is finished, and its effects come first."""
        while frame := self.state.top:
            flow = self.context.flows[frame.flow]
            if ended := flow.ended(frame.answers):
                return self.end(ended, frame.answers[ended.key])
            talk = self.talk(frame)
            step = flow.open_step(talk, frame.again)
            recalled = recall(self, frame, step) if step else Recalled.NOTHING
            if recalled is Recalled.TAKEN:
                continue
            if step:
                return self._ask(frame, step, talk) if recalled is Recalled.NOTHING else None
            self.state.stack.pop()
            self.state.offered = []
            others = [handed_on(wish, frame, talk.answers, self.context.flows) for wish in self.state.wishes]
            self.state.wishes = [*next_child(frame, flow, talk.answers), *others]
            self.effects += flow.finish(talk)
            if self.effects:
                self.state.consoled_on = None if flow.opens else self.state.consoled_on
                return None
        return None

    def end(self, step: Step, answer: str) -> None:
        """No request comes of it; what lies below is taken up again."""
        self.say(Say(step.stops[answer]))
        self.state.stack.pop()
        self.state.offered = []
        self.settle(())
        self.effects += [WarnOf(f"{step.key}-{answer}")] if answer in step.warns else []

    def take(self, frame: Frame, taken: Several) -> None:
        """Keep these answers, and say the word that goes with them."""
        steps = self.context.flows[frame.flow].steps
        give_back(frame, taken.values, {step.key for step in steps})
        frame.answers.update(taken.values)
        if any(taken.values.get(step.key) in step.consoles for step in steps):
            self.says += condoling.told(self.state, self.context.today)
        told = [step.key for step in steps if step.key in taken.values]
        told += [key for key in taken.values if key not in told]
        frame.given = [given for given in frame.given if given not in told] + told  # BACK goes by the questions' order
        used(frame, taken.values)
        again = None if frame.again in taken.values or not taken.values else frame.again
        frame.misses, frame.missed, frame.pending, frame.note, frame.again = 0, "", None, taken.note, again
        if taken.ack:
            self.say(taken.ack)

    def _ask(self, frame: Frame, step: Step, talk: Talk) -> None:
        self._note_privacy()
        flow = self.context.flows[frame.flow]
        talk = replace(talk, resumed=bool(self.says) and self.says[-1].key == "resumed")
        for begun in opening(self.state, frame, flow, talk) if not frame.asked else ():
            self.say(replace(begun, follows=bool(self.says)))
        if before := preface(frame, flow, step, talk):
            self.say(replace(before, follows=bool(self.says)))
        frame.asked = True
        said, forms = with_forms(frame, step, talk)
        self.says += forms
        self.question(replace(said, follows=bool(self.says)))
        if frame.facts.pop("opening", None) in PASSING or flow.on_the_side:  # how a flow opens is said once
            frame.passing = True

    def console_for(self, text: str) -> None:
        self.says += condoling.beside(self.state, self.context.today, text)

    def lay_aside_lists(self) -> bool:
        """Menus and offers above something that was begun are put away; whether there were any."""
        frames = [frame for frame in self.state.stack if not self.context.flows[frame.flow].gives_way]
        above = bool(frames) and frames[-1] is not self.state.top
        if above:
            self.state.stack = frames
            step = self.open_step()
            options = step.ask(self.talk(frames[-1])).options if step else ()
            self.state.offered = [{**vars(option)} for option in options]
        return above

    def leave_officer(self) -> None:
        """The citizen speaks with us again."""
        self.effects.append(LeaveOfficer())
        for frame in self.state.stack:
            frame.aside = False

    def repeat(self) -> None:
        """Come back to the open question after something else."""
        if self.state.hushed:
            if not self.state.officer_talks:
                self.say(Say("officer-still"))
            return
        top = self.state.top
        if top and self.context.flows[top.flow].on_the_side:
            return
        if top and top.asked:
            self._say_back()
        self.advance()
        if not self.asked and not self.effects and not self._next_wish():
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
                self.asked |= result.last
        self.effects = []
        top = self.state.top
        if not self.asked and top and not self.state.hushed and not (top.passing and self.says):
            if top.asked:
                self._say_back(follows=bool(self.says) and self.says[-1].key in LEADS_BACK)
            self.advance()
        if not self.asked and not self.effects:
            self._next_wish()

    def _next_wish(self) -> bool:
        """What else the message that began this asked for."""
        waits = bool(self.state.wishes) and not self.state.stack and not self.state.hushed
        if waits:
            self.start(next_of(self.state.wishes.pop(0)))
            self.advance()
        return waits

    def _say_back(self, *, follows: bool = False) -> None:
        """Where another request was talked of until now, this one is named."""
        other = self._stood is not None and self._stood.flow.startswith(NAME) and self._stood is not self.state.top
        if not (other and self.say_what_goes_on()):
            self.say(Say("resumed", follows=follows))

    def say_what_goes_on(self) -> bool:
        """The request on top, if it was begun before: several may wait."""
        frame = self.state.top
        named = request_resumed(frame, self.talk(frame), self.context.catalogue) if frame else None
        self.says += [named] if named else []
        return named is not None
