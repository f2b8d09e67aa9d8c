"""Words about photos that were sent already, or are on their way: "ini ktp", "bukan, itu kk. akta lahir ga punya"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.clauses import Told, told_of_files
from bot.flow import Step
from bot.flows.lacking import lacks
from bot.flows.sorting import PREFIX
from bot.kept import asked_about, decline, lack, set_aside, unclaimed
from bot.says import Say
from bot.state import Frame
from bot.turn import Turn
from bot.wording import Listed, Words


def confirms(turn: Turn, frame: Frame, step: Step, text: str) -> bool:
    """ "Ini surat hilang", where that was asked."""
    asked = isinstance(frame.pending, dict) and "uploads" in frame.pending
    return asked and step.takes_uploads and _named(turn, frame, step, text) == [step.key]


def said_of_files(turn: Turn, frame: Frame, step: Step, text: str) -> bool:
    """Each photo whose paper is not known is called as it was said, in order; of fewer names the last photos are meant,
    or the one that was asked about. While photos are still being read nothing is said: their own answer comes."""
    if not (turn.state.album or turn.state.coming or asked_about(frame) or unclaimed(frame)):
        return False
    told = _told(turn, frame, step, text)
    if told is None:
        return False
    if coming := [number for number in (*turn.state.album, *turn.state.coming) if _is_new(turn, number)]:
        _call(turn, frame, coming, told.names)
        return bool(told.names)
    asked = asked_about(frame)
    set_aside(frame)
    unknown = _unknown(turn, frame, asked)
    meant = asked if len(asked) == len(told.names) else [n for n in unknown if _is_new(turn, n)]
    if not (meant if told.names else unknown):
        return False
    _take(turn, frame, step, told, meant[: len(told.names)] if told.from_first else meant)
    turn.advance() if step.takes_uploads else turn.repeat()
    return True


def _take(turn: Turn, frame: Frame, step: Step, told: Told, meant: Sequence[int]) -> None:
    if step.takes_uploads and told.is_about_another(step.key):
        decline(frame, step)
    _call(turn, frame, meant, told.names)
    if told.names:
        names = told.names[: len(meant)]
        turn.say(Say("papers-called", {"papers": Listed(tuple(Words(_key(name)) for name in names))}))
    for answer in told.lacking:
        lack(frame, answer, _unknown(turn, frame, ()))
    if told.lacking and (said := lacks(told.lacking[0].removeprefix(PREFIX), turn.talk(frame)).ack):
        turn.say(said)
    frame.pending = None


def _told(turn: Turn, frame: Frame, step: Step, text: str) -> Told | None:
    """To a question that takes any words they are its answer."""
    flow = turn.context.flows[frame.flow]
    if step.kind == "text" or flow.sorts is None:
        return None
    return told_of_files(text, flow, turn.talk(frame), step.key if step.takes_uploads else "")


def _named(turn: Turn, frame: Frame, step: Step, text: str) -> list[str]:
    told = _told(turn, frame, step, text)
    return told.names if told else []


def _unknown(turn: Turn, frame: Frame, asked: Sequence[int]) -> list[int]:
    """Photos that wait, and on which no paper of ours was seen."""
    waiting = turn.files([*dict.fromkeys((*unclaimed(frame), *asked))])
    return [file.id for file in waiting if not (file.reading and file.reading.kinds)]


def _is_new(turn: Turn, number: int) -> bool:
    return str(number) not in turn.state.captions


def _call(turn: Turn, frame: Frame, files: Sequence[int], names: Sequence[str]) -> None:
    """What it was not said to be before, it is now."""
    c = turn.context
    for number, name in zip(files[-len(names) :] if names else (), names, strict=False):
        turn.state.captions[str(number)] = c.words.render(_key(name), {}, c.language, c.channel)
        frame.declined[name] = [each for each in frame.declined.get(name, ()) if each != number]
        frame.lacking[name] = [each for each in frame.lacking.get(name, ()) if each != number]


def _key(name: str) -> str:
    return f"paper-{name.removeprefix(PREFIX)}"
