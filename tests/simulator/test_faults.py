"""The carrier's faults, one by one."""

from __future__ import annotations

import time
from typing import Any
from urllib.error import HTTPError

import pytest
import requests
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from simulator.faults import Faults
from tests.simulator.conftest import CITIZEN, OFFICE, SMS_CITIZEN, SMS_OFFICE, Simulator
from tests.simulator.product import Product


def send(client: Client, product: Product, body: str = "Halo") -> Any:
    return client.messages.create(to=SMS_CITIZEN, from_=SMS_OFFICE, body=body, status_callback=product.url)


def test_a_duplicate_webhook_is_the_same_message_twice(simulator: Simulator, product: Product) -> None:
    simulator.post("faults", {"webhooks": {"duplicate": 1}})
    simulator.write("halo")
    assert product.next().form == product.next().form


def test_a_dropped_webhook_never_comes_but_is_listed(simulator: Simulator, client: Client, product: Product) -> None:
    simulator.post("faults", {"webhooks": {"drop": 1, "next": 1}})
    lost = simulator.write("satu")
    simulator.write("dua")
    assert lost["webhook"] == {"status": None, "error": "dropped"}
    assert product.next().form["Body"] == "dua" and product.nothing_more()
    assert [found.body for found in client.messages.list(to=OFFICE)] == ["dua", "satu"]


def test_a_reordered_webhook_comes_after_the_next(simulator: Simulator, product: Product) -> None:
    simulator.post("faults", {"webhooks": {"reorder": 1, "next": 1}})
    simulator.write("satu")
    simulator.write("dua")
    assert [product.next().form["Body"] for _ in range(2)] == ["dua", "satu"]


def test_a_held_webhook_comes_alone_in_the_end(simulator: Simulator, product: Product) -> None:
    simulator.post("faults", {"webhooks": {"reorder": 1, "next": 1}})
    simulator.write("satu")
    assert product.next().form["Body"] == "satu"


def test_a_delayed_webhook_comes_late(simulator: Simulator, product: Product) -> None:
    simulator.post("faults", {"webhooks": {"delay": 1, "delay_ms": 300}})
    began = time.monotonic()
    simulator.write("halo")
    assert product.next().form["Body"] == "halo" and time.monotonic() - began >= 0.3


def test_receipts_have_their_own_faults(simulator: Simulator, client: Client, product: Product) -> None:
    simulator.post("faults", {"receipts": {"reorder": 1, "next": 1}})
    send(client, product)
    assert product.statuses(2) == ["delivered", "sent"]
    simulator.write("halo")
    assert product.next().form["Body"] == "halo"


@pytest.mark.parametrize(("code", "status"), [(20429, 429), (20500, 500), (20503, 503), (21617, 400)])
def test_the_next_call_is_refused(
    simulator: Simulator, client: Client, product: Product, code: int, status: int
) -> None:
    simulator.post("faults", {"calls": [{"kind": "refuse", "code": code, "next": 1}]})
    with pytest.raises(TwilioRestException) as refused:
        send(client, product)
    assert (refused.value.status, refused.value.code) == (status, code)
    assert client.messages.list() == []
    assert send(client, product).status == "queued"


def test_accepted_then_no_answer(simulator: Simulator, client: Client, product: Product) -> None:
    simulator.post("faults", {"calls": [{"kind": "timeout", "next": 1}]})
    with pytest.raises(requests.ConnectionError):
        send(client, product, "sekali saja")
    assert product.statuses(2) == ["sent", "delivered"]
    assert [found.body for found in client.messages.list(to=SMS_CITIZEN)] == ["sekali saja"]


def test_a_chosen_code_comes_by_receipt(simulator: Simulator, client: Client, product: Product) -> None:
    simulator.post("faults", {"calls": [{"kind": "fail", "code": 30008, "next": 1}]})
    assert send(client, product).status == "queued"
    form = product.next().form
    assert (form["MessageStatus"], form["ErrorCode"]) == ("undelivered", "30008")


def test_a_frozen_carrier_accepts_nothing(simulator: Simulator, client: Client, product: Product) -> None:
    simulator.post("faults", {"calls": [{"kind": "freeze", "on": "any", "next": 1}]})
    client.http_client.timeout = 0.3
    with pytest.raises(requests.Timeout):
        send(client, product)
    simulator.post("faults", {})
    assert client.messages.list() == []


def test_latency_slows_every_call(simulator: Simulator, client: Client) -> None:
    simulator.post("faults", {"latency_ms": 200})
    began = time.monotonic()
    client.messages.list()
    assert time.monotonic() - began >= 0.2


def test_the_same_seed_gives_the_same_faults() -> None:
    def drawn(seed: int) -> list[object]:
        faults = Faults()
        faults.set({"seed": seed, "webhooks": {"drop": 0.5, "duplicate": 0.5}})
        return [faults.of_post("webhooks") for _ in range(40)]

    assert drawn(7) == drawn(7) != drawn(8)


@pytest.mark.parametrize(
    "plan",
    [{"kaput": 1}, {"calls": [{"kind": "explode"}]}, {"calls": [{"kind": "refuse"}]}, {"webhooks": {"lose": 1}}],
)
def test_a_plan_nobody_understands_is_refused(simulator: Simulator, plan: dict[str, Any]) -> None:
    with pytest.raises(HTTPError, match="400"):
        simulator.post("faults", plan)


def test_reset_forgets_messages_and_faults(simulator: Simulator, product: Product) -> None:
    simulator.post("faults", {"webhooks": {"drop": 1}})
    simulator.write("satu")
    simulator.post("reset", {})
    assert simulator.messages(CITIZEN) == []
    simulator.write("dua")
    assert product.next().form["Body"] == "dua"
