"""Every sentence the chat can say is there, in both languages, and none stands idle."""

from __future__ import annotations

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk

from bot.wording import LANGUAGES, TEXTS
from tests.bot.player import services, words
from tests.bot.text_keys import derived, literals, prefixes, said, variables


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
    assert variables("id") == variables("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_can_be_read_whole(language: str) -> None:
    resource = FluentParser().parse((TEXTS / f"{language}.ftl").read_text("utf-8"))
    assert [entry.content for entry in resource.body if isinstance(entry, Junk)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_stands_twice(language: str) -> None:
    lines = (TEXTS / f"{language}.ftl").read_text("utf-8").splitlines()
    keys = [line.partition(" =")[0] for line in lines if " =" in line and line[0].isalpha()]
    assert len(keys) == len(set(keys))
