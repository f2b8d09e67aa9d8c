"""The tracking service, played by a local one that answers in its form."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from notifications.postal import PostTracker
from registry.models import CarrierStatus
from registry.post.tracker import TrackerDown

ANSWERS = {
    "P26110000001": (200, {"status": 200, "data": {"summary": {"courier": "POS Indonesia", "status": "DELIVERED"}}}),
    "P26110000002": (200, {"status": 200, "data": {"summary": {"courier": "POS Indonesia", "status": "ON PROCESS"}}}),
    "P26110000003": (200, {"status": 200, "data": {"summary": {"courier": "POS Indonesia", "status": "RETURNED"}}}),
    "P26110000004": (400, {"status": 400, "message": "Data not found"}),
    "P26110000005": (200, {"status": 200, "data": []}),
    "P26110000006": (503, {"status": 503}),
    "P26110000007": (302, {}),
}


class Service(BaseHTTPRequestHandler):
    asked: list[dict[str, list[str]]] = []

    def do_GET(self) -> None:  # the name is the library's
        query = parse_qs(urlsplit(self.path).query)
        self.asked.append(query)
        status, body = ANSWERS[query["awb"][0]]
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def service() -> Iterator[str]:
    """Its address."""
    server = HTTPServer(("127.0.0.1", 0), Service)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1/track"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def tracker(service: str) -> PostTracker:
    return PostTracker(service, "kunci-contoh")


@pytest.mark.parametrize(
    ("number", "said"),
    [("P26110000001", CarrierStatus.DELIVERED), ("P26110000002", CarrierStatus.MOVING),
     ("P26110000003", CarrierStatus.RETURNED), ("P26110000004", None)],
)  # fmt: skip
def test_what_the_service_says(tracker: PostTracker, number: str, said: CarrierStatus | None) -> None:
    assert tracker.look_up(number) is said
    assert Service.asked[-1] == {"api_key": ["kunci-contoh"], "courier": ["pos"], "awb": [number]}


@pytest.mark.parametrize("number", ["P26110000005", "P26110000006", "P26110000007"])
def test_an_answer_in_another_form_is_none(tracker: PostTracker, number: str) -> None:
    with pytest.raises(TrackerDown) as down:
        tracker.look_up(number)
    assert number not in str(down.value) and "kunci" not in str(down.value)


def test_a_service_that_is_not_there_is_told(tracker: PostTracker) -> None:
    with pytest.raises(TrackerDown):
        PostTracker("http://127.0.0.1:9/v1/track", "kunci-contoh").look_up("P26110000001")
