"""Which office a request is for, where several are reached under one address."""

from __future__ import annotations

from typing import Any

from bot.flow import Answer, Step, Talk
from bot.flows.other_office import KEY
from bot.flows.summary import row
from bot.says import AskAgain, Option, Say


def office_step() -> Step:
    """One number for several offices: the kabupaten of the family card decides, and can be corrected."""

    def options(talk: Talk) -> tuple[Option, ...]:
        return tuple(
            Option(office.code, talk.regions[office.region].name[:24], plain=True) for office in talk.offices[:10]
        )

    def ask(talk: Talk) -> Say:
        return Say("ask-office", options=options(talk))

    def read(talk: Talk, answer: Answer) -> Any:
        if answer.pick:
            return answer.pick
        found = {region.code for region in talk.regions.search_kabupaten(answer.text)}
        offices = [office.code for office in talk.offices if office.region in found]
        if len(offices) == 1:
            return offices[0]
        raise AskAgain("office-unclear", options=options(talk))

    def name(talk: Talk) -> str:
        """Of the one that was answered: while it is being changed `talk.office` is still the one before."""
        return next((office.name for office in talk.offices if office.code == talk.answers.get("office")), "")

    return Step(
        KEY,
        ask,
        read,
        when=lambda talk: talk.shared and len(talk.offices) > 1,
        row=row("office", name),
    )
