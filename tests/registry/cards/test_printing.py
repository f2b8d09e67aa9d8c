"""The office's printing queue."""

from __future__ import annotations

from registry.cards import printing
from registry.lifecycle import Role
from tests.registry.desk import MONDAY, Desk


def test_a_card_has_its_place_among_those_to_be_printed(desk: Desk) -> None:
    cards = [desk.card() for _ in range(3)]
    with desk.database.writing() as session:
        for card in (cards[2], cards[0]):
            printing.ready_to_print(session, desk.officers[Role.PRINTING], [card], MONDAY)
        assert [printing.place(session, desk.document(card)) for card in (cards[0], cards[2])] == [1, 2]
