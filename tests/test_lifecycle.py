"""The two tables of allowed moves hang together, and nobody moves what they may not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from registry.lifecycle import (
    CASE_MOVES,
    DOCUMENT_ENDS,
    DOCUMENT_MOVES,
    ENDED,
    CaseState,
    DocumentState,
    Move,
    Refused,
    Role,
    case_after,
    document_after,
)

TABLES = [
    pytest.param(CASE_MOVES, {CaseState.SUBMITTED}, CaseState, set(ENDED), id="case"),
    pytest.param(
        DOCUMENT_MOVES,
        {DocumentState.IN_SIAK, DocumentState.WAITING_PRR},
        DocumentState,
        set(DOCUMENT_ENDS),
        id="document",
    ),
]


def reached(moves: Iterable[Move[Any]], beginnings: set[Any]) -> set[Any]:
    found = set(beginnings)
    while further := {move.target for move in moves if set(move.sources) & found} - found:
        found |= further
    return found


@pytest.mark.parametrize(("moves", "beginnings", "states", "ends"), TABLES)
def test_every_state_is_reached(moves: Any, beginnings: Any, states: Any, ends: Any) -> None:
    assert reached(moves, beginnings) == set(states)


@pytest.mark.parametrize(("moves", "beginnings", "states", "ends"), TABLES)
def test_every_state_leads_to_an_end(moves: Any, beginnings: Any, states: Any, ends: Any) -> None:
    assert [state for state in states if not reached(moves, {state}) & ends] == []


@pytest.mark.parametrize(("moves", "beginnings", "states", "ends"), TABLES)
def test_an_event_names_one_move_and_somebody_may_make_it(moves: Any, beginnings: Any, states: Any, ends: Any) -> None:
    events = [move.event for move in moves]
    assert len(set(events)) == len(events)
    assert all(move.roles and move.sources for move in moves)


@pytest.mark.parametrize("state", ENDED)
def test_nothing_leaves_an_ended_case_but_what_is_undone_at_once(state: CaseState) -> None:
    assert {move.event for move in CASE_MOVES if state in move.sources} <= {"decision_undone", "case_reopened"}


@pytest.mark.parametrize("move", [*CASE_MOVES, *DOCUMENT_MOVES], ids=lambda move: move.event)
def test_other_roles_and_other_states_are_refused(move: Move[Any]) -> None:
    after: Any = case_after if move in CASE_MOVES else document_after
    states = CaseState if move in CASE_MOVES else DocumentState
    for role in Role:
        for state in states:
            if role in move.roles and state in move.sources:
                assert after(state, move.event, frozenset({role})) is move.target
            else:
                with pytest.raises(Refused):
                    after(state, move.event, frozenset({role}))


def test_the_province_moves_nothing() -> None:
    moves: list[Move[Any]] = [*CASE_MOVES, *DOCUMENT_MOVES]
    assert [move.event for move in moves if Role.PROVINCE in move.roles] == []


def test_a_refusal_tells_the_role_before_the_state() -> None:
    with pytest.raises(Refused) as error:
        case_after(CaseState.CLOSED, "case_approved", frozenset({Role.CITIZEN}))
    assert error.value.reason == "refused-role"


def test_an_unknown_event_is_a_bug() -> None:
    with pytest.raises(LookupError, match="case_vanished"):
        case_after(CaseState.SUBMITTED, "case_vanished", frozenset({Role.SYSTEM}))
