"""One paper is asked for again, sent again, or seen at the counter."""

from __future__ import annotations

from datetime import timedelta

import pytest

from registry import cases
from registry.lifecycle import CaseState, Refused, Role
from registry.models import PaperState
from tests.registry.desk import MONDAY, Desk

LATER = MONDAY + timedelta(days=1)
REASON = "Cap polisi tidak terlihat."


def ask_again(desk: Desk, case_id: int, paper: str = "police_letter") -> None:
    with desk.database.writing() as session:
        cases.ask_again(session, desk.officers[Role.COUNTER], case_id, paper, REASON, MONDAY)


def send(desk: Desk, case_id: int, paper: str = "police_letter", *, bring: bool = False) -> None:
    uploads = None if bring else [desk.new_upload()]
    with desk.database.writing() as session:
        cases.send_correction(session, desk.citizen(session), case_id, paper, uploads, LATER)


def test_asking_again_opens_one_paper_and_says_why(desk: Desk) -> None:
    case_id = desk.open()
    ask_again(desk, case_id)
    papers = desk.papers(case_id)
    assert (papers["police_letter"].state, papers["police_letter"].reason) == (PaperState.REFUSED, REASON)
    assert papers["ktp"].state is PaperState.SENT
    assert desk.told()[0] == {
        "name": "paper_refused", "case_id": case_id, "paper": "police_letter", "reason": REASON
    }  # fmt: skip


def test_a_correction_goes_back_to_its_old_place(desk: Desk) -> None:
    case_id = desk.open()
    desk.open(at=MONDAY + timedelta(minutes=5))
    ask_again(desk, case_id)
    send(desk, case_id)
    assert (desk.state(case_id), desk.case(case_id).queued_at) == (CaseState.SUBMITTED, MONDAY)
    with desk.database.reading() as session:
        assert cases.place_in_queue(session, desk.case(case_id)) == 1


def test_the_clock_stands_still_while_a_paper_is_awaited(desk: Desk) -> None:
    case_id = desk.open()
    ask_again(desk, case_id)
    assert desk.case(case_id).promised_at is None
    send(desk, case_id)
    assert desk.case(case_id).promised_at == MONDAY + timedelta(days=7)  # all of the 24 hours, from Tuesday


def test_two_refused_papers_need_two_corrections(desk: Desk) -> None:
    case_id = desk.open()
    ask_again(desk, case_id)
    ask_again(desk, case_id, "ktp")
    send(desk, case_id)
    assert desk.state(case_id) is CaseState.NEEDS_CORRECTION
    send(desk, case_id, "ktp")
    assert desk.state(case_id) is CaseState.SUBMITTED


def test_only_a_refused_paper_is_sent_again(desk: Desk) -> None:
    case_id = desk.open()
    with pytest.raises(Refused, match="refused-paper-state"):
        send(desk, case_id)


def test_a_paper_still_to_be_brought_cannot_be_asked_for_again(desk: Desk) -> None:
    case_id = desk.open(papers={"police_letter": None})
    with pytest.raises(Refused, match="refused-paper-state"):
        ask_again(desk, case_id)


def test_a_paper_seen_at_the_counter_completes_the_case(desk: Desk) -> None:
    case_id = desk.open(papers={"ktp": None})
    with desk.database.writing() as session:
        cases.mark_seen(session, desk.officers[Role.COUNTER], case_id, "ktp", LATER)
    assert desk.papers(case_id)["ktp"].state is PaperState.SEEN
    assert desk.case(case_id).promised_at is not None


def test_a_refused_paper_may_be_brought_instead(desk: Desk) -> None:
    case_id = desk.open()
    ask_again(desk, case_id)
    send(desk, case_id, bring=True)
    assert (desk.state(case_id), desk.case(case_id).promised_at) == (CaseState.SUBMITTED, None)
    assert desk.papers(case_id)["police_letter"].state is PaperState.TO_BRING


def test_the_original_in_an_officers_hand_is_a_correction(desk: Desk) -> None:
    case_id = desk.open()
    ask_again(desk, case_id)
    with desk.database.writing() as session:
        cases.mark_seen(session, desk.officers[Role.SUPERVISOR], case_id, "police_letter", LATER)
    assert desk.state(case_id) is CaseState.SUBMITTED


def test_who_brings_the_last_paper_hears_the_promise(desk: Desk) -> None:
    case_id = desk.open(papers={"police_letter": None, "ktp": None})
    for paper in ("police_letter", "ktp"):
        assert desk.told() == []
        with desk.database.writing() as session:
            cases.mark_seen(session, desk.officers[Role.COUNTER], case_id, paper, MONDAY)
    assert [told["name"] for told in desk.told()] == ["papers_complete"]
