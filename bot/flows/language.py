"""Which language the chat speaks."""

from __future__ import annotations

from bot.effects import Effect, SetLanguage
from bot.flow import Flow, Step, Talk
from bot.flows.readers import read_choice
from bot.says import Option, Say

OPTIONS = (Option("id", "option-indonesian"), Option("en", "option-english"))


def _finish(talk: Talk) -> list[Effect]:
    return [SetLanguage(talk.answers["language"])]


STEP = Step("language", lambda talk: Say("ask-language", options=OPTIONS), read_choice(("id", "en")))
FLOW = Flow("language", (STEP,), _finish)
