"""The form of each service: it begins the service, is taught in one SMS, and names its papers once."""

from __future__ import annotations

import pytest

from bot.compact_fields import form_of
from bot.flow import Step
from bot.says import Say
from bot.turn import Turn
from bot.wording import Words
from registry.models import Channel
from tests.bot.player import CHANNELS, Player, services
from tests.bot.test_compact import KK, NIK, begun

OTHERS = {"applicant_name": "Siti Contoh", "applicant_nik": "6471044101850000"}
MOST_QUESTIONS = 20
WITH_QUESTIONS = [code for code, service in services().items() if not service.tells]
VALUES = {
    "nik": NIK, "kk_number": KK, "name": "Rina Contoh", "village": "Karang Rejo", "birth_date": "12-11-2020",
    "date": "12-11-2026", "place": "Balikpapan", "number": "2", "text": "sesuatu", "choice": "bank",
    "street": "Jl Contoh 5 RT 2 RW 3",
}  # fmt: skip


def whole(code: str) -> str:
    """A service's form with all its fields filled in."""
    service = services()[code]
    return "#".join((code, *(VALUES[service.question_by_key[key].kind] for key in service.compact)))


def test_every_service_with_questions_has_a_compact_form() -> None:
    assert [code for code in WITH_QUESTIONS if not services()[code].compact] == []
    assert len(WITH_QUESTIONS) >= 39


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("code", WITH_QUESTIONS)
def test_the_code_begins_the_service_and_its_fields_answer(code: str, channel: Channel) -> None:
    flow, answers = begun(whole(code), channel)
    assert (flow, list(answers)) == (code, list(services()[code].compact))


@pytest.mark.parametrize("code", WITH_QUESTIONS)
def test_the_form_that_is_taught_names_every_field_and_fits_an_sms(code: str) -> None:
    player = Player(Channel.SMS)
    form = form_of(services()[code], Turn(player.context(), player.state).talk_about(f"application:{code}", {}))
    assert form.count("#") == len(services()[code].compact) and len(form) <= 120


NEEDING_PAPERS = [  # not only of who files for another
    code for code in WITH_QUESTIONS if any(paper.key != "authority_letter" for paper in services()[code].paper)
]


@pytest.mark.parametrize("code", NEEDING_PAPERS)
def test_the_papers_are_named_once_and_all_of_them(code: str) -> None:
    player, named = Player(), list[int]()
    player.type(whole(code))
    for _ in range(MOST_QUESTIONS):
        named.append(_papers_named(player))
        step = _open(player)
        if step.takes_uploads:
            break
        goes_on = [option for option in player.offered if option.id not in step.stops and not option.id.startswith("!")]
        player.press(goes_on[0].id) if goes_on else player.type(OTHERS.get(step.key, VALUES.get(step.kind, "")))
    turn = Turn(player.context(), player.state)
    frame = turn.state.top
    assert frame is not None
    assert [n for n in named if n] == [len([step for step in turn.lacking(frame) if step.takes_uploads])]


def _open(player: Player) -> Step:
    step = Turn(player.context(), player.state).open_step()
    assert step is not None
    return step


def _papers_named(player: Player) -> int:
    """In what was just said; 0 where no list of papers was."""
    read = [say.args.get("needed") for say in player.says if say.key == "compact-read"]
    lists = [each for each in (*player.says, *read) if isinstance(each, Say | Words) and each.key == "papers-needed"]
    return sum(int((each.args or {})["n"]) for each in lists)
