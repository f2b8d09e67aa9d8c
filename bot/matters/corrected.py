"""What an officer put right in a request, as its citizen reads it: what stood there, and what does now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.flows.questions import MASKED, answer_shown
from bot.scene import Scene
from bot.wording import InSentence, Listed, Words
from registry.catalogue import Question
from registry.models import Case

AROUND, LAST = 2, 4  # digits before the first that differs; those told of any number


def corrections_said(changes: Sequence[Mapping[str, Any]], case: Case, scene: Scene) -> Listed:
    service = scene.catalogue.at(scene.office_by_id(case.office_id).code, case.service)
    known = [(question, each) for each in changes if (question := service.question_by_key.get(each["key"]))]
    last = len(known) - 1
    return Listed(tuple(_said(*each, scene, ends=place == last) for place, each in enumerate(known)))


def _said(question: Question, change: Mapping[str, Any], scene: Scene, *, ends: bool) -> Words:
    """What ends the sentence loses the stop of its degree (S.H.): the sentence has one."""
    before, after = change["before"] or "", change["after"] or ""
    if question.kind in MASKED and len(before) == len(after):
        old, new = _differing(before, after), _differing(after, before)
    else:
        old, new = (answer_shown(question, value, scene.regions) for value in (before, after))
    new = new.removesuffix(".") if ends else new
    args = {"label": InSentence(f"label-{question.key}"), "before": old or "-", "after": new or "-"}
    return Words("answer-corrected-one", args)


def _differing(digits: str, other: str) -> str:
    """As much of a number as tells the two apart: somebody else may hold the telephone."""
    first = next(place for place, pair in enumerate(zip(digits, other, strict=True)) if pair[0] != pair[1])
    start = min(max(0, first - AROUND), len(digits) - LAST)
    return f"{'...' if start else ''}{digits[start:]}"
