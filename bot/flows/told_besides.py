"""The same question, where words that are no option may tell its answer, or those of others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.flow import Answer, Reopen, Several, Step, Talk
from bot.flows.forgotten import forgets_number
from bot.flows.labels import DATES, NUMBERS, label_of, named_in
from bot.flows.named_besides import named_besides, named_instead
from bot.flows.put_right import picked_instead, put_right
from bot.flows.several import gather
from bot.flows.typed import alone, shown_in, told
from bot.meaning.already_told import already_told
from bot.meaning.picks import AGREED, DENIED, YES_NO, pick, plain
from bot.meaning.whose import SELF, WHO, whose
from bot.says import AskAgain, Say
from registry.catalogue import Service

FREE = ("text", "street")
OTHER_YEAR = re.compile(
    r"(?:(?:eh|oh|maaf|sori|sorry|salah|bukan|harusnya|maksud|maksudnya|saya|ralat|tahun|tahunnya|thn|wrong|year) )+"
    r"(?P<year>(?:19|20)\d{2})"
)
FEWEST = 3  # words; fewer are an option's own
NOT_MINE = re.compile(
    r"\b(?:bukan|bkn|not)\s(?:(?:untuk|utk|buat|punya|milik|ktp|akta|kk)\s)?(?:saya|sy|aku|ulun|me|mine|for me)\b",
    re.IGNORECASE,
)


def or_told_besides(step: Step, steps: Sequence[Step], service: Service) -> Step:
    """ "Sy 24 suami 26" where it is asked whether both are of age; "cewek, anak ke 2" where the name is asked; "ada,
    nama anak saya Bima" at a choice."""

    def read(talk: Talk, answer: Answer) -> Any:
        if _is_somebody_elses(answer, talk, service):
            whom = whose(answer.text, service).get(WHO, SELF)
            return Several({WHO: whom}) if whom != SELF else Reopen(WHO)
        if other := _of_before(step, answer, steps, talk):
            return Several(other, Say("several-read", {"rows": _rows(other, steps, talk)}))
        try:
            value = step.read(talk, answer)
        except AskAgain as again:
            new = {} if answer.pick or answer.uploads or again.pending else _new(answer.text, steps, service, talk)
            if not new:
                raise
            return Several(new, Say("several-read", {"rows": _rows(new, steps, talk)}))
        return with_more(value, answer, talk) if step.kind == "choice" else value

    def with_more(value: Any, answer: Answer, talk: Talk) -> Any:
        """What an option was told with, or what other answers were."""
        told = value.values if isinstance(value, Several) else {step.key: value}
        picked = bool(answer.pick) and value == answer.pick and len(answer.text.split()) >= FEWEST
        if not (picked or (isinstance(value, Several) and not answer.pick)):
            return value
        seen = replace(talk, answers={**talk.answers, **told})
        more = {**(_gathered(answer.text, steps, seen) if picked else {}), **_new(answer.text, steps, service, seen)}
        said = {**more, **({} if picked else told)}
        ack = Say("several-read", {"rows": _rows(said, steps, seen)})
        unclear = value.unclear if isinstance(value, Several) else None
        return Several({**told, **more}, ack, unclear=unclear) if more else value

    return step if step.is_summary or step.kind in FREE or step.takes_uploads else replace(step, read=read)


def _of_before(step: Step, answer: Answer, steps: Sequence[Step], talk: Talk) -> dict[str, Any]:
    """What would do for this question as well, and puts one before it right: any sixteen digits, any word."""
    if step.kind == "name":
        return picked_instead(answer, steps, talk)
    fresh = step.kind in NUMBERS and not talk.tries and not answer.pick
    return put_right(answer.text, steps, talk) if fresh else {}


def _is_somebody_elses(answer: Answer, talk: Talk, service: Service) -> bool:
    """ "Bukan punya saya, ibu saya", where the first words had told that it is theirs."""
    if answer.pick or NOT_MINE.search(answer.text) is None or talk.answers.get(WHO, SELF) != SELF:
        return False
    question = service.question_by_key.get(WHO)
    presumed = question is not None and question.presumed == SELF and whose(answer.text, service).get(WHO, SELF) != SELF
    return talk.answers.get(WHO) == SELF or presumed


def _gathered(text: str, steps: Sequence[Step], talk: Talk) -> dict[str, Any]:
    """Numbers and labels beside an option."""
    return {key: each.value for key, each in gather(text, steps, talk, None).values.items()}


def _new(text: str, steps: Sequence[Step], service: Service, talk: Talk) -> dict[str, Any]:
    keys = {step.key for step in steps if step.kind}
    told = {**named_besides(text, steps, talk), **already_told(text, service)}
    told |= {} if told else _option_of_another(text, steps, talk) or _forgotten(text, steps, talk)
    new = {key: value for key, value in told.items() if key in keys and key not in talk.answers}
    return {
        **new,
        **named_instead(text, steps, talk),
        **_year_instead(text, steps, talk),
        **put_right(text, steps, talk),
    }


def _year_instead(text: str, steps: Sequence[Step], talk: Talk) -> dict[str, Any]:
    """ "Eh salah 2021", right after "12 nov 2020": of the last day that was told."""
    said = OTHER_YEAR.fullmatch(plain(text))
    days = [step for key in talk.answers for step in steps if step.key == key and step.kind in DATES]
    if said is None or not days:
        return {}
    try:
        day = date.fromisoformat(str(talk.answers[days[-1].key])).replace(year=int(said["year"]))
        return {key: each.value for key, each in told(days[-1], talk, f"{day:%d-%m-%Y}").items()}
    except (ValueError, AskAgain):  # a 29 February; a day that lies ahead
        return {}


def _forgotten(text: str, steps: Sequence[Step], talk: Talk) -> dict[str, Any]:
    """ "Nomor kk nya ga ada", of a number that is asked for later, where an officer can look it up."""
    if not forgets_number(text):
        return {}
    asked = (step for step in steps if step.kind == "kk_number" and step.key not in talk.answers)
    return {step.key: "" for step in asked if named_in(step, text, talk) and (step.when(talk) or step.may(talk))}


def _option_of_another(text: str, steps: Sequence[Step], talk: Talk) -> dict[str, Any]:
    """ "Kerja", where it is asked who moves: one choice alone has that for an option, and nothing ends with it."""
    if YES_NO.issuperset(plain(text).split()):
        return {}
    open_ones = [s for s in steps if s.kind == "choice" and s.key not in talk.answers and (s.when(talk) or s.may(talk))]
    picked = {step.key: _exactly(step, text, talk) for step in open_ones if not step.stops}
    found = {key: option for key, option in picked.items() if option}
    return found if len(found) == 1 else {}


def _exactly(step: Step, text: str, talk: Talk) -> str | None:
    options = alone(step, talk).options
    found = pick(text, options, talk.words, talk.language, talk.channel, numbers=False, near=False)
    return found.id if found and found.id not in AGREED | DENIED and not found.id.startswith("!") else None


def _rows(new: dict[str, Any], steps: Sequence[Step], talk: Talk) -> str:
    seen = replace(talk, answers={**talk.answers, **new})
    return ", ".join(_row(step, seen) for step in steps if step.key in new)


def _row(step: Step, seen: Talk) -> str:
    value = seen.answers[step.key]
    option = next((each for each in step.ask(seen).options if each.id == value), None)
    named = seen.words.render(option.label, {}, seen.language, seen.channel) if option else ""
    return shown_in(step, seen, value) or named or label_of(step, seen)
