"""What is said of photos, part by part."""

from __future__ import annotations

import pytest

from bot.answering.clauses import Told, told_of_files
from bot.flow import Flow, Talk
from bot.state import Frame
from bot.turn import Turn
from tests.bot.player import Player, book

LETTER, KK = "paper:police_letter", "paper:kk"


def told(text: str, asked: str = LETTER) -> Told | None:
    turn = Turn(Player().context(), Player().state)
    frame = Frame("application:KUT2", {"reason": "lost", "which_certificate": "birth", "for_whom": "self"})
    flow: Flow = book()[frame.flow]
    talk: Talk = turn.talk(frame)
    return told_of_files(text, flow, talk, asked)


@pytest.mark.parametrize(
    ("text", "names", "lacking", "another"),
    [
        ("itu kk", [KK], [], True),
        ("bukan, itu kk. surat polisi ga punya", [KK], [LETTER], True),
        ("bukan itu kk", [KK], [], True),
        ("ini bukan surat polisi", [], [], True),
        ("ini bukan surat polisi tapi kk", [KK], [], True),
        ("itu kk, surat polisinya belum ada min", [KK], [LETTER], True),
        ("ini surat polisi sama kk", [LETTER, KK], [], False),
        ("ini bukan kk", [], [], False),
        ("ga punya surat polisi", [], [LETTER], True),
        ("belum punya", [], [LETTER], True),
        ("not this, this is the family card", [], [], None),
    ],
)
def test_what_is_told(text: str, names: list[str], lacking: list[str], another: bool | None) -> None:
    found = told(text)
    if another is None:
        assert found is None
        return
    assert found is not None
    assert (found.names, found.lacking, found.is_about_another(LETTER)) == (names, lacking, another)


@pytest.mark.parametrize("text", ["bukan", "rina contoh", "kk saya hilang di pasar", "berapa ongkirnya?", ""])
def test_what_says_anything_else_is_for_others(text: str) -> None:
    assert told(text) is None
