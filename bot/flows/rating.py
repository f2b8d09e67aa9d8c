"""How was it? Asked on the side at the end of a case: whatever else is said leaves the question, and nobody insists."""

from __future__ import annotations

from typing import Any

from bot.effects import CommentOnCase, Effect, RateCase
from bot.flow import Answer, Flow, Step, Talk
from bot.flows.readers import read_choice, read_text
from bot.meaning.courtesy import BARE_THANKS as THANKS
from bot.says import Option, Say
from bot.wording import Words

OPTIONS = (Option("3", "option-rated-good"), Option("2", "option-rated-fair"), Option("1", "option-rated-poor"))
NOTHING = (Option("none", "option-no-comment"),)


def _ask(talk: Talk) -> Say:
    args = {"service": Words(f"short-{talk.facts['service']}"), "number": talk.facts["number"]}
    return Say("rating-ask", args, OPTIONS)


def _rated(talk: Talk) -> list[Effect]:
    return [RateCase(talk.facts["about"], int(talk.answers["score"]), talk.facts)]


def _read_comment(talk: Talk, answer: Answer) -> Any:
    return "" if answer.pick == "none" or THANKS.fullmatch(answer.text) else read_text(talk, answer)


def _commented(talk: Talk) -> list[Effect]:
    return [CommentOnCase(talk.facts["about"], talk.answers["comment"])]


FLOW = Flow(
    "rating",
    (Step("score", _ask, read_choice(("3", "2", "1")), by_button=True),),
    _rated,
    gives_way=True,
    on_the_side=True,
)
COMMENT = Flow(
    "rating_comment",
    (Step("comment", lambda talk: Say("rating-comment", options=NOTHING), _read_comment),),
    _commented,
    gives_way=True,
    on_the_side=True,
)
