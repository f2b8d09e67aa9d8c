"""On the office's page the same flows are walked: no server abroad is spoken of there, and photos go into the chat."""

from __future__ import annotations

import pytest

from bot.flows.application import NAME
from bot.wording import LANGUAGES
from notifications.content import MAX_ITEMS
from registry.models import Channel
from tests.bot.player import BALIKPAPAN, book
from tests.bot.situations import FACTS
from tests.bot.walk import AGAIN, END, Way, walk

pytestmark = pytest.mark.long

SAMPLED = ("KK-HR", "KTP-H", "SUKET")  # of the services, whose words differ little in this
FLOWS = [name for name in book() if name not in AGAIN and (not name.startswith(NAME) or name[len(NAME) :] in SAMPLED)]
WAYS = [
    Way(name, facts, Channel.WEB, language, False, BALIKPAPAN)
    for name in FLOWS
    for facts in range(len(FACTS.get(name, ({},))))
    for language in LANGUAGES
]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way.flow}-{way.facts}-{way.language}")
def test_what_is_said_is_of_the_page(way: Way) -> None:
    messages = walk(way).messages
    assert [message.text for message in messages if "WhatsApp" in message.text] == []
    assert max((len(message.choices) for message in messages), default=0) <= MAX_ITEMS


def test_an_end_is_reached() -> None:
    assert all(any(END in after for after in walk(way).leads.values()) for way in WAYS)
