"""Who says "sekeluarga" where it is asked for whom has said how many move, too, and is one of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.flow import Answer, Several, Step, Talk
from bot.flows.summary import option_words
from bot.meaning.whose import MOVERS, SELF, WHO, WHOLE_FAMILY, moves_whole_family
from bot.says import Say
from registry.catalogue import Service


def or_whole_family(step: Step, service: Service) -> Step:
    """The same question; a button's own title says nothing of all."""

    def read(talk: Talk, answer: Answer) -> Any:
        if not answer.text or not moves_whole_family(answer.text, service):
            return step.read(talk, answer)
        shown = talk.words.shown(option_words(MOVERS, WHOLE_FAMILY), talk.language, talk.channel)
        return Several({WHO: SELF, MOVERS: WHOLE_FAMILY}, Say("several-read", {"rows": shown}))

    return replace(step, read=read) if step.key == WHO and MOVERS in service.question_by_key else step
