"""Answers to what citizens ask about a service, or about the office."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.asks import Asks
from bot.flow import Say
from bot.flows.papers import listed
from bot.flows.welcome import place_args
from bot.state import Frame
from bot.turn import Turn
from bot.wording import Rupiah, Words
from registry.catalogue import Service


def answer(turn: Turn, asks: Asks, code: str | None) -> Say | None:
    """None where it depends on a service and none is named."""
    office = turn.context.office
    about = turn.talk(turn.state.top or Frame("menu"))
    if asks in (Asks.HOURS, Asks.PLACE):
        return Say("told-place", place_args(about))
    if asks is Asks.COST:
        return Say("told-cost", {"fee": Rupiah(office.postage_rupiah) if office else "none"})
    if code is None:
        return None
    catalogue = turn.context.catalogue
    service = catalogue.at(office.code, code) if office else catalogue[code]
    if service.tells:
        return Say(service.tells, place_args(about))
    named = {"service": Words(f"service-{code}")}
    if asks is Asks.DURATION:
        return Say("told-duration", named | {"days": service.working_days})
    if service.paper and all(paper.when for paper in service.paper):
        return Say("told-papers-depend", named | _papers(service))
    return Say("told-papers", named | _papers(service))


def _papers(service: Service) -> dict[str, Any]:
    """Those that all bring, and those that depend on the answers."""
    always = [paper.key for paper in service.paper if not paper.when]
    sometimes = [paper.key for paper in service.paper if paper.when]
    return {"papers": _listed(always), "also": _listed(sometimes)}


def _listed(keys: Sequence[str]) -> Any:
    return listed(keys, "-needed") if keys else "none"
