"""Words about photos that were sent already, or are on their way: "ini ktp", "itu surat lahir sama kk"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.flow import Say, Step
from bot.flows.sorting import PREFIX
from bot.kept import set_aside, unclaimed
from bot.state import Frame
from bot.turn import Turn
from bot.wording import Listed, Words


def confirms(turn: Turn, frame: Frame, step: Step, text: str) -> bool:
    """ "Ini surat hilang", where that was asked."""
    asked = isinstance(frame.pending, dict) and "uploads" in frame.pending
    return asked and step.takes_uploads and _named(turn, frame, step, text) == [step.key]


def said_of_files(turn: Turn, frame: Frame, step: Step, text: str) -> bool:
    """Each photo whose paper is not known is called as it was said, in order; of fewer names the last photos are meant.
    While photos are still being read nothing is said: their own answer comes."""
    names = _named(turn, frame, step, text)
    if not names:
        return False
    if coming := [number for number in (*turn.state.album, *turn.state.coming) if _is_new(turn, number)]:
        _call(turn, coming, names)
        return True
    set_aside(frame)
    waiting = turn.files([number for number in unclaimed(frame) if _is_new(turn, number)])
    unknown = [file.id for file in waiting if not (file.reading and file.reading.kinds)]
    if not unknown:
        return False
    _call(turn, unknown, names)
    frame.pending = None
    turn.say(Say("papers-called", {"papers": Listed(tuple(Words(_key(name)) for name in names[: len(unknown)]))}))
    turn.advance() if step.takes_uploads else turn.repeat()
    return True


def _named(turn: Turn, frame: Frame, step: Step, text: str) -> list[str]:
    """To a question that takes any words they are its answer."""
    flow = turn.context.flows[frame.flow]
    return [] if step.kind == "text" else list(flow.names(turn.talk(frame), text))


def _is_new(turn: Turn, number: int) -> bool:
    return str(number) not in turn.state.captions


def _call(turn: Turn, files: Sequence[int], names: Sequence[str]) -> None:
    c = turn.context
    for number, name in zip(files[-len(names) :], names, strict=False):
        turn.state.captions[str(number)] = c.words.render(_key(name), {}, c.language, c.channel)


def _key(name: str) -> str:
    return f"paper-{name.removeprefix(PREFIX)}"
