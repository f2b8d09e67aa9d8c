"""What an office sets for a service while the chat runs: the next message is answered by it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlmodel import select

from assembly.chat import services
from registry.models import Office, ServiceRule
from registry.offices import service_rules
from tests.bot.carrier_forms import numbered, whatsapp
from tests.bot.conftest import Carrier


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Read anew at each turn, and gone from this process's catalogue afterwards."""
    monkeypatch.setattr(service_rules, "GOOD_FOR", 0.0)
    yield
    services().take({})


def say(carrier: Carrier, number: int, text: str) -> str:
    before = len(carrier.texts())
    assert carrier.post(numbered(whatsapp(text), number)) == 200
    carrier.conversations.drain_due()
    return "\n".join(carrier.texts()[before:])


def set_rule(carrier: Carrier, service: str, rule: dict[str, object]) -> None:
    with carrier.database.writing() as session:
        office = session.exec(select(Office).where(Office.code == "BPP")).one()
        session.merge(ServiceRule(office_id=office.id, service=service, rule=rule))


def test_a_service_is_switched_off_and_on_while_people_write(carrier: Carrier) -> None:
    say(carrier, 1, "halo")
    say(carrier, 2, "lanjut")
    set_rule(carrier, "KK-HR", {"off": True})
    assert "sementara tidak lewat chat" in say(carrier, 3, "kk saya hilang")
    set_rule(carrier, "KK-HR", {})
    assert "sementara tidak lewat chat" not in say(carrier, 4, "kk saya hilang")


def test_a_paper_more_is_asked_for(carrier: Carrier) -> None:
    set_rule(carrier, "KTP-H", {"paper": ["birth_certificate"]})
    say(carrier, 1, "halo")
    carrier.conversations.drain_due()
    flow = carrier.conversations.flows["application:KTP-H"]
    assert "paper:birth_certificate" in [step.key for step in flow.steps]


def test_what_fits_no_longer_is_left_out(carrier: Carrier) -> None:
    set_rule(carrier, "KTP-H", {"paper": ["no_such_paper"]})
    set_rule(carrier, "GONE", {"off": True})
    say(carrier, 1, "halo")
    assert services().at("BPP", "KTP-H") == services()["KTP-H"]
