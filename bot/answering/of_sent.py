"""What is said of requests that were sent: one is to be withdrawn, or an answer in it put right. Nothing is noted that
was not read back, unless it is certain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from bot.answering.sent_words import names_request, names_sent, puts_right, says_it_was_wrong, withdraws
from bot.context import Sent
from bot.effects import AskCorrection, AskWithdrawal, NoteCorrection, Start
from bot.flow import Step, Talk
from bot.flows import amend
from bot.flows.application import NAME
from bot.flows.change import names_document, value_told
from bot.flows.labels import NUMBERS, names_of, pattern_of
from bot.flows.summary import masked_number
from bot.flows.typed import told
from bot.meaning.asked import is_question
from bot.meaning.commands import CASE_NUMBER, case_number
from bot.meaning.spelling import spelling
from bot.says import AskAgain
from bot.turn import Turn

LONGEST = 300  # letters; more is a story
JUST_NOW = re.compile(r"\b(?:td|tadi|barusan|just now)\b", re.IGNORECASE)  # "yg kk td salah": the request is meant
MARKS = re.compile(r"[:=]")
FREE = ("text", "street", "place")  # kinds of questions that take almost any words
Told = tuple[int, Sent, Step, str]  # where its name stands, the request, the question, and what it should be


def withdraws_one(turn: Turn, text: str) -> bool:
    """Whatever stands open, or waits for an officer: one that was sent is to be withdrawn, by number or name."""
    if len(text) > LONGEST or not withdraws(text):
        return False
    number = case_number(text)
    other = [] if number else [sent for sent in turn.context.sent() if not _is_open(turn, sent)]
    return bool(number or (other and (names_sent(text) or _named(turn, text, other)))) and _withdraw(turn, text, number)


def beside_anything(turn: Turn, text: str) -> bool:
    """The same, or something in the request of this number is not right; only to look at it is another matter, and what
    is told to a supervisor, or waits for the consent."""
    flow = turn.context.flows[turn.state.top.flow] if turn.state.top else None
    if flow and (flow.private or flow.comes_first):
        return False
    number = case_number(text) if len(text) <= LONGEST else None
    mine = [sent for sent in turn.context.sent() if sent.number == number] if number else []
    said = CASE_NUMBER.sub(" ", text).strip(" :,.-")
    return withdraws_one(turn, text) or (bool(mine) and _corrected(turn, said, mine, MARKS))


def _is_open(turn: Turn, sent: Sent) -> bool:
    return any(frame.flow == NAME + sent.service for frame in turn.state.stack)


def of_sent(turn: Turn, text: str) -> bool:
    """Without a number, where nothing else is open. "Nama di akta salah" is a request of its own."""
    gives_up = withdraws(text) and names_request(text)
    if len(text) > LONGEST or not (gives_up or puts_right(text)) or not (running := turn.context.sent()):
        return False
    if gives_up:
        return _withdraw(turn, text, None)
    of_document = names_document(text, _words_for(turn, running)) and not JUST_NOW.search(text)
    return not of_document and _corrected(turn, text, running)


def _withdraw(turn: Turn, text: str, number: str | None) -> bool:
    turn.console_for(text)
    turn.effects.append(AskWithdrawal(number))
    return True


def _named(turn: Turn, text: str, running: Sequence[Sent]) -> bool:
    """ "Batalin kk saya", where a family card is under way."""
    c, said = turn.context, set(spelling().words(text))
    names = (c.words.render(f"short-{sent.service}", {}, c.language, c.channel) for sent in running)
    return any(said & set(spelling().words(name)) for name in names)


def _corrected(turn: Turn, text: str, cases: Sequence[Sent], marks: re.Pattern[str] | None = None) -> bool:
    """`marks` tell as well as words that an answer is given anew."""
    contrary = puts_right(text)
    found = [each for case in cases for each in _values(turn, text, case)] if contrary or _has(marks, text) else []
    if found:
        return _note(turn, found, certain=says_it_was_wrong(text))
    spoken_of = contrary and not is_question(text)
    unclear = spoken_of and bool(_words_for(turn, cases).intersection(spelling().words(text)))
    turn.effects += [AskCorrection(told=True)] if unclear else []
    return unclear


def _has(marks: re.Pattern[str] | None, text: str) -> bool:
    return marks is not None and marks.search(text) is not None


def _note(turn: Turn, found: Sequence[Told], *, certain: bool) -> bool:
    """Of several answers the last that is named."""
    *_, (_, case, step, shown) = sorted(found, key=lambda each: each[0])
    of = [sent for _, sent, each, _ in found if each.key == step.key]
    if certain and len(of) == 1 and step.kind not in FREE:
        turn.effects.append(NoteCorrection(case.id, case.number, step.key, shown))
        return True
    turn.start(Start(amend.NAME, facts={"cases": [asdict(sent) for sent in of], "what": step.key, "shown": shown}))
    turn.advance()
    return True


def _words_for(turn: Turn, cases: Sequence[Sent]) -> set[str]:
    """What the answers in these requests are called."""
    names = (name for case in cases for step in _steps(turn, case) for name in names_of(step, _talk(turn, case)))
    return {word for name in names for word in spelling().words(name) if len(word) > 2}


def _steps(turn: Turn, case: Sent) -> Sequence[Step]:
    return [step for step in turn.context.flows[NAME + case.service].steps if step.kind]


def _talk(turn: Turn, case: Sent) -> Talk:
    return turn.talk_about(NAME + case.service, {"office": case.office})


def _values(turn: Turn, text: str, case: Sent) -> Iterator[Told]:
    """Every answer that is named with what it should be; of names inside each other the longest."""
    talk, taken = _talk(turn, case), list[range]()
    names = [(name, step) for step in _steps(turn, case) for name in names_of(step, talk)]
    for name, step in sorted(names, key=lambda each: -len(each[0])):
        for named in re.finditer(rf"\b{pattern_of(name)}", text, re.IGNORECASE):
            inside = any(named.start() in other for other in taken)
            taken.append(range(*named.span()))
            if not inside and (shown := _shown(step, talk, value_told(text[named.end() :]))):
                yield named.start(), case, step, shown


def _shown(step: Step, talk: Talk, value: str) -> str:
    """As the question read it: a village by its whole name; nothing where it does not do."""
    try:
        read = told(step, talk, value)[step.key].value if value else ""
    except AskAgain:
        return ""
    if step.kind in NUMBERS:
        return masked_number(re.sub(r"\D", "", value))
    if step.kind == "village" and read:
        return talk.regions.full_name(talk.regions[read])
    return str(read) if step.kind == "name" else value
