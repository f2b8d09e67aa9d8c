"""A citizen's telephone, held by the local Twilio."""

from __future__ import annotations

import time
from typing import Any

import requests

from simulator.samples import SAMPLES, draw

PATIENCE = 40.0  # seconds until the awaited message must be there; a decision is told ten seconds later
TURN = 25  # seconds of one long poll
ARRIVED = ("delivered", "read")


class Handset:
    def __init__(self, twilio: str, address: str, office: str, patience: float = PATIENCE) -> None:
        self._twilio, self._patience = f"{twilio}/simulator", patience
        self.address, self._office = address, office
        self._messages: dict[str, dict[str, Any]] = {}
        self._revision = 0
        self._read = 0  # serial of the last message that was waited for

    def say(self, text: str, **more: str) -> int | None:
        """The status that the product's webhook answered."""
        given = {"from": self.address, "to": self._office, "body": text, **more}
        answer = requests.post(f"{self._twilio}/inbound", json=given, timeout=40).json()
        return int(answer["webhook"]["status"]) if answer["webhook"]["status"] else None

    def press(self, title: str) -> None:
        """The newest button or list item of that title."""
        for message in reversed(self.received):
            for button in message["buttons"]:
                if button["title"] == title:
                    return self._pressed(message, payload=button["id"])
            for item in message["items"]:
                if item["item"] == title:
                    return self._pressed(message, list_id=item["id"])
        raise AssertionError(f"No button is called {title}")

    def _pressed(self, message: dict[str, Any], **key: str) -> None:
        self.say("", replied_to=message["sid"], **key)

    def send(self, sample: str) -> None:
        self.send_file(sample, draw(sample), SAMPLES[sample].content_type)

    def send_file(self, name: str, content: bytes, media_type: str) -> None:
        form = {"from": self.address, "to": self._office}
        file = {"media": (name, content, media_type)}
        requests.post(f"{self._twilio}/inbound", form, files=file, timeout=40).raise_for_status()

    def falls_silent(self) -> None:
        """As if a day had passed: WhatsApp takes no free text for this citizen any more."""
        self._window(is_open=False)

    def has_written(self) -> None:
        """As if just now: the 24 hours begin."""
        self._window(is_open=True)

    def _window(self, *, is_open: bool) -> None:
        whose = {"from": self.address, "to": self._office}
        requests.post(f"{self._twilio}/window", json={**whose, "open": is_open}, timeout=10).raise_for_status()

    def hears(self, words: str) -> dict[str, Any]:
        """The next message with these words; what came before it counts as read."""
        end = time.monotonic() + self._patience
        while time.monotonic() < end:
            for message in self.received:
                if message["serial"] > self._read and message["status"] in ARRIVED and words in message["body"]:
                    self._read = message["serial"]
                    return message
            self._listen(TURN)
        raise AssertionError(f"{words!r} did not come; heard {[message['body'] for message in self.received]}")

    def file(self, message: dict[str, Any]) -> bytes:
        url = self._twilio.removesuffix("/simulator") + message["media"][0]["url"]
        return requests.get(url, timeout=10).content

    def times_heard(self, words: str) -> int:
        self._listen(0)
        return sum(words in message["body"] for message in self.received)

    @property
    def received(self) -> list[dict[str, Any]]:
        """What the office wrote, in the order in which the carrier took it."""
        return sorted((m for m in self._messages.values() if not m["inbound"]), key=lambda m: int(m["serial"]))

    def _listen(self, seconds: int) -> None:
        query: dict[str, str | int] = {"address": self.address, "since": self._revision, "wait": seconds}
        answer = requests.get(f"{self._twilio}/messages", query, timeout=seconds + 10).json()
        self._revision = answer["revision"]
        self._messages |= {message["sid"]: message for message in answer["messages"]}
