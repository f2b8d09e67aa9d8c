"""Envelopes are followed where a service tells of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from registry.lifecycle import DocumentState, Role
from registry.models import CarrierStatus, Shipment
from registry.post import delivery, envelopes, handing_over, tracker
from tests.registry.desk import ADDRESS, MONDAY, Desk
from tests.registry.post.test_delivery import printed

NUMBER = "P26112300001"
TUESDAY = MONDAY + timedelta(days=1)


@dataclass
class Post:
    """Says what it was told to say."""

    says: CarrierStatus | None | Exception
    asked: list[str] = field(default_factory=list)

    def look_up(self, tracking: str) -> CarrierStatus | None:
        self.asked.append(tracking)
        if isinstance(self.says, Exception):
            raise self.says
        return self.says


def on_its_way(desk: Desk, number: str = NUMBER) -> int:
    document_id = printed(desk)
    with desk.database.writing() as session:
        delivery.choose_post(session, desk.citizen(session), document_id, ADDRESS, MONDAY)
        handing_over.post_card(session, desk.officers[Role.POST], document_id, number, MONDAY)
    return document_id


def follow(desk: Desk, post: Post, at: datetime = TUESDAY) -> bool:
    return tracker.follow(desk.database, post, at)


def shipment(desk: Desk, document_id: int) -> Shipment:
    with desk.database.reading() as session:
        found = envelopes.current_shipment(session, document_id)
    assert found is not None
    return found


def test_what_arrived_is_closed_and_told(desk: Desk) -> None:
    document_id, post = on_its_way(desk), Post(CarrierStatus.DELIVERED)
    assert follow(desk, post) and post.asked == [NUMBER]
    assert desk.document(document_id).state is DocumentState.DELIVERED
    assert "card_delivered" in [told["name"] for told in desk.told()]
    assert not follow(desk, post, TUESDAY + timedelta(days=1)) and post.asked == [NUMBER]


def test_what_comes_back_waits_for_an_officer_who_has_it_in_hand(desk: Desk) -> None:
    document_id = on_its_way(desk)
    assert not follow(desk, Post(CarrierStatus.RETURNED))
    assert desk.document(document_id).state is DocumentState.POSTED
    assert shipment(desk, document_id).carrier_says is CarrierStatus.RETURNED


def test_an_envelope_is_asked_after_every_six_hours(desk: Desk) -> None:
    on_its_way(desk)
    post = Post(None)
    for hours in (0, 1, 5, 6, 7):
        follow(desk, post, TUESDAY + timedelta(hours=hours))
    assert len(post.asked) == 2


def test_the_first_failure_ends_the_round_and_nothing_is_lost(desk: Desk) -> None:
    one, two = on_its_way(desk), on_its_way(desk, "P26112300002")
    post = Post(tracker.TrackerDown("down"))
    assert not follow(desk, post) and post.asked == [NUMBER]
    assert {desk.document(each).state for each in (one, two)} == {DocumentState.POSTED}
    assert follow(desk, Post(CarrierStatus.DELIVERED))


def test_what_another_carrier_has_is_not_asked_after(desk: Desk) -> None:
    document_id, post = on_its_way(desk), Post(CarrierStatus.DELIVERED)
    with desk.database.writing() as session:
        session.get_one(Shipment, shipment(desk, document_id).id).courier = "Kurir Contoh"
    assert not follow(desk, post) and post.asked == []
