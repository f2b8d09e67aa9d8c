"""What a turn wants done. Plain data; `bot/deeds.py` carries it out in the turn's transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Start:
    """Begin a flow, with answers already known. `facts["about"]` tells two of the same flow apart."""

    flow: str
    answers: Mapping[str, Any] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Tell:
    """What a flow ends with that leads to no case."""

    key: str
    args: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class OpenCase:
    service: str
    answers: Mapping[str, Any]
    papers: Mapping[str, Any]  # paper key -> {"uploads": [ids], "flagged": bool, ...} or "bring"
    office: str | None = None  # the code of the one chosen, where several share the address
    extra: tuple[int, ...] = ()  # uploads that are none of these papers


@dataclass(frozen=True)
class SendCorrection:
    case_id: int
    paper: str
    uploads: tuple[int, ...]
    doubted: bool  # it was asked about, and said to be right


@dataclass(frozen=True)
class SendAgain:
    """What an officer asked for again, of several papers and answers; both as OpenCase has them."""

    case_id: int
    answers: Mapping[str, Any]
    papers: Mapping[str, Any]


@dataclass(frozen=True)
class ChooseHandover:
    document_id: int
    method: str  # post | pickup
    address: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class CheckFact:
    """Compare the date the citizen gave with the case before its document leaves."""

    document_id: int
    answer: str
    facts: Mapping[str, Any]


@dataclass(frozen=True)
class HandToOfficer:
    pass


@dataclass(frozen=True)
class OpenComplaint:
    """Only a supervisor reads `words`."""

    words: tuple[str, ...]


@dataclass(frozen=True)
class AskComplaintBack:
    """The one that waits for its answer is to be taken back; whether really is asked."""


@dataclass(frozen=True)
class TakeBackComplaint:
    complaint_id: int


@dataclass(frozen=True)
class ShowRecorded:
    """A report or a wish about one's data: "ADU-0001"; without a number the last report."""

    number: str | None


@dataclass(frozen=True)
class LeaveOfficer:
    """The citizen speaks with the bot again. `withdrawn`: no officer is wanted any more; else what they wrote waits."""

    to_menu: bool = False
    withdrawn: bool = False


@dataclass(frozen=True)
class ShowStatus:
    """`unsent`: a request not sent yet was told of already. Of a `number` that is none of theirs nothing is told."""

    case_id: int | None = None
    unsent: bool = False
    number: str | None = None  # as the citizen wrote it


@dataclass(frozen=True)
class TellVisits:
    """Where and when the mobile van comes, near the place that `text` names, if it names one."""

    text: str


@dataclass(frozen=True)
class BookVisit:
    """A place in the queue of a visit of the van, for a family."""

    key: str
    kk_number: str  # empty: forgotten
    people: int


@dataclass(frozen=True)
class OfferActivation:
    """Places for the activation of the digital identity, where there are any."""


@dataclass(frozen=True)
class BookActivation:
    """A place there, for who writes."""

    key: str


@dataclass(frozen=True)
class BookVisitInstead:
    """Another visit for the family of a place that was moved or cancelled."""

    key: str
    instead: int


@dataclass(frozen=True)
class CancelBooking:
    booking_id: int


@dataclass(frozen=True)
class SetLanguage:
    language: str
    told: bool = True


@dataclass(frozen=True)
class OptOut:
    out: bool


@dataclass(frozen=True)
class TellMyData:
    pass


@dataclass(frozen=True)
class RequestData:
    """A copy, or something to be put right: an officer makes sure first who asks."""

    kind: str  # access | correct
    words: str | None = None


@dataclass(frozen=True)
class AskDeletion:
    pass


@dataclass(frozen=True)
class WarnOf:
    """Officers see at this contact's cases and chats that this was said: "ikd_wish-code"."""

    said: str


@dataclass(frozen=True)
class GiveForms:
    """Those of open cases that are still to be signed."""


@dataclass(frozen=True)
class RateCase:
    case_id: int
    score: int  # 3 is the best
    facts: Mapping[str, Any]


@dataclass(frozen=True)
class CommentOnCase:
    case_id: int
    text: str


@dataclass(frozen=True)
class DeleteData:
    how: str  # after the running requests | now, which ends them | keep, after all


@dataclass(frozen=True)
class AskWithdrawal:
    """Of a request that was sent: the one of this `number`, else any."""

    number: str | None = None


@dataclass(frozen=True)
class WithdrawCase:
    case_id: int


@dataclass(frozen=True)
class AskCorrection:
    """Something in a request that was sent is not right, and nobody knows yet what: an officer is told. `told`: in
    words, which are theirs to read."""

    told: bool = False


@dataclass(frozen=True)
class NoteCorrection:
    """An officer is to put right the answer `what` of this request; `shown` is what it should be."""

    case_id: int
    number: str
    what: str
    shown: str


Effect = (
    Start
    | Tell
    | OpenCase
    | SendCorrection
    | SendAgain
    | ChooseHandover
    | CheckFact
    | HandToOfficer
    | OpenComplaint
    | AskComplaintBack
    | TakeBackComplaint
    | ShowRecorded
    | LeaveOfficer
    | ShowStatus
    | TellVisits
    | OfferActivation
    | BookActivation
    | BookVisit
    | BookVisitInstead
    | CancelBooking
    | SetLanguage
    | OptOut
    | TellMyData
    | RequestData
    | AskDeletion
    | GiveForms
    | RateCase
    | CommentOnCase
    | DeleteData
    | WarnOf
    | AskWithdrawal
    | WithdrawCase
    | AskCorrection
    | NoteCorrection
)
