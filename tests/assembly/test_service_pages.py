"""docs/services shows each service's chat as it goes, and what it shows can be sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache, partial

import pytest
from click.testing import Result

from assembly.chat import services, words
from assembly.parts import join
from assembly.service_pages import FOLDER, overview, parts, sample_office
from bot.catalogue_pages.sample_chat import URL, SampleChat
from bot.catalogue_pages.service_page import chats, page, written
from bot.catalogue_pages.ways import Way
from bot.speaking import parts_of
from bot.wording import LANGUAGES
from notifications.content import MAX_BODY, MAX_CHOICE_BODY, session_form
from notifications.outbox import Message
from registry.database import Database
from registry.models import Channel, Office, ServiceRule
from settings import Settings
from simulator.segments import count
from wsgi import create_app

CODES = list(services())
EVERY = [(code, language) for code in CODES for language in LANGUAGES]


@cache
def played(code: str, channel: Channel, language: str) -> Sequence[Way]:
    return tuple(chats(parts(), sample_office(), code, channel, language))


def messages(code: str, channel: Channel, language: str) -> Iterator[Message]:
    for way in played(code, channel, language):
        yield from (message for exchange in way.news for message in exchange.messages)


@pytest.mark.parametrize("code", CODES)
def test_the_page_is_up_to_date(code: str) -> None:
    """Else: make services."""
    shown = written(parts(), sample_office(), code, partial(played, code))
    assert (FOLDER / f"{code}.md").read_text("utf-8") == shown


def test_there_is_a_page_for_each_service_and_one_that_lists_them() -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} == {*CODES, "README"}
    assert (FOLDER / "README.md").read_text("utf-8") == overview()


@pytest.mark.parametrize(("code", "language"), EVERY)
def test_whatsapp_takes_every_message(code: str, language: str) -> None:
    for message in messages(code, Channel.WHATSAPP, language):
        assert len(message.text) <= (MAX_CHOICE_BODY if message.choices else MAX_BODY)
        assert session_form(message.choices) is not None or not message.choices


@pytest.mark.parametrize(("code", "language"), EVERY)
def test_every_message_is_a_cheap_sms(code: str, language: str) -> None:
    for message in messages(code, Channel.SMS, language):
        sent = count(message.text)
        assert (sent.encoding, sent.parts <= 2) == ("GSM-7", True), message.text
        assert sent.parts == parts_of(message.text)


@pytest.mark.parametrize("code", CODES)
def test_every_question_of_the_service_is_asked_on_one_of_the_ways(code: str) -> None:
    asked = {
        question.key
        for way in played(code, Channel.WHATSAPP, "id")
        for exchange in way.news
        for question in exchange.asked
    }
    told = {q.key for q in services()[code].question if q.presumed is None}
    assert told - asked == set()


def test_the_usual_way_ends_with_the_answer_to_what_was_sent() -> None:
    *_, last = SampleChat(parts(), sample_office(), Channel.SMS, "id", "KTP-H", {}).play()
    assert last.said == "1"
    assert last.messages[0].text.startswith("Diterima, No. CTH-00412. Bawa surat asli ke Jl. Contoh 1")


def test_a_condition_a_dead_end_and_the_documents_are_drawn() -> None:
    drawn = page(parts(), sample_office(), "KIA-BARU")
    assert "birth_date -->|birth_date: 17 years or more| past_kia" in drawn
    assert "past_kia -->|id_card| past_kia_id_card([ktp-instead])" in drawn
    assert "case --> document1[/kia/]" in drawn


Print = Callable[..., Result]


@pytest.fixture
def printed(settings: Settings, database_url: str, database: Database) -> Print:
    app = create_app(join(replace(settings, database_url=database_url)))
    return lambda *arguments: app.test_cli_runner().invoke(args=("catalogue", *arguments))


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ((), "[AKM-3IN1](AKM-3IN1.md)"),
        (("suket",), "# SUKET: Tukar suket ke KTP-el"),
        (("X",), "No service has the code X"),
        (("suket", "--office", "NONE"), "No office has the code NONE"),
    ],
)
def test_the_terminal_prints_them(printed: Print, code: tuple[str, ...], told: str) -> None:
    result = printed(*code)
    assert told in result.output
    assert (result.exit_code == 0) is ("No " not in told)


def an_office(database: Database, **rules: dict[str, object]) -> None:
    hours = {"zone": "Asia/Makassar", "weekly": {"mon": [["08:00", "12:00"]]}}
    with database.writing() as session:
        office = Office(
            code="BPP", name="Disdukcapil Balikpapan", region="64.71", timezone="Asia/Makassar", hours=hours,
            address="Jl. Nyata 7",
        )  # fmt: skip
        session.add(office)
        session.flush()
        at = datetime(2026, 11, 1, tzinfo=UTC)
        for code, rule in rules.items():
            session.add(ServiceRule(office_id=office.id, service=code, rule=rule, changed_at=at))


@pytest.fixture(autouse=True)
def rules_as_before() -> Iterator[None]:
    yield
    services().take({})


def test_an_office_is_shown_with_its_own_paper_promise_and_address(database: Database, printed: Print) -> None:
    an_office(database, SUKET={"sla_hours": 60, "paper": ["passport"]})
    shown = printed("suket", "--office", "bpp").output
    assert "| Promise | 10 working days |" in shown
    assert words().render("paper-passport-photo", {}, "id", Channel.WHATSAPP) in shown
    assert "ke Jl. Nyata 7" in shown


def test_an_office_whose_photos_go_by_the_page_is_shown_with_both_ways(database: Database, printed: Print) -> None:
    an_office(database, SUKET={"papers_by": "page"})
    shown = printed("suket", "--office", "BPP").output
    by_whatsapp, by_page = shown.partition("## The office's page, id")[::2]
    assert "| Papers are sent | page |" in by_whatsapp and f"{URL}/u/" in by_whatsapp
    assert "(foto: " in by_page.partition("##")[0]


def test_an_office_that_gives_it_not_by_chat_says_so(database: Database, printed: Print) -> None:
    an_office(database, SUKET={"off": True})
    shown = printed("suket", "--office", "BPP").output
    assert "| Switched off | not taken by chat |" in shown
    assert "sementara tidak lewat chat. Silakan ke" in shown
