"""Text, buttons, lists, documents: what each message becomes on its channel."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from notifications.channels.carrier import DeliveryFailed, Outbound
from notifications.content import QuickReply
from notifications.dispatch import Dispatcher
from notifications.outbox import Choice, Message
from notifications.shapes import shape
from registry.lifecycle import Refused
from registry.models import Channel, OutgoingState
from tests.fakes import FakeCarrier
from tests.notifications.conftest import NOON, Outbox, sorry

CHOICES = (Choice("a", "Lanjut"), Choice("b", "Batal"))
FORMS = {(QuickReply(("Lanjut", "Batal")).name, "id"): "HX1", ("news", "id"): "HX2", ("list_4", "id"): "HX4"}
LATER = NOON + timedelta(minutes=1)


def shaped(message: Message, channel: Channel = Channel.WHATSAPP, url: str | None = None) -> Outbound:
    return shape(message, channel, "en", FORMS, url)


def test_buttons_carry_the_text_and_their_ids() -> None:
    assert shaped(Message("Kirim?", CHOICES)) == Outbound(content_sid="HX1", variables=("Kirim?", "a", "b"))


@pytest.mark.parametrize(
    "message",
    [
        Message("Kirim?", (*CHOICES, Choice("c", "Ubah"))),
        Message("Pilih?", tuple(Choice(n, n) for n in "abcd")),
        Message("x" * 1025, CHOICES),
    ],
    ids=["no such set of buttons", "nothing opens the list", "too long for buttons"],
)
def test_what_no_form_can_show_goes_as_numbered_text(message: Message) -> None:
    lines = "\n".join(f"{n}. {choice.label}" for n, choice in enumerate(message.choices, 1))
    assert shaped(message) == Outbound(f"{message.text}\n{lines}")


def test_buttons_made_up_on_the_way_go_as_a_list() -> None:
    cities = (Choice("1:BPP", "Kota Balikpapan"), Choice("1:CLG", "Kota Cilegon"))
    sent = shape(Message("Kota mana?", cities, "Pilih"), Channel.WHATSAPP, "id", {("list_2", "id"): "HX5"}, None)
    assert sent == Outbound(
        content_sid="HX5", variables=("Kota mana?", "Pilih", "Kota Balikpapan", "1:BPP", "Kota Cilegon", "1:CLG")
    )


def test_on_sms_the_choices_already_stand_in_the_text() -> None:
    assert shaped(Message("Kirim? 1 Ya", CHOICES), Channel.SMS) == Outbound("Kirim? 1 Ya")


def test_a_template_has_no_line_breaks_in_its_variables() -> None:
    assert shaped(Message("", template="news", variables=("a\n b",))) == Outbound(content_sid="HX2", variables=("a b",))


def test_a_template_that_is_gone_fails_for_good() -> None:
    with pytest.raises(DeliveryFailed) as failed:
        shaped(Message("", template="gone"))
    assert failed.value.permanent


def test_a_document_goes_by_a_link_made_when_it_is_sent(outbox: Outbox) -> None:
    carrier = FakeCarrier()
    outbox.put(outbox.contact(), Message("KK Anda.", document_id=7))
    links = lambda message, at: f"https://loket.example/d/{message.document_id}"  # noqa: E731
    Dispatcher(outbox.database, carrier, links, sorry).run(at=LATER)
    assert carrier.sent[0][1] == Outbound("KK Anda.", "https://loket.example/d/7")


def test_a_withdrawn_document_stays_here(outbox: Outbox) -> None:
    def withdrawn(message: Message, at: datetime) -> str:
        raise Refused("refused-state")

    carrier = FakeCarrier()
    row = outbox.put(outbox.contact(), Message("KK Anda.", document_id=7))
    Dispatcher(outbox.database, carrier, withdrawn, sorry).run(at=LATER)
    assert (outbox.row(row).state, outbox.row(row).error) == (OutgoingState.FAILED, "file-withheld")
    assert not carrier.sent
