"""Where a conversation stands, as it is kept between two messages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Frame:
    """One flow under way. `answers` keeps the order in which they were given."""

    flow: str
    answers: dict[str, Any] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)
    given: list[str] = field(default_factory=list)  # keys the citizen answered here, for going back
    version: str = ""
    misses: int = 0
    missed: str = ""  # what was said of the last one
    pending: Any = None
    note: Any = None
    again: str | None = None  # the answered question that is asked once more
    prefaced: bool = False
    asked: bool = False
    passing: bool = False  # nobody chose it: it stays good, but is not taken up again after anything else
    nudged: bool = False  # a draft is, once at most
    aside: bool = False  # an officer has the word: this waits until the citizen is back
    uploads: list[int] = field(default_factory=list)  # files that came before their question
    numbered: list[int] = field(default_factory=list)  # those, and what has become an answer of them
    declined: dict[str, list[int]] = field(default_factory=dict)  # those that are not for this question
    lacking: dict[str, list[int]] = field(default_factory=dict)  # by paper, those there were when it was said to lack


@dataclass
class State:
    """The stack's last frame is the one being talked about; what lies below is taken up again after it."""

    stack: list[Frame] = field(default_factory=list)
    offered: list[dict[str, Any]] = field(default_factory=list)  # options of the last question, in order
    prompt: int = 0  # the number of the last question: older buttons are stale
    misses: int = 0  # messages not understood outside any flow
    noticed: bool = False  # the privacy notice was given
    warned: bool = False  # of a cheat: "sudah saya kasih" is told of that
    waiting: str | None = None  # what was wanted before the notice was agreed to
    wishes: list[dict[str, Any]] = field(default_factory=list)  # of one message, offered when the first is done
    ticket: int | None = None  # an officer has the word, or will have
    ticket_told: bool = False  # something waits for the officer
    ticket_told_at: str | None = None  # when we last said where it stands
    acked: bool = False  # and the citizen heard so of what they wrote, a moment ago
    officer_away: bool = False  # asked for out of hours: until they come we answer what we can
    officer_talks: bool = False  # has taken it: we are silent
    last_word_at: str | None = None  # when either of them last wrote
    quiet: dict[str, Any] | None = None  # the timer that ends a silent talk: of which ticket, and for when
    stopped: int | None = None  # BERHENTI, by its row: what was written before it is not answered any more
    postponed: list[dict[str, Any]] = field(default_factory=list)  # news of that time, or since BERHENTI
    apologised_at: str | None = None  # for an answer that came late
    unkept_at: str | None = None  # when we said that a file came and cannot be kept yet
    slowed_at: str | None = None  # when we said that so many messages are answered one by one
    heard_at: str | None = None  # when the citizen last wrote
    draft: str | None = None  # for when the timer is set that looks after a request not sent yet
    unopened: str | None = None  # an earlier conversation that no key opened, as it lay there, in base64
    put_away: list[str] = field(default_factory=list)  # services whose drafts ended; told when the citizen writes
    album: list[int] = field(default_factory=list)  # judged uploads that wait for their siblings
    album_at: str | None = None  # when the last of them was judged
    album_of: int | None = None  # by which number the log follows it: that of its first photo's message
    album_told: str | None = None  # when the album before was answered
    captions: dict[str, str] = field(default_factory=dict)  # what was said of a file that waits, by its id
    coming: list[int] = field(default_factory=list)  # files that are still being fetched and read
    files: list[int] = field(default_factory=list)  # sent before anything was asked for; the next request takes them
    files_on: str | None = None  # the day they came
    lines: list[str] = field(default_factory=list)  # typed lines that do not do alone, and wait for more
    lines_of: int | None = None  # as album_of
    lines_at: str | None = None  # when the last of them came
    consoled_on: str | None = None  # the day condolences were said; not twice for one request
    page: dict[str, Any] = field(default_factory=dict)  # the page last given: for which papers, and its token
    said: list[str] = field(default_factory=list)  # the question last answered in words, the words, and when

    @property
    def top(self) -> Frame | None:
        return self.stack[-1] if self.stack else None

    @property
    def hushed(self) -> bool:
        """What is written goes to an officer, unless we asked something since."""
        return self.ticket is not None and (self.top is None or self.top.aside)

    def hand_over(self, ticket: int) -> None:
        if self.ticket != ticket:
            self.ticket, self.ticket_told, self.acked = ticket, False, False
        for frame in self.stack:
            frame.aside = True

    def come_back(self) -> None:
        self.ticket, self.officer_talks, self.officer_away = None, False, False
        for frame in self.stack:
            frame.aside = False

    def keep_back(self, body: dict[str, Any]) -> None:
        """Of a case one is enough: it is told how things stand then."""
        others = [each for each in self.postponed if "case_id" not in body or each.get("case_id") != body["case_id"]]
        self.postponed = [*others, body]

    def forget(self) -> None:
        """All that was given and not sent yet."""
        self.stack, self.offered, self.album, self.lines, self.said, self.wishes, self.page = [], [], [], [], [], [], {}

    def to_json(self) -> dict[str, Any]:
        """To be written down at once: what lies inside is shared with this state."""
        return {**vars(self), "stack": [vars(frame) for frame in self.stack]}

    @classmethod
    def from_json(cls, data: dict[str, Any] | None) -> State:
        """Reads what any earlier version wrote: unknown fields are dropped, missing ones take their default."""
        if not data:
            return cls()
        known = {name: value for name, value in data.items() if name in cls.__dataclass_fields__}
        known["stack"] = [_frame(frame) for frame in known.get("stack", [])]
        return cls(**known)


def _frame(data: dict[str, Any]) -> Frame:
    return Frame(**{name: value for name, value in data.items() if name in Frame.__dataclass_fields__})
