"""What the office says: a sentence by its key, what may be picked under it, and what goes with it. Data only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Option:
    """Something to pick. `label` is a text key, or the text itself when `plain` (a village, a case number).

    An id beginning with "!" is a command and means the same wherever it is picked.
    """

    id: str
    label: str
    plain: bool = False
    description: str = ""
    also: str = ""  # another text whose words pick it as well
    unnumbered: bool = False  # stands under an earlier question: picked by its button or its words
    quiet: bool = False  # picked by its words alone: few have a use for it


@dataclass(frozen=True)
class UploadPage:
    """Stands for the address of a one-time page for these papers; the conversation makes it when it is said."""

    papers: tuple[str, ...]


@dataclass(frozen=True)
class PrivacyPage:
    """Stands for the address where a citizen reads their rights."""


@dataclass(frozen=True)
class PreFilled:
    """A form for the citizen to sign that goes with a sentence, filled from these answers, or from those of a case."""

    form: str
    service: str = ""
    answers: Mapping[str, Any] = field(default_factory=dict)
    office_id: int | None = None
    case_id: int | None = None


@dataclass(frozen=True)
class Say:
    """Something to tell the citizen, by text key. Rendered later, for the channel and the language."""

    key: str
    args: Mapping[str, Any] = field(default_factory=dict)
    options: tuple[Option, ...] = ()
    follows: bool = False  # stands on the line of what was said before it
    separate: bool = False  # a message of its own
    document_id: int | None = None
    form: PreFilled | None = None
    enclosure_id: int | None = None  # a PDF of an officer's goes with it
    booking_id: int | None = None  # the picture of its ticket goes with it
    template: str | None = None  # what to use when the carrier takes templates only
    secret: bool = False
    last: bool = False  # the open question is not asked again after it
    after: int = 0  # the numbers of its options go on from there
    fuller: tuple[Say, ...] = ()  # the same with more in it, the fullest first: said by SMS where it costs no more


class AskAgain(Exception):
    """The answer does not do. The question is repeated after `key`, unless that already asks (`asks`, or `options`).

    `pending` becomes the answer if the citizen picks "accept"; `note` is kept for the next try at the question.
    What is `whole`, as what is `pending` unless it says otherwise, is answered at once; of other words the rest may be
    on its way.
    """

    def __init__(
        self,
        key: str,
        *,
        options: Sequence[Option] = (),
        asks: bool = False,
        pending: Any = None,
        note: Any = None,
        whole: bool | None = None,
        **args: Any,
    ) -> None:
        super().__init__(key)
        self.say = Say(key, args, tuple(options))
        self.asks = asks or bool(options)
        self.pending = pending
        self.note = note
        self.whole = pending is not None if whole is None else whole
