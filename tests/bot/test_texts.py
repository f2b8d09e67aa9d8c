"""Every sentence the chat can say is there, in both languages, and none stands idle."""

from __future__ import annotations

import pytest
from fluent.syntax.ast import Junk

from bot.wording import FORMS, LANGUAGES
from notifications.content import MAX_ITEM
from registry.models import Channel
from tests.bot.player import services, words
from tests.bot.text_keys import derived, literals, parsed, prefixes, said, texts, variables


def every_derived_key() -> set[str]:
    return {key for keys in derived(services()).values() for key in keys}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_in_the_code_has_its_sentence(language: str) -> None:
    assert said() - words().keys(language) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_flows_and_services_make_has_its_sentence(language: str) -> None:
    assert every_derived_key() - words().keys(language) == set()


def test_every_prefix_in_the_code_is_looked_after_here() -> None:
    assert prefixes() <= derived(services()).keys()


def test_no_sentence_stands_idle() -> None:
    assert words().keys("id") - literals() - every_derived_key() == set()


def test_both_languages_say_the_same_with_the_same_arguments() -> None:
    """A paper's name needs other forms in another language."""
    alike = [{k: v for k, v in variables(each).items() if not k.endswith(FORMS)} for each in LANGUAGES]
    assert alike[0] == alike[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_can_be_read_whole(language: str) -> None:
    entries = [entry for path in texts(language) for entry in parsed(path).body]
    assert [entry.content for entry in entries if isinstance(entry, Junk)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_stands_twice(language: str) -> None:
    lines = [line for path in texts(language) for line in path.read_text("utf-8").splitlines()]
    keys = [line.partition(" =")[0] for line in lines if " =" in line and line[0].isalpha()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_service_stands_beside_the_number_of_its_case(language: str) -> None:
    """In a list's title, with a number like BPP-00412 before it."""
    keys = (f"tag-{code}" if words().has(f"tag-{code}", language) else f"short-{code}" for code in services())
    named = {key: words().render(key, {}, language, Channel.WHATSAPP) for key in keys}
    opens = {key: name for key, name in named.items() if not services()[key.split("-", 1)[1]].tells}
    assert {key: name for key, name in opens.items() if len(name) > MAX_ITEM - len("BPP-00412 ")} == {}
