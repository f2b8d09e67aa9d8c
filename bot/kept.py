"""Files that come before anything asks for them: kept with the request under way, else for the next one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import Enum, auto
from typing import Any, Protocol

from bot.context import Context
from bot.flow import JudgedUpload, Several, Step, Talk
from bot.flows.judging import POOR
from bot.flows.papers import PAGE_STEP, WAY
from bot.flows.sorting import PREFIX
from bot.says import AskAgain, Say
from bot.state import Frame, State
from bot.wording import Listed, Words

KEPT = ("papers-kept", "papers-kept-unread")
DAYS = 1  # a photo without a request is forgotten the day after


class Turn(Protocol):
    """As much of a turn (bot/turn.py) as files need."""

    context: Context
    state: State
    says: list[Say]

    def talk(self, frame: Frame) -> Talk: ...
    def files(self, ids: Sequence[int]) -> tuple[JudgedUpload, ...]: ...
    def say(self, say: Say) -> None: ...
    def question(self, say: Say) -> None: ...
    def take(self, frame: Frame, taken: Several) -> None: ...


class Recalled(Enum):
    NOTHING = auto()
    TAKEN = auto()  # the question is answered
    ASKED = auto()  # whether the file is for it


def request_under_way(turn: Turn) -> Frame | None:
    """The one on top of the stack that sorts files."""
    return next((frame for frame in reversed(turn.state.stack) if turn.context.flows[frame.flow].sorts), None)


def sort_out(turn: Turn, files: Sequence[JudgedUpload], asked: Step | None) -> Sequence[JudgedUpload]:
    """Those that answer the open question. The others replace what was sent before, or are kept, with a word."""
    top = turn.state.top
    if asked and top and turn.context.flows[top.flow].sorts is None:
        return files
    frame = request_under_way(turn)
    sorts = turn.context.flows[frame.flow].sorts if frame else None
    if frame is None or sorts is None:
        _keep_with_a_word(turn, [(file, None) for file in files])
        return ()
    found = sorts(turn.talk(frame), files, asked.key if asked and frame is turn.state.top else None)
    if found.again.values:
        turn.take(frame, found.again)
    _keep_with_a_word(turn, found.later)
    return found.mine


def _keep_with_a_word(turn: Turn, later: Sequence[tuple[JudgedUpload, str | None]]) -> None:
    """What can hardly be read is not kept: another photo will be asked for."""
    poor = [file for file, _ in later if file.verdict in POOR]
    kept = [(file, key) for file, key in later if file not in poor]
    keep(turn, [file for file, _ in kept])
    read = dict.fromkeys(key for file, key in kept if key and file.reading and key in file.reading.kinds)
    if read:
        names = (Words(f"paper-{key}-read", begins=place == 0) for place, key in enumerate(read))
        turn.say(Say("papers-kept", {"papers": Listed(tuple(names))}))
    _call(turn, {file.id: key for file, key in kept if key and key not in read})
    if called := dict.fromkeys(key for _, key in kept if key and key not in read):
        turn.say(Say("papers-kept-unread", {"papers": Listed(tuple(Words(f"paper-{key}-read") for key in called))}))
    if any(key is None for _, key in kept):
        turn.say(Say("photo-kept"))
    for verdict in dict.fromkeys(file.verdict for file in poor):
        turn.say(Say(f"photo-{verdict}"))


def keep(turn: Turn, files: Sequence[JudgedUpload]) -> None:
    """The very same file is kept once."""
    frame = request_under_way(turn)
    before = frame.uploads if frame else _fresh(turn)
    known = {file.sum for file in turn.files(before)} if before else set()
    ids = [*before, *(file.id for file in files if not file.sum or file.sum not in known)]
    if frame:
        frame.uploads = ids
        return
    turn.state.files = ids
    turn.state.files_on = turn.context.today.isoformat()


def adopt(turn: Turn, frame: Frame) -> None:
    """A request begins: what was sent before it was meant for it."""
    if turn.context.flows[frame.flow].sorts:
        frame.uploads = [*frame.uploads, *_fresh(turn)]
        turn.state.files = []


def used(frame: Frame, values: Mapping[str, Any]) -> None:
    """What has become an answer is not kept any more."""
    taken = {number for value in values.values() if isinstance(value, dict) for number in value.get("uploads", ())}
    frame.numbered = list(dict.fromkeys((*frame.numbered, *frame.uploads)))
    frame.uploads = [number for number in frame.uploads if number not in taken]


def decline(frame: Frame, step: Step) -> None:
    """What was just asked about is not for this question."""
    asked = offered(frame.pending) or _picks(frame.pending)
    asked = [{"uploads": frame.pending["read_on"]}] if _is_read(frame.pending) else asked
    asked = asked or ([frame.pending] if frame.pending and step.takes_uploads else [])
    if asked:
        files = (number for each in asked for number in each["uploads"])
        frame.declined[step.key] = [*frame.declined.get(step.key, ()), *files]


def lack(frame: Frame, answer: str, files: Sequence[int]) -> None:
    """Of a paper that there is none of no photo is that waits now."""
    frame.lacking[answer] = [*dict.fromkeys((*frame.lacking.get(answer, ()), *files))]


def asked_about(frame: Frame) -> list[int]:
    """The one photo, or those of one paper, that the open question is about."""
    pending = frame.pending
    return list(pending.get("uploads", ())) if isinstance(pending, dict) else []


def chosen(frame: Frame, pick: str | None) -> Any:
    """What stood behind a button of the question; none for any other answer."""
    if pick == "accept":
        return frame.pending["value"] if _is_read(frame.pending) else frame.pending
    return frame.pending.get("picks", {}).get(pick) if isinstance(frame.pending, dict) else None


def _is_read(pending: Any) -> bool:
    """A number was read back from a photo."""
    return isinstance(pending, dict) and "read_on" in pending


def _picks(pending: Any) -> list[dict[str, Any]]:
    return list(pending["picks"].values()) if isinstance(pending, dict) and "picks" in pending else []


def offered(pending: Any) -> list[dict[str, Any]]:
    """The papers of an earlier request that were asked about."""
    return list(pending["answers"].values()) if isinstance(pending, dict) and "answers" in pending else []


def used_again(pending: dict[str, Any]) -> Several:
    answers = pending["answers"]
    papers = Listed(tuple(Words(f"paper-{answer.removeprefix(PREFIX)}-read") for answer in answers))
    return Several(answers, Say("papers-used-again", {"papers": papers}))


def set_aside(frame: Frame) -> None:
    """Another answer is changed first: then what was asked about is looked at again."""
    if isinstance(frame.pending, dict) and "uploads" in frame.pending:
        frame.uploads = list(dict.fromkeys((*frame.uploads, *frame.pending["uploads"])))


def in_doubt(frame: Frame) -> bool:
    """A photo that can be read was asked about, and not yet answered for."""
    pending = frame.pending
    asked = isinstance(pending, dict) and (pending.get("uploads") or pending.get("picks"))
    return bool(asked) and not pending.get("flagged")


def look_again(turn: Turn, frame: Frame) -> None:
    """Another number was given: a paper whose photo bears the one before is asked about, as when it came."""
    talk = turn.talk(frame)
    for step in turn.context.flows[frame.flow].steps:
        given = frame.answers.get(step.key)
        sent = given.get("uploads", ()) if step.takes_uploads and isinstance(given, dict) else ()
        if sent and step.doubts(talk, turn.files(sent)):
            del frame.answers[step.key]
            frame.uploads, frame.note = [*frame.uploads, *sent], None


def unclaimed(frame: Frame) -> tuple[int, ...]:
    """What nobody said it is not."""
    declined = {number for numbers in frame.declined.values() for number in numbers}
    return tuple(number for number in frame.uploads if number not in declined)


def recall(turn: Turn, frame: Frame, step: Step) -> Recalled:
    """What came before its question; failing that, what was sent with an earlier request."""
    declined = (*frame.declined.get(step.key, ()), *frame.lacking.get(step.key, ()))
    try:
        waiting = _as_called(turn, frame, turn.files(frame.uploads)) if frame.uploads else ()
        ahead = frame.answers.get(WAY) and (step.takes_uploads or step.key == PAGE_STEP)
        taken = step.recall(turn.talk(frame), waiting, declined) if waiting or ahead else None
        if taken is None:
            step.offer(turn.talk(frame), turn.context.earlier, declined)
    except AskAgain as asked:
        frame.pending = asked.pending
        turn.question(replace(asked.say, follows=bool(turn.says)))
        return Recalled.ASKED
    if taken is None:
        return Recalled.NOTHING
    _not_kept(turn, taken.values)
    turn.take(frame, taken)
    return Recalled.TAKEN


def _as_called(turn: Turn, frame: Frame, waiting: Sequence[JudgedUpload]) -> Sequence[JudgedUpload]:
    """Where one caption speaks of several photos, each has its own from now on: one by one they are taken."""
    sorts = turn.context.flows[frame.flow].sorts
    if sorts is None or not any(file.caption for file in waiting):
        return waiting
    names = {file.id: key for file, key in sorts(turn.talk(frame), waiting, None).later if key and not _reads(file)}
    _call(turn, names)
    return turn.files([file.id for file in waiting]) if names else waiting


def _call(turn: Turn, names: Mapping[int, str]) -> None:
    c = turn.context
    for number, key in names.items():
        turn.state.captions[str(number)] = c.words.render(f"paper-{key}", {}, c.language, c.channel)


def _reads(file: JudgedUpload) -> bool:
    return bool(file.reading and file.reading.kinds)


def _not_kept(turn: Turn, values: Mapping[str, Any]) -> None:
    """What was put by moments ago and is asked for already: that it has come is said once."""
    names = {f"paper-{key.removeprefix(PREFIX)}-read" for key in values}
    left = []
    for say in turn.says:
        parts = [part for part in say.args["papers"].parts if part.key not in names] if say.key in KEPT else None
        if parts is None:
            left.append(say)
        elif parts:
            first = replace(parts[0], begins=say.key == KEPT[0])
            left.append(replace(say, args={"papers": Listed((first, *parts[1:]))}))
    turn.says[:] = left


def _fresh(turn: Turn) -> list[int]:
    came = turn.state.files_on
    old = came is None or (turn.context.today - date.fromisoformat(came)).days > DAYS
    return [] if old else turn.state.files
