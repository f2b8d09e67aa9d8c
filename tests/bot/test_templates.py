"""Whatever an office may have to say after the 24 hours has a template, and all the words the template needs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from bot.effects import Start
from bot.matters.news import NEWS, news, told
from bot.matters.officer_talk import officer_word
from bot.office_cards import office_cards
from bot.says import Say
from bot.scene import Scene
from bot.state import Frame, State
from bot.templates import TEMPLATES
from bot.turn import Turn
from registry import cases, tickets
from registry.actors import Actor
from registry.lifecycle import CaseState, DocumentState, Role
from registry.models import Case, Channel, Contact, Document, Office, Paper, PaperState, Shipment
from registry.places.regions import load_regions
from registry.vans import booking, changing, writing
from tests.bot.player import BALIKPAPAN, Player, book, services, words
from tests.registry.conftest import desk  # noqa: F401  the fixture
from tests.registry.desk import MONDAY, Desk

VAN = {
    "vehicle": "KT 8001 XX", "place": "Balai Karang Jati", "village": "Karang Jati", "every": "week", "weekday": "3",
    "nth": "1", "opens": "9", "closes": "12", "quota": "5",
}  # fmt: skip
GIVEN = {
    "paper": "police_letter", "reason": "cap tidak terlihat", "tracking": "P2611000000", "awaited": "queue",
    "papers": {"police_letter": "cap tidak terlihat"}, "answers": {"name": "belum sama dengan KTP"},
    "changes": [{"key": "name", "before": "Rina Contoh", "after": "Rina Contoh Putri"}], "consent": "counter",
}  # fmt: skip


@pytest.fixture(params=["chat", "link"])
def scene(request: pytest.FixtureRequest, desk: Desk) -> Iterator[Scene]:  # noqa: F811
    """An office that releases documents by chat or by link, and a case with one of each kind of document."""
    case_id = desk.open()
    with desk.database.writing() as session:
        session.get_one(Office, desk.office_id).release_by = request.param
        cases.approve(session, desk.officers[Role.COUNTER], case_id, MONDAY)
        contact = session.get_one(Contact, desk.contact_id)
        contact.channel, contact.window_until = Channel.WHATSAPP, None
        yield Scene(
            session, contact, State(), None, office_cards(session, MONDAY), services(), load_regions(),
            "https://loket.contoh.go.id", False, MONDAY + timedelta(days=3),
        )  # fmt: skip


@pytest.mark.parametrize("name", NEWS)
def test_all_news_can_go_as_a_template(scene: Scene, name: str) -> None:
    says = list(spoken(name, scene))
    assert says
    for say in says:
        assert set(TEMPLATES[say.template or ""]) <= set(say.args), say.key


def spoken(name: str, scene: Scene) -> Iterator[Say]:
    """What the citizen would hear first of it: a flow's first question stands for the flow."""
    case, document = case_and_document(scene.session, name)
    body = {"name": name, "case_id": case.id, **GIVEN}
    for said in told(body | ({"document_id": document.id} if about_document(name) else {}), case, scene):
        yield first_question(said) if isinstance(said, Start) else said


def about_document(name: str) -> bool:
    return isinstance(NEWS[name].while_[0], DocumentState)


def case_and_document(session: Session, name: str) -> tuple[Case, Document]:
    case = session.exec(select(Case)).one()
    document = session.exec(select(Document)).one()
    if about_document(name):
        document.state, document.object_key = DocumentState(NEWS[name].while_[0]), 32 * "0"
    if name in ("post_chosen", "address_corrected"):
        session.add(Shipment(document_id=document.id, address={}, fee_rupiah=14_000))
    if name in ("paper_refused", "asked_again"):
        case.state = CaseState.NEEDS_CORRECTION
        papers = session.exec(select(Paper).where(Paper.key == GIVEN["paper"]))
        papers.one().state = PaperState.REFUSED
    session.flush()
    return case, document


def first_question(start: Start) -> Say:
    turn = Turn(Player(office=BALIKPAPAN).context(), State())
    talk = turn.talk(Frame(start.flow, dict(start.answers), dict(start.facts)))
    step = book()[start.flow].open_step(talk)
    assert step is not None
    asked: Say = book()[start.flow].preface(talk) or step.ask(talk)
    return asked


@pytest.mark.parametrize("name", ["officer_took", "officer_said", "officer_closed", "complaint_answered"])
def test_what_an_officer_says_can_go_as_a_template(scene: Scene, name: str) -> None:
    scene.contact.office_id = scene.offices[0].id
    ticket = tickets.open_ticket(scene.session, scene.citizen, scene.contact, scene.offices[0].id, MONDAY)
    body: dict[str, Any] = {"ticket_id": ticket.id, "officer": "P-01", "text": "Halo.", "number": "ADU-0001"}
    for say in officer_word({"name": name, **body}, scene):
        assert isinstance(say, Say) and set(TEMPLATES[say.template or ""]) <= set(say.args)


def test_every_template_says_what_stands_in_its_variables() -> None:
    for name, examples in TEMPLATES.items():
        shown = words().render(f"template-{name}", examples, "id", Channel.WHATSAPP)
        assert all(example in shown for example in examples.values())


@pytest.mark.parametrize(
    ("what", "name"), [("called off", "van_changed"), ("moved", "van_changed"), ("", "van_reminder")]
)
def test_news_of_the_van_can_go_as_a_template(scene: Scene, what: str, name: str) -> None:
    officer = Actor(frozenset({Role.SUPERVISOR}), office_id=scene.offices[0].id)
    made = writing.add(scene.session, officer, VAN, ["rekam"], scene.regions, MONDAY)
    key = f"{made.id}-20261203"
    booked = booking.book(scene.session, scene.citizen, scene.contact, key, "", 2, MONDAY)
    if what == "called off":
        changing.cancel(scene.session, officer, key, "mobilnya rusak", scene.at)
    elif what:
        changing.move(scene.session, officer, key, VAN | {"on": "4-12-2026"}, "banjir", scene.regions, scene.at)
    body = {"name": name, "booking_id": booked.id, "changed": scene.at.isoformat(), "on": "2026-12-03"}
    says = [said for said in news(body, scene) if isinstance(said, Say)]
    assert says and all(set(TEMPLATES[say.template or ""]) <= set(say.args) for say in says)


def test_news_of_the_van_that_has_passed_is_not_told(scene: Scene) -> None:
    officer = Actor(frozenset({Role.SUPERVISOR}), office_id=scene.offices[0].id)
    made = writing.add(scene.session, officer, VAN, ["rekam"], scene.regions, MONDAY)
    booked = booking.book(scene.session, scene.citizen, scene.contact, f"{made.id}-20261203", "", 2, MONDAY)
    body = {"booking_id": booked.id, "on": "2026-12-03", "changed": MONDAY.isoformat()}
    booking.cancel(scene.session, scene.citizen, scene.contact, booked.id, MONDAY)
    assert [*news(body | {"name": "van_reminder"}, scene), *news(body | {"name": "van_changed"}, scene)] == []
