"""What the product hears when a citizen writes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.simulator.conftest import CITIZEN, OFFICE, SID, SMS_CITIZEN, SMS_OFFICE, TOKEN, Simulator
from tests.simulator.product import Product


def test_a_whatsapp_text_arrives_signed(simulator: Simulator, product: Product) -> None:
    told = simulator.write("kk saya hilang & ganti é", profile_name="Rina Contoh")
    post = product.next()
    assert post.signed_with(TOKEN) and not post.signed_with("lain")
    assert post.url.endswith("/webhooks/twilio/inbound")
    assert post.form["MessageSid"] == post.form["SmsMessageSid"] == told["sid"]
    assert told["webhook"] == {"status": 200, "error": ""}
    assert "I-Twilio-Idempotency-Token" in post.headers


def test_a_whatsapp_text_has_twilios_fields(simulator: Simulator, product: Product) -> None:
    simulator.write("halo", profile_name="Rina Contoh")
    form = product.next().form
    expected = {"From": CITIZEN, "To": OFFICE, "AccountSid": SID, "WaId": "6281200000012", "NumMedia": "0"}
    expected |= {"ProfileName": "Rina Contoh", "MessageType": "text", "SmsStatus": "received", "Body": "halo"}
    assert expected.items() <= form.items()
    assert form["ExternalUserId"].startswith("whatsapp:ID.")
    assert json.loads(form["ChannelMetadata"])["data"]["context"]["ProfileName"] == "Rina Contoh"


def test_an_sms_has_segments_and_no_whatsapp_field(simulator: Simulator, product: Product) -> None:
    simulator.write("a" * 161, **{"from": SMS_CITIZEN, "to": SMS_OFFICE})
    post = product.next()
    assert post.signed_with(TOKEN)
    assert (post.form["NumSegments"], post.form["FromCountry"]) == ("2", "ID")
    assert not {"WaId", "ProfileName", "MessageType"} & post.form.keys()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"payload": "ya", "body": "Ya"}, {"MessageType": "interactive", "ButtonPayload": "ya", "ButtonText": "Ya"}),
        ({"list_id": "kk", "body": "KK"}, {"MessageType": "interactive", "ListId": "kk", "ListTitle": "KK"}),
        ({"replied_to": "SM1"}, {"OriginalRepliedMessageSid": "SM1", "OriginalRepliedMessageSender": OFFICE}),
        (
            {"latitude": "-1.24", "longitude": "116.85", "label": "Kantor"},
            {"MessageType": "location", "Latitude": "-1.24", "Longitude": "116.85", "Label": "Kantor"},
        ),
    ],
)
def test_other_kinds_have_their_fields(
    simulator: Simulator, product: Product, fields: dict[str, Any], expected: dict[str, str]
) -> None:
    simulator.write(**fields)
    assert expected.items() <= product.next().form.items()


def test_a_business_scoped_id_has_no_number(simulator: Simulator, product: Product) -> None:
    simulator.write("halo", **{"from": "whatsapp:ID.4566000000000000"})
    form = product.next().form
    assert form["ExternalUserId"] == form["From"] == "whatsapp:ID.4566000000000000"
    assert "WaId" not in form


def test_a_server_error_is_not_tried_again(simulator: Simulator, product: Product) -> None:
    product.status = 503
    assert simulator.write("halo")["webhook"]["status"] == 503
    product.next()
    assert product.nothing_more()


def test_nobody_listening_is_told_to_the_handset(simulator: Simulator, product: Product) -> None:
    product.close()
    told = simulator.write("halo")
    assert told["webhook"]["status"] is None and "not connected" in told["webhook"]["error"]
    assert simulator.messages()[0]["webhook"] == told["webhook"]


def test_a_connection_lost_midway_is_not_tried_again(simulator: Simulator, product: Product) -> None:
    product.hangs_up = True
    assert "no answer" in simulator.write("halo")["webhook"]["error"]
    product.next()
    assert product.nothing_more()
