"""The life of a case and of its documents: two tables of allowed moves. Nothing else changes a status."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar


class CaseState(StrEnum):
    """A draft has no case yet: it lives in the conversation until the citizen sends it."""

    SUBMITTED = "submitted"
    IN_REVIEW = "in_review"
    NEEDS_CORRECTION = "needs_correction"
    ON_HOLD = "on_hold"
    APPROVED = "approved"
    CLOSED = "closed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class DocumentState(StrEnum):
    IN_SIAK = "in_siak"
    AWAITING_SIGNATURE = "awaiting_signature"
    TO_SIGN_BY_HAND = "to_sign_by_hand"
    SIGNED = "signed"
    ISSUED = "issued"
    SUPERSEDED = "superseded"
    REVOKED = "revoked"
    WAITING_PRR = "waiting_prr"
    TO_PRINT = "to_print"
    PRINTED = "printed"
    CHOOSING_HANDOVER = "choosing_handover"
    TO_POST = "to_post"
    POSTED = "posted"
    DELIVERED = "delivered"
    RETURNED = "returned"
    READY_FOR_PICKUP = "ready_for_pickup"
    COLLECTED = "collected"


class Role(StrEnum):
    """Who may act. The first three are not officers."""

    CITIZEN = "citizen"
    SYSTEM = "system"
    COUNTER = "counter"
    SUPERVISOR = "supervisor"
    SIGNATORY = "signatory"
    PRINTING = "printing"
    POST = "post"
    ADMIN = "admin"
    PROVINCE = "province"


class Refused(Exception):
    """A use case that is not allowed now. `reason` is a text key; the back office shows it and answers 409."""

    def __init__(self, reason: str, **args: object) -> None:
        self.reason = reason
        self.args_shown = args
        super().__init__(reason)


LONGEST_REASON = 300  # characters: it stands in the middle of a message


def reason_given(text: str) -> str:
    """What the citizen will read. Raises Refused when there is none, or more than fits."""
    if not (reason := text.strip()):
        raise Refused("refused-reason-missing")
    if len(reason) > LONGEST_REASON:
        raise Refused("refused-reason-long", most=LONGEST_REASON, n=len(reason))
    return reason


State = TypeVar("State", CaseState, DocumentState)


@dataclass(frozen=True)
class Move(Generic[State]):
    """`event` is past tense: it names the audit row and the notice to the citizen."""

    event: str
    sources: tuple[State, ...]
    target: State
    roles: frozenset[Role]


C, D = CaseState, DocumentState
CHECKERS = frozenset({Role.COUNTER, Role.SUPERVISOR})
PRINTERS = CHECKERS | {Role.PRINTING}
POSTERS = CHECKERS | {Role.POST}
SIGNERS = frozenset({Role.SIGNATORY})
CITIZEN = frozenset({Role.CITIZEN})
SYSTEM = frozenset({Role.SYSTEM})

OPEN = (C.SUBMITTED, C.IN_REVIEW, C.NEEDS_CORRECTION, C.ON_HOLD)
WAITING_FOR_OFFICE = (C.SUBMITTED, C.IN_REVIEW)
ENDED = (C.CLOSED, C.REFUSED, C.WITHDRAWN)

CASE_MOVES: tuple[Move[CaseState], ...] = (
    Move("case_claimed", (C.SUBMITTED,), C.IN_REVIEW, CHECKERS),
    Move("case_released", (C.IN_REVIEW,), C.SUBMITTED, CHECKERS),
    Move("paper_refused", (C.SUBMITTED, C.IN_REVIEW, C.NEEDS_CORRECTION), C.NEEDS_CORRECTION, CHECKERS),
    Move("asked_again", (C.SUBMITTED, C.IN_REVIEW, C.NEEDS_CORRECTION), C.NEEDS_CORRECTION, CHECKERS),
    Move("correction_sent", (C.NEEDS_CORRECTION,), C.SUBMITTED, CITIZEN),
    Move("case_held", (C.SUBMITTED, C.IN_REVIEW), C.ON_HOLD, CHECKERS),
    Move("case_resumed", (C.ON_HOLD,), C.IN_REVIEW, CHECKERS),
    Move("case_approved", (C.SUBMITTED, C.IN_REVIEW), C.APPROVED, CHECKERS | SYSTEM),
    Move("case_refused", OPEN, C.REFUSED, CHECKERS),
    Move("case_withdrawn", OPEN, C.WITHDRAWN, CITIZEN | CHECKERS),
    Move(
        "decision_undone",
        (C.APPROVED, C.REFUSED, C.WITHDRAWN, C.ON_HOLD, C.NEEDS_CORRECTION),
        C.IN_REVIEW,
        CHECKERS,
    ),
    Move("case_closed", (C.APPROVED,), C.CLOSED, SYSTEM),
    Move("case_reopened", (C.CLOSED,), C.APPROVED, SYSTEM),
)

DOCUMENT_MOVES: tuple[Move[DocumentState], ...] = (
    Move("document_rendered", (D.IN_SIAK,), D.AWAITING_SIGNATURE, CHECKERS | SYSTEM),
    Move("document_attached", (D.IN_SIAK, D.AWAITING_SIGNATURE), D.SIGNED, CHECKERS),
    Move("unsigned_attached", (D.IN_SIAK, D.AWAITING_SIGNATURE), D.AWAITING_SIGNATURE, CHECKERS),
    Move("sent_by_siak", (D.IN_SIAK,), D.ISSUED, CHECKERS),
    Move("sending_undone", (D.ISSUED,), D.IN_SIAK, CHECKERS),
    Move("document_signed", (D.AWAITING_SIGNATURE,), D.SIGNED, SIGNERS),
    Move("document_sent_back", (D.AWAITING_SIGNATURE,), D.IN_SIAK, SIGNERS),
    Move("hand_signing_begun", (D.IN_SIAK, D.AWAITING_SIGNATURE), D.TO_SIGN_BY_HAND, CHECKERS | SIGNERS),
    Move("hand_signing_left", (D.TO_SIGN_BY_HAND,), D.IN_SIAK, CHECKERS | SIGNERS),
    Move("hand_signing_undone", (D.TO_SIGN_BY_HAND,), D.AWAITING_SIGNATURE, CHECKERS | SIGNERS),
    Move("signed_by_hand", (D.TO_SIGN_BY_HAND,), D.PRINTED, CHECKERS | SIGNERS),
    Move("document_issued", (D.SIGNED,), D.ISSUED, SYSTEM),
    Move("document_superseded", (D.ISSUED, D.DELIVERED, D.COLLECTED), D.SUPERSEDED, CHECKERS | SYSTEM),
    Move("superseding_undone", (D.SUPERSEDED,), D.ISSUED, SYSTEM),
    Move("posted_reinstated", (D.SUPERSEDED,), D.DELIVERED, SYSTEM),
    Move("collected_reinstated", (D.SUPERSEDED,), D.COLLECTED, SYSTEM),
    Move("document_revoked", (D.SIGNED, D.ISSUED), D.REVOKED, frozenset({Role.SUPERVISOR, Role.SIGNATORY})),
    Move("card_ready_to_print", (D.WAITING_PRR,), D.TO_PRINT, PRINTERS | SYSTEM),
    Move("card_printed", (D.TO_PRINT,), D.PRINTED, PRINTERS),
    Move("handover_asked", (D.PRINTED, D.RETURNED), D.CHOOSING_HANDOVER, SYSTEM),
    Move("post_chosen", (D.CHOOSING_HANDOVER,), D.TO_POST, CITIZEN | POSTERS),
    Move("pickup_chosen", (D.CHOOSING_HANDOVER, D.TO_POST), D.READY_FOR_PICKUP, CITIZEN | POSTERS),
    Move("card_posted", (D.TO_POST,), D.POSTED, POSTERS),
    Move("card_delivered", (D.POSTED,), D.DELIVERED, POSTERS | SYSTEM),
    Move("card_returned", (D.POSTED,), D.RETURNED, POSTERS),
    Move("card_collected", (D.READY_FOR_PICKUP,), D.COLLECTED, POSTERS),
    Move("delivered_along", (D.PRINTED,), D.DELIVERED, SYSTEM),
    Move("collected_along", (D.PRINTED,), D.COLLECTED, SYSTEM),
    Move("going_along_undone", (D.DELIVERED, D.COLLECTED), D.PRINTED, SYSTEM),
    Move("card_misprinted", (D.CHOOSING_HANDOVER, D.TO_POST, D.READY_FOR_PICKUP), D.TO_PRINT, PRINTERS),
    Move("printing_undone", (D.CHOOSING_HANDOVER,), D.TO_PRINT, PRINTERS),
    Move("delivery_undone", (D.DELIVERED,), D.POSTED, POSTERS),
    Move("return_undone", (D.CHOOSING_HANDOVER,), D.POSTED, POSTERS),
    Move("collection_undone", (D.COLLECTED,), D.READY_FOR_PICKUP, POSTERS),
)

BEING_MADE = (  # the office's turn
    D.IN_SIAK, D.AWAITING_SIGNATURE, D.TO_SIGN_BY_HAND, D.SIGNED, D.WAITING_PRR, D.TO_PRINT, D.PRINTED
)  # fmt: skip
IN_FORCE = (D.ISSUED, D.DELIVERED, D.COLLECTED)  # with the citizen: sent, or handed out on paper
DOCUMENT_ENDS = (D.ISSUED, D.SUPERSEDED, D.REVOKED, D.DELIVERED, D.COLLECTED)


def case_after(state: CaseState, event: str, roles: frozenset[Role]) -> CaseState:
    """The state after `event`. Raises Refused when the move or the role is not in the table."""
    return _after(CASE_MOVES, state, event, roles)


def document_after(state: DocumentState, event: str, roles: frozenset[Role]) -> DocumentState:
    return _after(DOCUMENT_MOVES, state, event, roles)


def _after(moves: tuple[Move[State], ...], state: State, event: str, roles: frozenset[Role]) -> State:
    move = next((move for move in moves if move.event == event), None)
    if move is None:
        raise LookupError(f"No move is called {event}")
    if not move.roles & roles:
        raise Refused("refused-role")
    if state not in move.sources:
        raise Refused("refused-state", state=state)
    return move.target
