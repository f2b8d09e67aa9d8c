"""A citizen's files at the carrier: fetched with the account's key, listed, deleted."""

from __future__ import annotations

import base64
from urllib.request import urlopen

import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from tests.simulator.conftest import CITIZEN, OFFICE, SID, SMS_CITIZEN, SMS_OFFICE, TOKEN, Simulator, fetch
from tests.simulator.product import Product

JPEG = b"\xff\xd8\xff isi foto"


@pytest.fixture
def photo(simulator: Simulator, product: Product) -> dict[str, str]:
    """The webhook of a photo with a caption."""
    answer = simulator.send_file(JPEG, "image/jpeg", "ktp.jpg", **{"from": CITIZEN, "to": OFFICE, "body": "KTP saya"})
    assert answer.status_code == 200
    return product.next().form


def test_the_webhook_names_the_file(photo: dict[str, str]) -> None:
    assert photo["MessageSid"].startswith("MM")
    assert (photo["NumMedia"], photo["MessageType"], photo["Body"]) == ("1", "image", "KTP saya")
    assert photo["MediaContentType0"] == "image/jpeg"
    assert photo["MediaUrl0"].startswith(f"https://api.twilio.com/2010-04-01/Accounts/{SID}/Messages/MM")


def test_the_file_needs_the_accounts_key(simulator: Simulator, photo: dict[str, str]) -> None:
    url = photo["MediaUrl0"].replace("https://api.twilio.com", simulator.url)
    key = base64.b64encode(f"{SID}:{TOKEN}".encode()).decode()
    assert fetch("GET", url).status_code == 401
    answer = fetch("GET", url, {"Authorization": f"Basic {key}"})
    assert (answer.text.encode("latin-1"), answer.headers["Content-Type"]) == (JPEG, "image/jpeg")


def test_the_list_names_each_file(client: Client, photo: dict[str, str]) -> None:
    [media] = client.messages(photo["MessageSid"]).media.list()
    assert (media.content_type, media.parent_sid) == ("image/jpeg", photo["MessageSid"])
    assert photo["MediaUrl0"].endswith(media.sid)


def test_a_deleted_file_is_gone_from_the_api_only(simulator: Simulator, client: Client, photo: dict[str, str]) -> None:
    [media] = client.messages(photo["MessageSid"]).media.list()
    assert media.delete()
    with pytest.raises(TwilioRestException, match="not found"):
        media.fetch()
    assert client.messages(photo["MessageSid"]).media.list() == []
    [shown] = simulator.messages()[0]["media"]
    assert urlopen(simulator.url + shown["url"], timeout=20).read() == JPEG


@pytest.mark.parametrize(
    ("content_type", "kind", "body"),
    [
        ("application/pdf", "document", "berkas"),
        ("audio/ogg", "audio", ""),
        ("image/webp", "sticker", ""),
        ("text/vcard", "contacts", ""),
        ("video/mp4", "video", ""),
    ],
)
def test_each_kind_of_file_has_its_word(
    simulator: Simulator, product: Product, content_type: str, kind: str, body: str
) -> None:
    simulator.send_file(b"isi", content_type, "berkas", **{"from": CITIZEN, "to": OFFICE})
    form = product.next().form
    assert (form["MessageType"], form["Body"]) == (kind, body)


def test_sms_refuses_a_file(simulator: Simulator, product: Product) -> None:
    answer = simulator.send_file(JPEG, "image/jpeg", "ktp.jpg", **{"from": SMS_CITIZEN, "to": SMS_OFFICE})
    assert answer.status_code == 400 and "no media" in answer.text
    assert product.nothing_more()
