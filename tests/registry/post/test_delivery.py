"""A card is printed, posted, returned, delivered or collected."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError

from registry.cards import printing
from registry.lifecycle import CaseState, DocumentState, Refused, Role
from registry.models import Shipment
from registry.post import delivery, envelopes, handing_over
from tests.registry.desk import ADDRESS, MONDAY, Desk


def printed(desk: Desk) -> int:
    document_id, printer = desk.card(), desk.officers[Role.PRINTING]
    with desk.database.writing() as session:
        printing.ready_to_print(session, printer, [document_id], MONDAY)
        printing.mark_printed(session, printer, [document_id], MONDAY)
    return document_id


def posted(desk: Desk) -> int:
    document_id = printed(desk)
    choose(desk, document_id)
    post(desk, document_id)
    return document_id


def choose(desk: Desk, document_id: int, address: dict[str, str] = ADDRESS) -> None:
    with desk.database.writing() as session:
        delivery.choose_post(session, desk.citizen(session), document_id, address, MONDAY)


def post(desk: Desk, document_id: int, tracking: str = "P2611 2300 0001") -> None:
    with desk.database.writing() as session:
        handing_over.post_card(session, desk.officers[Role.POST], document_id, tracking, MONDAY)


def come_back(desk: Desk, document_id: int, reason: str = "nobody_home") -> None:
    with desk.database.writing() as session:
        delivery.mark_returned(session, desk.officers[Role.POST], {document_id: reason}, MONDAY)


def shipment(desk: Desk, document_id: int) -> Shipment | None:
    with desk.database.reading() as session:
        return envelopes.current_shipment(session, document_id)


def test_a_printed_card_asks_how_it_shall_come(desk: Desk) -> None:
    document_id = printed(desk)
    assert desk.document(document_id).state is DocumentState.CHOOSING_HANDOVER
    assert [told["name"] for told in desk.told()] == ["case_approved", "handover_asked"]


def test_choosing_the_post_makes_a_shipment_with_the_offices_fee(desk: Desk) -> None:
    document_id = printed(desk)
    choose(desk, document_id)
    made = shipment(desk, document_id)
    assert made is not None
    assert (made.fee_rupiah, made.address["village"], made.address["landmark"]) == (14_000, ADDRESS["village"], "")


@pytest.mark.parametrize("fault", [{"phone": ""}, {"name": " "}, {"street": ""}, {"village": ""}, {"colour": "red"}])
def test_an_incomplete_address_is_refused(desk: Desk, fault: dict[str, str]) -> None:
    document_id = printed(desk)
    with pytest.raises(Refused, match="refused-address"):
        choose(desk, document_id, ADDRESS | fault)


def test_the_citizen_gets_the_tracking_number(desk: Desk) -> None:
    document_id = posted(desk)
    assert desk.told()[-1]["tracking"] == "P261123000001"
    assert desk.document(document_id).state is DocumentState.POSTED


@pytest.mark.parametrize("tracking", ["", "1234567", "A" * 21, "P-2611-2300", "P26112300001é"])
def test_what_cannot_be_a_tracking_number_is_refused(desk: Desk, tracking: str) -> None:
    document_id = printed(desk)
    choose(desk, document_id)
    with pytest.raises(Refused, match="refused-tracking-number"):
        post(desk, document_id, tracking)


def test_delivery_closes_the_case(desk: Desk) -> None:
    document_id = posted(desk)
    with desk.database.writing() as session:
        delivery.mark_delivered(session, desk.officers[Role.POST], [document_id], MONDAY)
    assert desk.state(desk.document(document_id).case_id) is CaseState.CLOSED
    assert desk.told()[-1]["name"] == "card_delivered"


def test_a_returned_card_asks_again_and_is_posted_anew(desk: Desk) -> None:
    document_id = posted(desk)
    first = shipment(desk, document_id)
    come_back(desk, document_id)
    assert desk.told()[-1]["reason"] == "nobody_home"
    choose(desk, document_id)
    post(desk, document_id, "P2611230002")
    second = shipment(desk, document_id)
    assert first and second and first.id != second.id and first.tracking_number != second.tracking_number


def test_a_return_names_its_reason(desk: Desk) -> None:
    document_id = posted(desk)
    with pytest.raises(Refused, match="refused-reason-missing"):
        come_back(desk, document_id, "")


def test_pickup_instead_of_post_forgets_the_address(desk: Desk) -> None:
    document_id = printed(desk)
    choose(desk, document_id)
    with desk.database.writing() as session:
        delivery.choose_pickup(session, desk.citizen(session), document_id, MONDAY)
    assert shipment(desk, document_id) is None


def test_a_collected_card_closes_the_case(desk: Desk) -> None:
    document_id, officer = printed(desk), desk.officers[Role.COUNTER]
    with desk.database.writing() as session:
        delivery.choose_pickup(session, officer, document_id, MONDAY)
        delivery.mark_collected(session, officer, document_id, MONDAY)
    assert desk.state(desk.document(document_id).case_id) is CaseState.CLOSED
    assert [told["name"] for told in desk.told()[-3:]] == ["card_ready_for_pickup", "rating", "card_collected"]


def bearing(desk: Desk, courier: str) -> int:
    """A card on its way by this carrier, with the number that another card's envelope has at Kantor Pos."""
    document_id = printed(desk)
    choose(desk, document_id)
    with desk.database.writing() as session:
        envelope = envelopes.current_shipment(session, document_id)
        assert envelope is not None
        envelope.courier = courier
        session.add(envelope)
    post(desk, document_id)
    return document_id


def test_a_carriers_number_belongs_to_one_envelope(desk: Desk) -> None:
    posted(desk)
    with pytest.raises(Refused, match="refused-tracking-taken"):
        bearing(desk, "")


def test_two_carriers_may_count_alike(desk: Desk) -> None:
    posted(desk)
    sent = shipment(desk, bearing(desk, "Kurir Contoh"))
    assert sent is not None and sent.tracking_number == "P261123000001"


def test_an_envelope_that_goes_again_gets_a_number_of_its_own(desk: Desk) -> None:
    document_id = posted(desk)
    come_back(desk, document_id)
    choose(desk, document_id)
    with pytest.raises(Refused, match="refused-tracking-taken"):
        post(desk, document_id)


def test_the_database_keeps_it_so(desk: Desk) -> None:
    first = posted(desk)
    with pytest.raises(IntegrityError), desk.database.writing() as session:
        session.add(Shipment(document_id=first, address={}, fee_rupiah=0, tracking_number="P261123000001"))
