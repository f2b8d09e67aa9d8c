"""The states of a service's chat as a Mermaid drawing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from registry.catalogue import Condition, PaperKind, Question, Service
from registry.services.conditions import NOT

LIMITS = {"under": "under {} years", "from": "{} years or more", "over_days": "over {} days ago"}


def drawing(service: Service) -> str:
    """What is asked on a condition has a way around it; what ends the chat is a dead end."""
    return "\n".join(("```mermaid", "flowchart TD", *(f"    {edge}" for edge in _edges(service)), "```"))


def in_words(condition: Condition) -> str:
    """{reason: lost} as "reason: lost"."""
    return ", ".join(f"{key}: {_wanted(value)}" for key, value in condition.items())


def _wanted(value: Any) -> str:
    if isinstance(value, dict) and NOT in value:
        return f"not {' or '.join(value[NOT])}"
    if isinstance(value, dict):
        return " and ".join(LIMITS[name].format(limit) for name, limit in value.items())
    return " or ".join(value) if isinstance(value, list) else str(value)


def _edges(service: Service) -> Iterator[str]:
    parts: list[Question | PaperKind] = [*service.question, *service.paper]
    before = ["start"]
    for part in parts:
        yield from (f"{node} -->{_label(part.when)} {part.key}" for node in before)
        before = [*before, part.key] if part.when else [part.key]
        yield from _dead_ends(part)
    if service.tells:
        yield from (f"{node} --> told([{service.tells}])" for node in before)
        return
    yield from (f"{node} --> summary" for node in before)
    yield "summary --> case([case opened])"
    for number, document in enumerate(service.document, start=1):
        yield f"case -->{_label(document.when)} document{number}[/{document.name}/]"


def _dead_ends(part: Question | PaperKind) -> Iterator[str]:
    stops = part.stops if isinstance(part, Question) else {}
    yield from (f"{part.key} -->|{option}| {part.key}_{option}([{text}])" for option, text in stops.items())


def _label(condition: Condition) -> str:
    return f"|{in_words(condition)}|" if condition else ""
