"""Fetching what citizens sent, and refusing to be led elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from requests.adapters import HTTPAdapter
from urllib3.exceptions import NewConnectionError

from notifications.channels import media
from notifications.channels.media import MediaTooLarge, MediaUnavailable
from notifications.channels.twilio import TwilioCarrier
from settings import Settings
from tests.notifications.conftest import WHATSAPP_SENDER, LocalTwilio

MESSAGE, MEDIA = "MM" + 32 * "a", "ME" + 32 * "b"
CITIZEN = "whatsapp:+6281200000998"


@pytest.fixture
def sent(twilio: LocalTwilio) -> tuple[str, str]:
    """SIDs of a photo that a citizen sent."""
    message = twilio.write(CITIZEN, WHATSAPP_SENDER, files={"media": ("ktp.jpg", b"\xff\xd8\xff photo", "image/jpeg")})
    return message, twilio.media_of(CITIZEN)


def test_a_photo_comes_until_it_is_deleted(twilio_settings: Settings, sent: tuple[str, str]) -> None:
    carrier = TwilioCarrier(twilio_settings)
    assert carrier.fetch_media(*sent, max_bytes=1000) == b"\xff\xd8\xff photo"
    carrier.delete_media(*sent)
    carrier.delete_media(*sent)
    with pytest.raises(MediaUnavailable) as gone:
        carrier.fetch_media(*sent, max_bytes=1000)
    assert (gone.value.reason, gone.value.permanent) == ("404", True)


def test_more_bytes_than_allowed_are_not_read(twilio_settings: Settings, sent: tuple[str, str]) -> None:
    with pytest.raises(MediaTooLarge):
        TwilioCarrier(twilio_settings).fetch_media(*sent, max_bytes=5)


@pytest.mark.parametrize("sid", ["../../v1", "MM" + 31 * "a", MESSAGE + "\n", MESSAGE.upper(), ""])
def test_only_sids_make_an_address(settings: Settings, sid: str) -> None:
    for pair in ((sid, MEDIA), (MESSAGE, sid)):
        with pytest.raises(MediaUnavailable, match="malformed-sid"):
            media.fetch(settings, *pair, 1000)


class Elsewhere(BaseHTTPRequestHandler):
    """Answers every request with a redirect to `target`, or with bytes that never end."""

    target = ""
    asked: list[str | None] = []

    def do_GET(self) -> None:
        self.asked.append(self.headers["Authorization"])
        self.send_response(307 if self.target else 200)
        self.send_header("Location", self.target)
        self.end_headers()
        while not self.target:
            self.wfile.write(b"x" * 65_536)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def elsewhere() -> Iterator[ThreadingHTTPServer]:
    Elsewhere.target, Elsewhere.asked = "", []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    server.handle_error = lambda *args: None  # type: ignore[method-assign] # the client hangs up on purpose
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_an_endless_body_is_cut_off(settings: Settings, elsewhere: ThreadingHTTPServer) -> None:
    home = replace(settings, twilio_api_url=f"http://127.0.0.1:{elsewhere.server_port}")
    with pytest.raises(MediaTooLarge):
        media.fetch(home, MESSAGE, MEDIA, 10_000_000)


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/meta-data",
        "http://127.0.0.1:6379/",
        "https://localhost/",
        "http://media.twiliocdn.com/x",
        "https://media.twiliocdn.com:8443/x",
        "https://media.twiliocdn.com.example.org/x",
        "https://media.twiliocdn.com@127.0.0.1/x",
        "file:///etc/passwd",
    ],
)
def test_a_redirect_elsewhere_is_not_followed(settings: Settings, elsewhere: ThreadingHTTPServer, target: str) -> None:
    Elsewhere.target = target
    home = replace(settings, twilio_api_url=f"http://127.0.0.1:{elsewhere.server_port}")
    with pytest.raises(MediaUnavailable, match="foreign-redirect"):
        media.fetch(home, MESSAGE, MEDIA, 1000)
    assert len(Elsewhere.asked) == 1


def test_a_named_host_at_a_private_address_gets_not_a_byte(elsewhere: ThreadingHTTPServer) -> None:
    connection = media._PublicConnection("127.0.0.1", elsewhere.server_port)
    with pytest.raises(NewConnectionError, match="private"):
        connection.connect()
    assert not Elsewhere.asked


def test_the_named_hosts_go_through_that_check() -> None:
    with media._session() as session:
        adapter = session.get_adapter("https://mms.twiliocdn.com/x")
        assert isinstance(adapter, HTTPAdapter)
        pool = adapter.poolmanager.connection_from_url("https://mms.twiliocdn.com/x")
    assert pool.ConnectionCls is media._PublicConnection
