"""Signed form posts to the product, with the carrier's time limits and the faults it was told to have."""

from __future__ import annotations

import secrets
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Lock, Timer
from urllib.parse import urlencode

from simulator.account import Account
from simulator.faults import Faults
from simulator.signature import sign
from simulator.wire import Broken, NotConnected, exchange

HELD_SECONDS = 2.0
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Outcome:
    """The product's HTTP status, or why there is none."""

    status: int | None = None
    error: str = ""


Send = Callable[[], Outcome]


class Postman:
    """Posts webhooks and receipts; `stream` names whose faults apply."""

    def __init__(self, account: Account, faults: Faults) -> None:
        self._account, self._faults = account, faults
        self._lock = Lock()
        self._held: dict[str, deque[Send]] = {"webhooks": deque(), "receipts": deque()}

    def post(self, url: str, form: Mapping[str, str], charset: str = "") -> Outcome:
        """One post, tried once more when nobody took the call; a 5xx is not tried again."""
        headers = {
            "Content-Type": FORM + charset,
            "User-Agent": "TwilioProxy/1.1",
            "X-Twilio-Signature": sign(self._account.token, url, form),
            "I-Twilio-Idempotency-Token": secrets.token_hex(16),
        }
        body = urlencode(form).encode()
        outcome = Outcome()
        for _ in range(2):
            try:
                return Outcome(exchange("POST", url, headers, body).status)
            except NotConnected as error:
                outcome = Outcome(error=f"not connected: {error}")
            except Broken as error:
                return Outcome(error=f"no answer: {error}")
        return outcome

    def carry(self, stream: str, send: Send) -> Outcome:
        """Runs `send` as the faults allow: dropped, late, twice, or held until the next one has gone."""
        fate = self._faults.of_post(stream)
        if fate.drop:
            return Outcome(error="dropped")
        if fate.delay_seconds:
            self._faults.changed.wait(fate.delay_seconds)
        if fate.hold:
            self._hold(stream, send)
            return Outcome(error="held back")
        outcome = send()
        if fate.twice:
            send()
        self._release(stream)
        return outcome

    def _hold(self, stream: str, send: Send) -> None:
        with self._lock:
            self._held[stream].append(send)
        timer = Timer(HELD_SECONDS, self._release, (stream,))
        timer.daemon = True
        timer.start()

    def _release(self, stream: str) -> None:
        with self._lock:
            waiting, self._held[stream] = self._held[stream], deque()
        for send in waiting:
            send()
