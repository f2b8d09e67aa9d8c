"""Every blank is accounted for: the books of the office and of its kecamatan balance, whatever is done."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, select

from registry.actors import Actor
from registry.cards import balance, blanks, printing
from registry.lifecycle import DocumentState, Refused, Role
from registry.models import AuditEntry, Blank, BlankBook, BlankEntry, Movement
from tests.registry.desk import MONDAY, Desk
from tests.stocked import PIECES

DISTRICT = "64.71.04"
KTP = Blank.KTP


def left(desk: Desk, place: str = "", blank: Blank = KTP) -> int:
    with desk.database.reading() as session:
        mine = BlankBook.office_id == desk.office_id, BlankBook.place == place, BlankBook.blank == blank
        return session.exec(select(BlankBook.stock).where(*mine)).first() or 0


def written(desk: Desk) -> list[BlankEntry]:
    """Since the office was stocked."""
    with desk.database.reading() as session:
        return list(session.exec(select(BlankEntry).where(BlankEntry.id > len(Blank)).order_by("id")))


def ready(desk: Desk, count: int = 1) -> list[int]:
    cards = [desk.card() for _ in range(count)]
    with desk.database.writing() as session:
        printing.ready_to_print(session, desk.officers[Role.PRINTING], cards, MONDAY)
    return cards


def keep(desk: Desk, movement: Movement, pieces: int, reason: str = "rusak di dus") -> None:
    with desk.database.writing() as session:
        printer = desk.officers[Role.PRINTING]
        blanks.write_down(session, printer, movement, pieces, MONDAY, place="", blank=KTP, reason=reason)


def test_each_printed_card_takes_a_blank_and_the_book_says_which(desk: Desk) -> None:
    cards = ready(desk, 3)
    with desk.database.writing() as session:
        printing.mark_printed(session, desk.officers[Role.PRINTING], cards, MONDAY)
    assert [(entry.movement, entry.quantity, entry.document_id) for entry in written(desk)] == [
        (Movement.USED, -1, card) for card in cards
    ]
    assert left(desk) == PIECES - 3


def test_a_spoiled_blank_leaves_the_card_waiting_for_another(desk: Desk) -> None:
    (card,) = ready(desk)
    with desk.database.writing() as session:
        printing.mark_spoiled(session, desk.officers[Role.PRINTING], [card], "pita macet", MONDAY)
    assert desk.document(card).state is DocumentState.TO_PRINT
    with desk.database.writing() as session:
        printing.mark_printed(session, desk.officers[Role.PRINTING], [card], MONDAY)
    assert [(entry.movement, entry.reason) for entry in written(desk)] == [("spoiled", "pita macet"), ("used", None)]
    assert left(desk) == PIECES - 2


def test_a_card_is_not_printed_on_a_blank_that_is_not_there(desk: Desk) -> None:
    keep(desk, Movement.RETURNED, PIECES - 1)
    cards = ready(desk, 2)
    with pytest.raises(Refused, match="refused-no-blanks"), desk.database.writing() as session:
        printing.mark_printed(session, desk.officers[Role.PRINTING], cards, MONDAY)
    assert left(desk) == 1 and desk.document(cards[0]).state is DocumentState.TO_PRINT
    assert [told["name"] for told in desk.told()].count("handover_asked") == 0


def test_a_card_of_the_kecamatan_takes_one_of_its_own(desk: Desk) -> None:
    (card,) = ready(desk)
    with desk.database.writing() as session:
        blanks.move(session, desk.officers[Role.PRINTING], 20, MONDAY, start="", goal=DISTRICT, blank=KTP)
        printing.mark_printed(session, desk.officers[Role.PRINTING], [card], MONDAY, DISTRICT)
    assert (left(desk), left(desk, DISTRICT)) == (PIECES - 20, 19)


@pytest.mark.parametrize("movement", [Movement.SPOILED, Movement.RETURNED])
def test_what_is_lost_or_returned_names_a_reason(desk: Desk, movement: Movement) -> None:
    with pytest.raises(Refused, match="refused-why-missing"):
        keep(desk, movement, 5, reason=" ")
    assert written(desk) == []


def test_a_count_corrects_the_book_and_names_why(desk: Desk) -> None:
    supervisor = desk.officers[Role.SUPERVISOR]
    with pytest.raises(Refused, match="refused-why-missing"), desk.database.writing() as session:
        blanks.count(session, supervisor, 97, MONDAY, place="", blank=KTP)
    with desk.database.writing() as session:
        assert blanks.count(session, supervisor, 97, MONDAY, place="", blank=KTP, reason="tiga hilang di dus") == -3
        assert blanks.count(session, supervisor, 97, MONDAY, place="", blank=KTP) == 0
    assert left(desk) == 97
    assert [(entry.quantity, entry.reason) for entry in written(desk)] == [(-3, "tiga hilang di dus"), (0, None)]


@pytest.mark.parametrize("role", [Role.COUNTER, Role.POST, Role.SIGNATORY, Role.ADMIN])
def test_only_the_print_desk_and_the_supervisor_keep_the_books(desk: Desk, role: Role) -> None:
    with pytest.raises(Refused, match="refused-role"), desk.database.writing() as session:
        blanks.write_down(session, desk.officers[role], Movement.RECEIVED, 5, MONDAY, place="", blank=KTP)


def test_a_kecamatan_of_another_office_has_no_book_here(desk: Desk) -> None:
    with pytest.raises(Refused, match="refused-place"), desk.database.writing() as session:
        blanks.move(session, desk.officers[Role.PRINTING], 5, MONDAY, start="", goal="64.72.01", blank=KTP)
    assert left(desk) == PIECES


def test_every_entry_is_audited_in_its_transaction(desk: Desk) -> None:
    keep(desk, Movement.SPOILED, 2)
    with desk.database.reading() as session:
        last = session.exec(select(AuditEntry).order_by(AuditEntry.id.desc())).first()  # type: ignore[attr-defined]
    assert last is not None
    assert (last.action, last.office_id, last.officer_id) == (
        "blanks_spoiled", desk.office_id, desk.officers[Role.PRINTING].officer_id,
    )  # fmt: skip


def test_two_printers_at_once_do_not_use_the_same_blank(desk: Desk) -> None:
    keep(desk, Movement.RETURNED, PIECES - 3)
    cards = ready(desk, 4)
    outcomes: list[str] = []
    together = threading.Barrier(4)

    def work(card: int) -> None:
        together.wait()
        try:
            with desk.database.writing() as session:
                printing.mark_printed(session, desk.officers[Role.PRINTING], [card], MONDAY)
            outcomes.append("printed")
        except Refused:
            outcomes.append("refused")

    threads = [threading.Thread(target=work, args=(card,)) for card in cards]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["printed", "printed", "printed", "refused"]
    assert left(desk) == 0 and sound(desk)


MOVES = st.lists(st.tuples(st.sampled_from(list(Movement)), st.integers(0, 150)), max_size=12)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MOVES)
def test_the_books_balance_whatever_is_written(desk: Desk, moves: list[tuple[Movement, int]]) -> None:
    printer = desk.officers[Role.PRINTING]
    for movement, pieces in moves:
        try:
            with desk.database.writing() as session:
                one(session, printer, movement, pieces)
        except Refused:
            continue
    assert sound(desk)


def one(session: Session, printer: Actor, movement: Movement, pieces: int) -> None:
    if movement is Movement.MOVED:
        blanks.move(session, printer, pieces, MONDAY, start="", goal=DISTRICT, blank=KTP)
    elif movement is Movement.COUNTED:
        blanks.count(session, printer, pieces, MONDAY, place=DISTRICT, blank=KTP, reason="hitung")
    else:
        blanks.write_down(session, printer, movement, pieces, MONDAY, place="", blank=KTP, reason="sebab")


def sound(desk: Desk) -> bool:
    """The sum of all entries is what is left, each follows the one before, and none leads below nothing."""
    with desk.database.reading() as session:
        held = all(each.holds for each in balance.balances(session, desk.office_id, MONDAY - timedelta(days=1)))
        chains: dict[int, int] = {}
        for entry in session.exec(select(BlankEntry).order_by("book_id", "number")):
            assert entry.stock == chains.get(entry.book_id, 0) + entry.quantity >= 0
            chains[entry.book_id] = entry.stock
        books = {book.id: book.stock for book in session.exec(select(BlankBook))}
    return held and books == chains
