"""What was lost with the thing that a request is about: it is no paper to ask for, and is a request of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.effects import Start
from bot.flows.application import NAME
from bot.flows.questions import ALSO_LOST
from bot.turn import Turn
from registry.services.conditions import holds

ALL = "both"  # where it may be any of two


def lost_together(turn: Turn, starts: Sequence[Start]) -> list[Start]:
    """Requests of one message: each knows what the others say is lost."""
    things = [lost_in(turn, start) for start in starts]
    return [
        replace(start, answers={**start.answers, **also_lost(turn, start, [*things[:n], *things[n + 1 :]])})
        for n, start in enumerate(starts)
    ]


def lost_in(turn: Turn, start: Start) -> str | None:
    """What the request says is lost: what a report of the police should speak of."""
    service = turn.context.catalogue.get(start.flow.removeprefix(NAME))
    papers = service.paper if service else ()
    told = (each for each in papers if each.lost and holds(each.when, start.answers, turn.context.today))
    return next((each.lost for each in told), None)


def also_lost(turn: Turn, start: Start, things: Sequence[str | None]) -> dict[str, str]:
    service = turn.context.catalogue.get(start.flow.removeprefix(NAME))
    question = service.question_by_key.get(ALSO_LOST) if service else None
    if question is None:
        return {}
    new = {thing for thing in things if thing in question.options}
    known = new | {start.answers[ALSO_LOST]} if new and start.answers.get(ALSO_LOST) else new
    return {ALSO_LOST: ALL if len(known) > 1 else known.pop()} if known else {}
