"""A running simulator, a product that listens to it, and Twilio's own client pointed at it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.client import HTTPConnection
from threading import Thread
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit
from urllib.request import Request, urlopen

import pytest
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client
from werkzeug.serving import make_server

from simulator.account import Account, Sender
from simulator.app import create_app
from simulator.carrier import Carrier
from simulator.connection import Connection
from tests.simulator.product import Product

SID, TOKEN = "AC" + "0" * 32, "rahasia"
OFFICE, SMS_OFFICE = "whatsapp:+628110000001", "+628110000002"
CITIZEN, SMS_CITIZEN = "whatsapp:+6281200000012", "+6281200000012"


class LocalHttpClient(TwilioHttpClient):  # type: ignore[misc]
    """Twilio's client with another host: the paths stay as they are."""

    def __init__(self, base: str) -> None:
        super().__init__(timeout=20)
        self._base = urlsplit(base)

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Response:
        here = urlsplit(url)._replace(scheme=self._base.scheme, netloc=self._base.netloc)
        return super().request(method, urlunsplit(here), *args, **kwargs)


def fetch(method: str, url: str, headers: dict[str, str] | None = None, body: bytes = b"") -> Response:
    """One call without any client's help; an error status is an answer too."""
    parts = urlsplit(url)
    line = HTTPConnection(parts.netloc, timeout=20)
    line.request(method, parts.path, body or None, headers or {})
    answer = line.getresponse()
    found = Response(answer.status, answer.read().decode("latin-1"), dict(answer.getheaders()))
    line.close()
    return found


class Simulator:
    """The control API, as tests and bench use it."""

    def __init__(self, url: str) -> None:
        self.url = url

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        data = json.dumps(body).encode()
        call = Request(f"{self.url}/simulator/{path}", data, {"Content-Type": "application/json"})
        with urlopen(call, timeout=20) as answer:
            return dict(json.load(answer))

    def write(self, body: str = "", **fields: Any) -> dict[str, Any]:
        return self.post("inbound", {"from": CITIZEN, "to": OFFICE, "body": body, **fields})

    def send_file(self, data: bytes, content_type: str, name: str = "", **fields: str) -> Response:
        """A message with a file, as a browser's form sends it."""
        parts = [f'form-data; name="{key}"\r\n\r\n{value}'.encode() for key, value in fields.items()]
        head = f'form-data; name="media"; filename="{name}"\r\nContent-Type: {content_type}\r\n\r\n'
        parts.append(head.encode() + data)
        body = b"".join(b"--batas\r\nContent-Disposition: " + part + b"\r\n" for part in parts) + b"--batas--\r\n"
        headers = {"Content-Type": "multipart/form-data; boundary=batas"}
        return fetch("POST", f"{self.url}/simulator/inbound", headers, body)

    def messages(self, address: str = CITIZEN, **query: Any) -> list[dict[str, Any]]:
        question = urlencode({"address": address, **query})
        with urlopen(f"{self.url}/simulator/messages?{question}", timeout=30) as answer:
            return list(json.load(answer)["messages"])


@pytest.fixture
def product() -> Iterator[Product]:
    product = Product()
    yield product
    product.close()


@pytest.fixture
def simulator(product: Product) -> Iterator[Simulator]:
    senders = (Sender(OFFICE, "Disdukcapil Contoh"), Sender(SMS_OFFICE, "Disdukcapil SMS"))
    app = create_app(Carrier(Account(SID, TOKEN, product.url, senders)))
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Connection)
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield Simulator(f"http://127.0.0.1:{server.server_port}")
    server.shutdown()
    server.server_close()


@pytest.fixture
def client(simulator: Simulator) -> Client:
    return Client(SID, TOKEN, http_client=LocalHttpClient(simulator.url))
