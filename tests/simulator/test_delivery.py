"""What becomes of an accepted message: the window, media, receipts, the handset."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from twilio.rest import Client

from tests.simulator.conftest import CITIZEN, OFFICE, SMS_CITIZEN, SMS_OFFICE, TOKEN, Simulator
from tests.simulator.product import Product

PDF = ("application/pdf", b"%PDF-1.7 isi")


@pytest.fixture
def reply(simulator: Simulator, client: Client, product: Product) -> Any:
    """Answers a citizen who has just written."""
    simulator.write("halo")
    product.next()
    callback = f"{product.url}/webhooks/twilio/status"
    return lambda **fields: client.messages.create(to=CITIZEN, from_=OFFICE, status_callback=callback, **fields)


def test_receipts_are_signed_and_skip_the_first_status(reply: Any, product: Product) -> None:
    sid = reply(body="Nama lengkap Anda?").sid
    first, second = product.next(), product.next()
    assert first.signed_with(TOKEN) and first.url.endswith("/webhooks/twilio/status")
    assert [post.form["MessageStatus"] for post in (first, second)] == ["sent", "delivered"]
    assert first.form["MessageSid"] == sid and first.form["ChannelPrefix"] == "whatsapp"
    assert second.form["EventType"] == "DELIVERED" and "ErrorCode" not in second.form


def test_read_is_told_once_when_the_handset_shows_it(reply: Any, simulator: Simulator, product: Product) -> None:
    sid = reply(body="Halo").sid
    product.statuses(2)
    assert simulator.post("read", {"sids": [sid]}) == {"read": 1}
    assert product.statuses(1) == ["read"]
    assert simulator.post("read", {"sids": [sid]}) == {"read": 0}


def test_an_sms_is_never_told_as_read(simulator: Simulator, client: Client, product: Product) -> None:
    sid = client.messages.create(to=SMS_CITIZEN, from_=SMS_OFFICE, body="Halo", status_callback=product.url).sid
    assert product.statuses(2) == ["sent", "delivered"]
    assert simulator.post("read", {"sids": [sid]}) == {"read": 0}


def test_outside_the_window_free_form_fails(reply: Any, simulator: Simulator, client: Client, product: Product) -> None:
    simulator.post("window", {"from": CITIZEN, "to": OFFICE, "open": False})
    sid = reply(body="Sudah terbit").sid
    form = product.next().form
    assert (form["MessageStatus"], form["ErrorCode"]) == ("failed", "63016")
    assert client.messages(sid).fetch().error_code == 63016


@pytest.mark.parametrize(("hours", "status"), [(23, "sent"), (25, "failed")])
def test_the_window_can_be_opened_as_of_an_earlier_hour(
    reply: Any, simulator: Simulator, product: Product, hours: int, status: str
) -> None:
    since = datetime.now(UTC) - timedelta(hours=hours)
    simulator.post("window", {"from": CITIZEN, "to": OFFICE, "open": True, "since": since.isoformat()})
    reply(body="Sudah terbit")
    assert product.next().form["MessageStatus"] == status


def test_the_window_belongs_to_one_citizen_and_opens_by_writing(
    simulator: Simulator, client: Client, product: Product
) -> None:
    simulator.write("halo", **{"from": "whatsapp:+6281200000013"})
    product.next()
    client.messages.create(to=CITIZEN, from_=OFFICE, body="Halo", status_callback=product.url)
    assert product.next().form["ErrorCode"] == "63016"


def test_a_pdf_is_fetched_head_first_and_shown(reply: Any, simulator: Simulator, product: Product) -> None:
    product.files["/d/rahasia"] = PDF
    reply(body="KK Anda", media_url=[f"{product.url}/d/rahasia"])
    assert product.statuses(2) == ["sent", "delivered"]
    assert product.fetched == ["HEAD /d/rahasia", "GET /d/rahasia"]
    [media] = simulator.messages()[-1]["media"]
    assert (media["content_type"], media["size"], media["kind"]) == ("application/pdf", len(PDF[1]), "document")


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (None, "63019"),
        (("text/html", b"<form>login</form>"), "12300"),
        (("application/pdf", b"<form>login</form>"), "12300"),
        (("application/pdf", b"%PDF" + bytes(16 * 1024 * 1024)), "11751"),
        (("image/png", b"\x89PNG" + bytes(5 * 1024 * 1024)), "11751"),
    ],
)
def test_bad_media_fails_by_receipt(reply: Any, product: Product, file: tuple[str, bytes] | None, code: str) -> None:
    if file:
        product.files["/d/x"] = file
    reply(media_url=[f"{product.url}/d/x"])
    form = product.next().form
    assert (form["MessageStatus"], form["ErrorCode"]) == ("failed", code)


def test_messages_to_one_citizen_keep_their_order(reply: Any, simulator: Simulator, product: Product) -> None:
    product.files["/d/x"] = PDF
    reply(media_url=[f"{product.url}/d/x"])
    reply(body="kode ambil")
    product.statuses(4)
    shown = [message["body"] for message in simulator.messages() if message["status"] == "delivered"]
    assert shown == ["", "kode ambil"]


def test_waiting_for_messages_ends_with_the_first(reply: Any, simulator: Simulator) -> None:
    seen = max(message["revision"] for message in simulator.messages())
    reply(body="jawaban")
    [message] = simulator.messages(since=seen, wait=20)
    assert message["body"] == "jawaban"
