"""A service changes while drafts are open: what still stands is kept, and the citizen is told, once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from random import Random

import pytest

from bot.flow import Flow
from bot.flows.book import flow_book
from registry.catalogue import Catalogue, Service
from registry.catalogue.service_files import Files
from registry.services.service import Question
from tests.bot.hostile import Citizen
from tests.bot.player import Player, services

NEW = Question(key="death_place", kind="place")  # it has its sentences already
TURNS = 10


def changed(service: Service) -> Service:
    """Another question first; of the old ones one less, where no other part depends on it."""
    conditions = [part.when for parts in (service.question, service.paper, service.document) for part in parts]
    waited_for = {key for condition in conditions for key in condition}
    needed = waited_for | {service.subject, service.release_fact}
    old = [question for question in service.question if question.key != NEW.key]
    spare = next((question for question in reversed(old) if question.key not in needed), None)
    kept = [question for question in old if question is not spare]
    return service.model_copy(update={"question": (NEW, *kept), "paper": service.paper[1:], "compact": ()})


@cache
def new_book() -> Mapping[str, Flow]:
    rewritten = {service.code: changed(service) if service.question else service for service in services().values()}
    return flow_book(Catalogue(Files(services=rewritten, sources=dict(services().sources))))


FLOWS = [name for name in new_book() if new_book()[name].version and not services()[name.partition(":")[2]].tells]


@pytest.mark.parametrize("flow", FLOWS)
def test_a_draft_goes_on_under_the_new_version(flow: str) -> None:
    for seed in range(4):
        player, citizen = Player(), Citizen(Random(f"{flow} {seed}"))
        player.begin(flow)
        for _ in range(seed * 4):
            citizen.does(player)
        begun = any(frame.version != new_book()[frame.flow].version for frame in player.state.stack)
        player.flows = new_book()
        player.type("lanjut")
        assert [say.key for say in player.says].count("form-changed") == begun
        for _ in range(TURNS):
            citizen.does(player)
            assert "form-changed" not in [say.key for say in player.says]


@pytest.mark.parametrize("flow", FLOWS)
def test_what_was_answered_before_is_not_asked_again(flow: str) -> None:
    player = Player()
    player.begin(flow)
    player.type("rina contoh")
    before = dict(player.state.stack[-1].answers) if player.state.stack else {}
    player.flows = new_book()
    player.type("lanjut")
    still_asked = {step.key for step in new_book()[flow].steps}
    after = player.state.stack[-1].answers if player.state.stack else {}
    assert {key: value for key, value in before.items() if key in still_asked} == after
