"""A paper of an earlier request: offered once, and only where one is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from bot.effects import OpenCase
from bot.flow import JudgedUpload, SentBefore
from registry.uploads.reading import Reading
from tests.bot.player import Player

MINE = "6471044506900000"
ANSWERS = ("Rina Contoh", MINE, "lupa", "karang rejo")


def sent(key: str, number: int, reading: Reading) -> SentBefore:
    return SentBefore(key, "BPP-00412", (JudgedUpload(number, "fine", "image", reading, f"{number:016}"),))


DAMAGED = sent("damaged_kk", 91, Reading(("damaged_kk",), (MINE,)))
CARD = sent("ktp", 92, Reading(("ktp",), (MINE,)))
ANOTHERS_CARD = sent("ktp", 93, Reading(("ktp",), ("6471041708870000",)))
LETTER = sent("police_letter", 94, Reading(("police_letter",), (), "2026-11-21"))


@dataclass
class Returning(Player):
    """Counts how often it was looked for."""

    looked: list[str] = field(default_factory=list)

    def sent_before(self, nik: str) -> Sequence[SentBefore]:
        self.looked.append(nik)
        return super().sent_before(nik)


def player(reason: str, *papers: SentBefore) -> Returning:
    player = Returning(sent={MINE: list(papers)})
    player.begin("application:KK-HR")
    player.press(reason)
    if reason == "lost":
        player.press("none")
    return player


def keys(player: Player) -> list[str]:
    return [say.key for say in player.says]


def test_it_is_looked_for_only_where_a_paper_is_asked_for() -> None:
    asked = player("damaged", CARD)
    for text in ANSWERS[:-1]:
        asked.type(text)
    assert asked.looked == []
    asked.type(ANSWERS[-1])
    assert set(asked.looked) == {MINE}


def test_used_again_it_goes_with_the_request() -> None:
    asked = player("damaged", CARD, DAMAGED)
    for text in ANSWERS:
        asked.type(text)
    for said in ("pakai", "ya", "kirim"):
        asked.type(said)
    [opened] = [effect for effect in asked.done if isinstance(effect, OpenCase)]
    assert {key: (given["uploads"], given["of"]) for key, given in opened.papers.items()} == {
        "damaged_kk": ([91], "BPP-00412"), "ktp": ([92], "BPP-00412")
    }  # fmt: skip


def test_declined_it_is_not_offered_again() -> None:
    asked = player("damaged", DAMAGED)
    for text in (*ANSWERS, "kirim baru"):
        asked.type(text)
    assert keys(asked) == ["ask-paper-first"]
    asked.type("berapa lama?")
    assert keys(asked)[-1] == "ask-paper-first"


@pytest.mark.parametrize("text", ["apa itu?", "hmm", "berapa lama?"])
def test_other_words_leave_the_offer_where_it_is(text: str) -> None:
    asked = player("damaged", DAMAGED)
    for said in (*ANSWERS, text):
        asked.type(said)
    assert keys(asked)[-1] == "papers-offered"
    asked.type("pakai")
    assert "papers-used-again" in keys(asked)


@pytest.mark.parametrize("paper", [ANOTHERS_CARD, LETTER])
def test_anothers_card_and_a_letter_about_one_event_are_not_offered(paper: SentBefore) -> None:
    asked = player("lost", paper)
    for text in ANSWERS:
        asked.type(text)
    asked.show(("fine", "image", LETTER.files[0].reading))
    assert "papers-offered" not in keys(asked) and asked.looked
