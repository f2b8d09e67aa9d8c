"""A child both of whose parents have died is brought by a guardian: who says so anywhere is asked for no authority."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.flow import Answer, Several, Step, Talk
from bot.meaning.whose import ORPHANED, PARENTS_LIVE, both_died
from bot.says import Say
from registry.catalogue import Service


def or_orphaned(step: Step, service: Service) -> Step:
    """The same question, where the death of the parents may be told as well."""

    def read(talk: Talk, answer: Answer) -> Any:
        if not both_died(answer.text):  # "3. ortunya meninggal" says more than its number
            return step.read(talk, answer)
        return Several(ORPHANED, Say("guardian-asks"))

    return replace(step, read=read) if PARENTS_LIVE in service.question_by_key and step.kind != "text" else step
