"""The parts a conversation is made of. Data only: no database, clock or network comes near them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.effects import Effect
from bot.says import AskAgain, PreFilled, Say
from bot.wording import InSentence, Wording, Words
from registry.models import Carriage, Channel
from registry.offices.open_hours import OpenHours
from registry.places.regions import Regions
from registry.uploads.reading import Reading


@dataclass(frozen=True)
class JudgedUpload:
    """One file after inspection. `verdict` is "fine", a quality ("blurred") or why it was refused ("locked-pdf")."""

    id: int
    verdict: str
    kind: str | None  # image | pdf | voice; none when refused
    reading: Reading | None = None  # what stands on it; none: it was not read
    sum: str = ""  # the same for the same file sent again
    caption: str = ""  # what was written with it, or said of it after


@dataclass(frozen=True)
class SentBefore:
    """The files of one paper of an earlier request, `number`."""

    key: str
    number: str
    files: tuple[JudgedUpload, ...]


@dataclass(frozen=True)
class ToldBefore:
    """What an earlier request, `number`, was told."""

    number: str
    service: str
    answers: Mapping[str, Any]


Earlier = Callable[[str], Sequence[SentBefore]]  # of this NIK, the newest first


@dataclass(frozen=True)
class Answer:
    """What the citizen gave: words, an option that was offered, files."""

    text: str = ""
    pick: str | None = None
    uploads: tuple[JudgedUpload, ...] = ()


@dataclass(frozen=True)
class Accepted:
    """A value with a word of confirmation, said before the next question."""

    value: Any
    ack: Say | None = None


@dataclass(frozen=True)
class Several:
    """One reply that answers several questions: values by key."""

    values: Mapping[str, Any]
    ack: Say | None = None
    note: Any = None  # for the question that comes next
    unclear: AskAgain | None = None  # what was said to that question, and does not do


@dataclass(frozen=True)
class Sorted:
    """Files by what they are for: the open question; answers given before, by key, which they replace with a word;
    a paper that is asked for later, or nobody knows what."""

    mine: tuple[JudgedUpload, ...] = ()
    again: Several = field(default_factory=lambda: Several({}))
    later: tuple[tuple[JudgedUpload, str | None], ...] = ()


@dataclass(frozen=True)
class Reopen:
    """Ask the question `key` again; its answer stands until another is given. `unclear`: what was given does not do."""

    key: str
    unclear: AskAgain | None = None


@dataclass(frozen=True)
class OfficeCard:
    """What the chat tells about an office."""

    id: int
    code: str
    name: str
    region: str
    timezone: str
    address: str
    hours: OpenHours
    postage_rupiah: int
    papers_by: str
    release_by: str
    retention_days: int
    draft_days: int = 14
    announcement: str = ""  # what the office wants everybody to hear
    carriage: Carriage = Carriage.POS_COD
    courier_name: str = ""
    postage_elsewhere_rupiah: int | None = None


@dataclass(frozen=True)
class Talk:
    """All that a step may know."""

    answers: Mapping[str, Any]
    facts: Mapping[str, Any]
    today: date
    channel: Channel
    language: str
    office: OfficeCard | None
    offices: tuple[OfficeCard, ...]
    shared: bool  # several offices are reached under this address
    regions: Regions
    words: Wording
    note: Any = None
    tries: int = 0  # bad answers to the open question so far
    resumed: bool = False  # the question was asked before, and comes back after something else
    kept: tuple[int, ...] = ()  # uploads that came before anything asked for them
    numbered: tuple[int, ...] = ()  # all that ever did, in their order
    coming: bool = False  # a photo is being fetched and read
    unsent: str = ""  # the service of another request, which is being filled in
    told: Callable[[], Sequence[ToldBefore]] = tuple  # in the citizen's earlier requests, the newest first

    @property
    def region(self) -> str | None:
        """The kabupaten that villages are looked for in."""
        return self.office.region if self.office else None


Read = Callable[[Talk, Answer], Any]
Recall = Callable[[Talk, Sequence[JudgedUpload], Collection[int]], Several | None]  # declined: not for this question


def always(talk: Talk) -> bool:
    return True


@dataclass(frozen=True)
class Step:
    """One question. It is open while its `when` holds and no answer stands under its key."""

    key: str
    ask: Callable[[Talk], Say]
    read: Read
    when: Callable[[Talk], bool] = always
    may: Callable[[Talk], bool] = lambda talk: False  # besides: may it still come, as far as is known?
    fits: Callable[[Talk, Any], bool] = lambda talk, value: True  # does an answer given before still stand?
    stops: Mapping[str, str] = field(default_factory=dict)  # answer -> text: the flow ends there
    warns: tuple[str, ...] = ()  # answers that an officer should know of
    consoles: tuple[str, ...] = ()  # answers that tell of a death
    takes_uploads: bool = False
    recall: Recall = lambda talk, waiting, declined: None  # a file kept for it, among all that wait
    offer: Callable[[Talk, Earlier, Collection[int]], None] = lambda talk, sent, declined: None  # AskAgain: of earlier
    doubts: Callable[[Talk, Sequence[JudgedUpload]], bool] = lambda talk, files: False  # bear they another number now?
    forms: Callable[[Talk], tuple[PreFilled, ...]] = lambda talk: ()  # to be printed, signed and sent as its papers
    field: Callable[[Talk], Words | InSentence | None] = lambda talk: None  # its name among several asked at once
    of: str = "subject"  # or applicant, giver: whose data the answer is
    kind: str = ""  # of the question in the service's file; of a "text" every word is the answer
    row: Callable[[Talk], str] | None = None  # how the answer reads in the summary; none: not shown there
    is_summary: bool = False
    by_button: bool = False  # only its options answer it: other words leave the question


@dataclass(frozen=True)
class Flow:
    """Steps in order. Where a conversation stands is derived: the first open step."""

    name: str
    steps: tuple[Step, ...]
    finish: Callable[[Talk], Sequence[Effect]]
    version: str = ""
    on_the_side: bool = False  # not taken up again after anything else
    gives_way: bool = False  # a request typed here begins that service instead
    comes_first: bool = False  # a request typed here waits below
    keeps_location: bool = False  # a location shared here is kept with the address, under "map_pin"
    sorts: Callable[[Talk, Sequence[JudgedUpload], str | None], Sorted] | None = None  # files, beside an open question
    names: Callable[[Talk, str], Sequence[str]] = lambda talk, text: ()  # papers that a text is about, and nothing else
    lacks: Callable[[Talk, str], list[str]] = lambda talk, text: []  # papers that a text says there are none of
    private: bool = False  # in the back office only a supervisor reads what is said in it
    opens: Say | None = None  # said before anything is asked
    named: Callable[[Talk], Say | None] = field(default=lambda talk: None)  # said to who asked for it in words
    preface: Callable[[Talk], Say | None] = field(default=lambda talk: None)
    preface_from: int = 0  # the step that the preface stands before
    reads_back: Callable[[Talk], Say | None] = field(default=lambda talk: None)  # of a form, while that is not reached

    def open_step(self, talk: Talk, again: str | None = None) -> Step | None:
        """The first without an answer; before it the one to be asked `again`, if it still applies."""
        wanted = [step for step in self.steps if step.key == again and step.when(talk)] if again else []
        open_ones = (step for step in self.steps if step.key not in talk.answers and step.when(talk))
        return wanted[0] if wanted else next(open_ones, None)

    def take_in(self, talk: Talk, answers: dict[str, Any], given: Mapping[str, Any]) -> None:
        """Adds to `answers`, which are the talk's, those that count or still may: one whose question does not apply is
        kept for when it does again, and hidden."""
        steps = {step.key: step for step in self.steps if step.key in given}
        answers.update((key, value) for key, value in given.items() if key not in steps)
        for key, step in steps.items():
            answers[key] = given[key]
            if not (step.when(talk) or step.may(talk)):
                del answers[key]

    def ended(self, answers: Mapping[str, Any]) -> Step | None:
        """The step whose answer ends the flow, given now or known from the first message."""
        may_end = (step for step in self.steps if step.stops)
        return next((step for step in may_end if answers.get(step.key) in step.stops), None)

    def step(self, key: str) -> Step:
        return next(step for step in self.steps if step.key == key)
