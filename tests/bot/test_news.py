"""Of every move of a case and of a document it is decided whether its citizen hears of it."""

from __future__ import annotations

from bot.matters.news import NEWS
from registry.lifecycle import CASE_MOVES, DOCUMENT_MOVES, CaseState, DocumentState

# What the citizen did in the chat is answered there; what the office does inside itself is nobody's news.
THEIR_OWN = {"correction_sent"}
INSIDE = {
    "case_claimed", "case_released", "case_closed", "document_rendered", "document_attached", "unsigned_attached",
    "document_signed", "document_superseded", "card_ready_to_print", "card_printed", "card_returned",
    "document_sent_back", "decision_undone", "sending_undone", "case_reopened", "hand_signing_begun",
    "hand_signing_left", "hand_signing_undone",
    "signed_by_hand", "printing_undone", "delivery_undone", "return_undone", "collection_undone",
    "superseding_undone", "posted_reinstated", "collected_reinstated", "delivered_along", "collected_along",
    "going_along_undone",
}  # fmt: skip
TOLD_AS = {"pickup_chosen": "card_ready_for_pickup"}
OF_NO_MOVE = {
    "papers_complete",
    "case_done",
    "promise_moved",
    "document_handed_over",
    "card_waiting",
    "form_received",
    "address_corrected",
    "answer_corrected",
}


def test_every_move_is_told_or_left_out_on_purpose() -> None:
    events = (*(move.event for move in CASE_MOVES), *(move.event for move in DOCUMENT_MOVES))
    moves = {TOLD_AS.get(event, event) for event in events}
    assert moves - THEIR_OWN - INSIDE == NEWS.keys() - OF_NO_MOVE


def test_news_is_told_only_while_it_is_true() -> None:
    for name, news in NEWS.items():
        about = DocumentState if isinstance(news.while_[0], DocumentState) else CaseState
        assert 0 < len(news.while_) < len(about), name


def test_what_a_move_leads_to_is_where_its_news_is_true() -> None:
    leads_to = [(move.event, move.target) for move in CASE_MOVES]
    for event, target in (*leads_to, *((move.event, move.target) for move in DOCUMENT_MOVES)):
        if news := NEWS.get(TOLD_AS.get(event, event)):
            assert target in news.while_, event
