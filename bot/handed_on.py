"""Who was told of in one request need not be told of again in the next that the same message asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.flow import Flow
from bot.state import Frame

WHO, SELF, PARENT = "for_whom", "self", "parent"
OF_PERSON = ("nik", "name")  # kinds of questions
OF_FAMILY = ("kk_number", "village")


Wish = dict[str, Any]


def handed_on(wish: Wish, frame: Frame, given: Mapping[str, Any], flows: Mapping[str, Flow]) -> Wish:
    """The wish with what the request in `frame` was told, where it asks the same. For somebody else of the family only
    what the family shares."""
    if wish["flow"] not in flows or PARENT in given:
        return wish
    whom = wish["answers"].get(WHO, given.get(WHO, SELF))
    same = whom == given.get(WHO, SELF)
    kinds = (*OF_PERSON, *OF_FAMILY) if same else OF_FAMILY
    asked = {step.key: (step.kind, step.of) for step in flows[wish["flow"]].steps}
    steps = [step for step in flows[frame.flow].steps if step.kind in kinds and step.key in given]
    told = {step.key: given[step.key] for step in steps if asked.get(step.key) == (step.kind, step.of)}
    if not told:
        return wish
    whose = {WHO: whom} if WHO in asked else {}
    return {**wish, "answers": {**told, **whose, **wish["answers"]}, "facts": {**wish["facts"], "compact": True}}
