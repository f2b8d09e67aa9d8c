"""What is said of the photos of one paper on the page: by the chat's own rule, once they have been read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.files import judged
from bot.flows import asked_again, correction
from bot.flows.application import NAME
from bot.flows.judging import Expected, judge
from bot.says import AskAgain, Say
from bot.state import Frame, State
from bot.wording import Words
from registry.catalogue import Catalogue
from registry.models import Upload, UploadState
from registry.services.service import PaperKind
from registry.uploads.fit import given_numbers

READ_WITHIN = timedelta(seconds=30)  # what takes longer goes unread


@dataclass(frozen=True)
class WantedPaper:
    """`refused` says why the newest file was not taken, `said` what is told of the others. `answer` is what the chat
    gets of them; while it is `asked` about they can be sent on all the same. `reading`: somebody is still at it."""

    key: str
    files: Sequence[Upload] = ()
    refused: str | None = None
    reading: bool = False
    said: Say | None = None
    answer: dict[str, Any] | None = None
    asked: bool = False

    @property
    def complete(self) -> bool:
        return self.answer is not None and not self.asked


def looked_at(key: str, sent: Sequence[Upload], expected: Expected, at: datetime, *, as_it_is: bool) -> WantedPaper:
    files = [upload for upload in sent if upload.state is not UploadState.REFUSED]
    refused = sent[-1].verdict if sent and sent[-1].state is UploadState.REFUSED else None
    if not files:
        return WantedPaper(key, refused=refused)
    if any(upload.state is UploadState.TO_READ and at - upload.created_at < READ_WITHIN for upload in files):
        return WantedPaper(key, files, refused, reading=True)
    try:
        taken = judge([judged(upload) for upload in files], expected)
        return WantedPaper(key, files, refused, said=taken.ack, answer=taken.value)
    except AskAgain as again:
        said = _taken_so(key, again) if as_it_is else again.say
        return WantedPaper(key, files, refused, said=said, answer=again.pending, asked=not as_it_is)


def _taken_so(key: str, again: AskAgain) -> Say:
    """The citizen says that it shall do."""
    poor = again.pending["flagged"]
    return Say("goes-as-it-is") if poor else Say("paper-taken", {"paper": Words(f"paper-{key}-read")})


def expected(key: str, state: State, catalogue: Catalogue, office: str | None) -> Expected:
    """By the question that the page was made for, as it stands in the chat now."""
    for frame in reversed(state.stack):
        if frame.flow == correction.NAME and frame.facts["paper"] == key:
            return correction.expected_of(frame.facts)
        if (code := _service_of(frame)) in catalogue:
            service = catalogue.at(frame.answers.get("office") or office or "", code)
            if kind := service.paper_by_key.get(key):
                return Expected(kind, given_numbers(service, frame.answers))
    return Expected(PaperKind(key=key), {})


def _service_of(frame: Frame) -> str:
    """Of a request being made, or one that is asked again in part."""
    return frame.flow.removeprefix(NAME).removeprefix(asked_again.NAME)
