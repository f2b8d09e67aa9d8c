"""The judge of the wild run sees what is missing, doubled or moved, and nothing else."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from assembly.chat import words
from bench.chaos.citizens import PARTS, Citizen, Crowd, Wait
from bench.chaos.pauses import longest_delay, longest_recovery
from bench.chaos.supervisor import supervising
from bench.chaos.trouble import Fault
from bench.chaos.verdict import REGRETS, Verdict, compare, plain
from registry.models import Channel

PEACE = ["Lanjut lewat WhatsApp?", "Nomor: BPP-00001. Antrean ke-1, Kamis, 3 Desember 2026, 11.00 WITA.", "Ini KK."]
CITIZEN = Citizen(1, PARTS[0])


def judged(*got: str) -> Verdict:
    verdict = Verdict()
    compare(verdict, CITIZEN, [*plain(got)], [*plain(PEACE)])
    return verdict


def test_other_numbers_days_and_words_of_regret_are_no_difference() -> None:
    sorry = "\n".join(words().render(name, {}, "id", Channel.WHATSAPP) for name in REGRETS)
    other = "Nomor: BPP-00412. Antrean ke-9, Jumat, 4 Desember 2026, 08.30 WITA."
    assert judged(PEACE[0], other, f"{sorry} {PEACE[2]}") == Verdict()


def test_the_question_for_a_rating_may_come_or_not() -> None:
    """By its own words: it comes an hour after the end of the case."""
    asked = words().render("rating-ask", {"service": "KK", "number": "BPP-00001"}, "id", Channel.WHATSAPP)
    assert judged(*PEACE, asked) == Verdict()


@pytest.mark.parametrize("missing", range(len(PEACE)))
def test_a_message_that_did_not_come_is_lost(missing: int) -> None:
    verdict = judged(*PEACE[:missing], *PEACE[missing + 1 :])
    assert [text for _, text in verdict.lost] == [[*plain(PEACE)][missing]]
    assert not verdict.is_clean


def test_a_message_that_came_twice_is_counted() -> None:
    verdict = judged(PEACE[0], PEACE[0], *PEACE[1:])
    assert (verdict.is_clean, verdict.twice.total()) == (False, 1)
    assert replace(verdict, doubtful=1).is_clean


def test_messages_in_another_order_are_told() -> None:
    assert judged(PEACE[0], PEACE[2], PEACE[1]).disordered == [CITIZEN]


def test_the_crowd_plays_every_part_as_often_as_it_should() -> None:
    parts = [citizen.part for citizen in Crowd.of(100).citizens]
    assert {part.name: parts.count(part) for part in PARTS} == {part.name: part.share for part in PARTS}
    assert {part.name for part in parts[:40]} == {part.name for part in PARTS}


def test_citizens_ask_aside_where_their_question_can_be_put_again() -> None:
    for part in PARTS:
        awaited = [words for _, words in part.lines(3)]
        assert awaited.count("Kita lanjut") == 3
        assert awaited.index("Kita lanjut") == awaited.index(part.asks_at) + 1
        assert [words for words in awaited if words != "Kita lanjut"] == [words for _, words in part.script]


def test_a_recovery_ends_with_the_next_answer_to_anybody() -> None:
    waits = [Wait(0.0, 1.0), Wait(1.5, 9.0), Wait(2.0, 4.0)]
    assert longest_delay(waits) == 7.5
    assert (
        longest_recovery([Fault("web killed", 0.5), Fault("web killed", 1.5), Fault("web killed", 9.5)], waits) == 2.5
    )


def test_what_was_killed_is_started_anew(tmp_path: Path) -> None:
    told = tmp_path / "told"
    command = [sys.executable, "-c", f"open({str(told)!r}, 'a').write('x'); import time; time.sleep(60)"]
    with supervising({}, tmp_path / "log") as supervisor:
        supervisor.start("sleeper", command)
        _until(told, 1)
        supervisor.kill("sleeper")
        _until(told, 2)
        sleeper = supervisor.watched["sleeper"].started
    assert sleeper.poll() is not None


def _until(told: Path, times: int) -> None:
    until = time.monotonic() + 20
    while not (told.exists() and len(told.read_text()) == times):
        assert time.monotonic() < until
        time.sleep(0.02)
