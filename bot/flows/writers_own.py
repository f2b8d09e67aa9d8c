"""At the summary who writes tells who they are: "bukan! sy Rahmat Contoh anaknya, NIK 6471..."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.flow import Several, Step, Talk
from bot.flows.change import CHANGED
from bot.flows.labels import NUMBERS, label_of
from bot.flows.names import INTRODUCED
from bot.flows.several import gather
from bot.flows.typed import shown_in
from bot.says import Say

CLAUSES = re.compile(r"[!.;,\n]+")
KINDS = ("name", "nik")


def writers_own(text: str, steps: Sequence[Step], talk: Talk) -> Several | None:
    """Their name and number take the place of those given; none where nothing new is told."""
    told = [part.strip() for part in CLAUSES.split(text)]
    first = next((n for n, part in enumerate(told) if INTRODUCED.match(part)), None)
    asked = [step for step in steps if step.kind in KINDS and step.when(talk)]
    own = [step for step in asked if step.of == "applicant"] or [step for step in asked if step.of == "subject"]
    if first is None or not own:
        return None
    bare = replace(talk, answers={key: talk.answers[key] for key in talk.answers if key not in [s.key for s in own]})
    said = " ".join(told[first:])
    found = gather(said, own, bare, replace(own[0], kind="choice")).values
    new = {key: each.value for key, each in found.items() if each.value != talk.answers.get(key)}
    return Several(new, _changed(new, own, talk), CHANGED) if new else None


def _changed(new: dict[str, Any], own: Sequence[Step], talk: Talk) -> Say:
    rows = [_row(step, new[step.key], talk) for step in own if step.key in new]
    return Say("changed", {"value": f"{', '.join(rows)}."})


def _row(step: Step, value: Any, talk: Talk) -> str:
    return label_of(step, talk) if step.kind in NUMBERS else shown_in(step, talk, value) or label_of(step, talk)
