"""Every flow, walked through to its ends: nothing is out of reach, and there is always a way on."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from bot.flows.application import NAME
from bot.forms import forms
from bot.wording import LANGUAGES
from notifications.content import MAX_BODY, MAX_BUTTONS, MAX_CHOICE_BODY, QuickReply, session_form
from registry.models import Channel
from simulator.segments import count
from tests.bot.player import book, services, words
from tests.bot.walk import AGAIN, END, SERVICES, Walk, Way, walk, ways
from tests.transcripts.scripts import SCRIPTS

pytestmark = pytest.mark.long

WAYS = list(ways())


def ids(way: Way) -> str:
    papers = way.office.papers_by if way.office else "shared"
    return f"{way.flow}-{way.facts}-{way.channel}-{way.language}-{papers}"


def reaching_the_end(walked: Walk) -> set[str]:
    found, before = {END}, set[str]()
    while found != before:
        before = set(found)
        found |= {place for place, after in walked.leads.items() if after & before}
    return found


@pytest.mark.parametrize("way", WAYS, ids=ids)
def test_from_every_state_the_end_can_be_reached(way: Way) -> None:
    walked = walk(way)
    assert walked.leads.keys() - reaching_the_end(walked) == set()


INFERRED = {  # from what else is asked for
    f"{NAME}{code}/{question.key}"
    for code, service in services().items()
    for question in service.question
    if question.inferred
}
INFERRED |= {  # and the papers that only such an answer asks for
    f"{NAME}{code}/paper:{paper.key}"
    for code, service in services().items()
    for paper in service.paper
    if any(f"{NAME}{code}/{key}" in INFERRED and isinstance(value, str) for key, value in paper.when.items())
}
INFERRED |= {step.replace(NAME, "again:") for step in INFERRED}


def test_every_question_of_every_flow_is_asked_somewhere() -> None:
    every = {f"{flow.name}/{step.key}" for flow in book().values() for step in flow.steps}
    asked = {step for way in WAYS for step in walk(way).asked}
    asked |= {step.replace("application:", "again:") for step in asked}  # the same, and no request has all papers
    walked = {step for step in every if step.partition("/")[0] not in AGAIN} - INFERRED
    assert {step for step in walked - asked if step.removesuffix("/office") not in SERVICES} == set()


WHATSAPP = [way for way in WAYS if way.channel is Channel.WHATSAPP]
SMS = [way for way in WAYS if way.channel is Channel.SMS]


@pytest.mark.parametrize("way", WHATSAPP, ids=ids)
def test_whatsapp_takes_every_message(way: Way) -> None:
    for message in walk(way).messages:
        assert len(message.text) <= (MAX_CHOICE_BODY if message.choices else MAX_BODY)
        assert session_form(message.choices) is not None or not message.choices
        assert len({choice.label for choice in message.choices}) == len(message.choices)


@pytest.mark.parametrize("way", WHATSAPP, ids=ids)
def test_every_set_of_buttons_is_a_form_that_is_pushed(way: Way) -> None:
    """What is made up on the way (villages, offices, numbers of cases) has none, and goes as a list."""
    for shown in walk(way).shown:
        options = [option for option in shown if not option.quiet]
        if 0 < len(options) <= MAX_BUTTONS and not any(option.plain for option in options):
            titles = tuple(words().render(o.label, {}, way.language, Channel.WHATSAPP) for o in options)
            assert QuickReply(titles).name in pushed()


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_set_of_buttons_in_the_chats_is_a_form_that_is_pushed(path: Path) -> None:
    for line in path.read_text("utf-8").splitlines():
        titles = tuple(re.findall(r"\[([^]]+)\]", line)) if line.startswith("< [") else ()
        if set(titles) <= said_by_texts():
            assert not titles or QuickReply(titles).name in pushed() or titles == ("PDF",)


@pytest.mark.parametrize("way", SMS, ids=ids)
def test_an_sms_is_cheap_to_send_and_to_read(way: Way) -> None:
    for message in walk(way).messages:
        parts = count(message.text)
        assert (parts.encoding, message.choices) == ("GSM-7", ())
        assert parts.parts <= 2, message.text


@cache
def pushed() -> set[str]:
    return {form.name for form in forms(services(), words())}


@cache
def said_by_texts() -> set[str]:
    labels = (key for key in words().keys("id") if key.startswith("option-"))
    return {words().render(key, {}, language, Channel.WHATSAPP) for key in labels for language in LANGUAGES}
