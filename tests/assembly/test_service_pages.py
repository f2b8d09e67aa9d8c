"""docs/services shows the catalogue as it is, and what it shows can be sent."""

from __future__ import annotations

import pytest

from assembly.chat import services, words
from assembly.parts import join
from assembly.service_pages import FOLDER, pages
from bot.catalogue_pages.service_page import messages
from bot.wording import LANGUAGES
from notifications.content import MAX_BODY, MAX_CHOICE_BODY, session_form
from registry.models import Channel
from settings import Settings
from simulator.segments import count
from wsgi import create_app

CODES = list(services())
EVERY = [(code, language) for code in CODES for language in LANGUAGES]


def test_the_pages_are_up_to_date() -> None:
    """Else: make services."""
    kept = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.md")}
    assert [name for name, text in pages() if kept.pop(name, None) != text] == []
    assert kept == {}


@pytest.mark.parametrize(("code", "language"), EVERY)
def test_whatsapp_takes_every_question(code: str, language: str) -> None:
    for _, message in messages(services(), code, words(), Channel.WHATSAPP, language):
        assert len(message.text) <= (MAX_CHOICE_BODY if message.choices else MAX_BODY)
        assert session_form(message.choices) is not None or not message.choices


@pytest.mark.parametrize(("code", "language"), EVERY)
def test_every_question_is_a_cheap_sms(code: str, language: str) -> None:
    for _, message in messages(services(), code, words(), Channel.SMS, language):
        sent = count(message.text)
        assert (sent.encoding, sent.parts <= 2) == ("GSM-7", True), message.text


def test_a_condition_a_dead_end_and_the_documents_are_drawn() -> None:
    drawn = dict(pages())["KIA-BARU.md"]
    assert "birth_date -->|birth_date: 17 years or more| past_kia" in drawn
    assert "past_kia -->|id_card| past_kia_id_card([ktp-instead])" in drawn
    assert "case --> document1[/kia/]" in drawn


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ((), "[AKM-3IN1](AKM-3IN1.md)"),
        (("suket",), "# SUKET: Tukar suket ke KTP-el"),
        (("X",), "No service has the code X"),
    ],
)
def test_the_terminal_prints_them(settings: Settings, code: tuple[str, ...], printed: str) -> None:
    result = create_app(join(settings)).test_cli_runner().invoke(args=("catalogue", *code))
    assert printed in result.output
    assert (result.exit_code == 0) is ("No service" not in printed)
