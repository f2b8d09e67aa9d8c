"""The judge of the wild run sees what is missing, doubled or moved, and nothing else."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from assembly.chat import words
from bench.chaos.citizens import PARTS, Citizen, Crowd
from bench.chaos.supervisor import supervising
from bench.chaos.verdict import Verdict, compare, plain
from registry.models import Channel

PEACE = ["Lanjut lewat WhatsApp?", "Nomor: BPP-00001. Antrean ke-1, Kamis, 3 Desember 2026, 11.00 WITA.", "Ini KK."]
CITIZEN = Citizen(1, PARTS[0])


def judged(*got: str) -> Verdict:
    verdict = Verdict()
    compare(verdict, CITIZEN, [*plain(got)], [*plain(PEACE)])
    return verdict


def test_other_numbers_days_and_words_of_regret_are_no_difference() -> None:
    sorry = words().render("answer-late", {}, "id", Channel.WHATSAPP)
    other = "Nomor: BPP-00412. Antrean ke-9, Jumat, 4 Desember 2026, 08.30 WITA."
    assert judged(PEACE[0], other, f"{sorry} {PEACE[2]}") == Verdict()


@pytest.mark.parametrize("missing", range(len(PEACE)))
def test_a_message_that_did_not_come_is_lost(missing: int) -> None:
    verdict = judged(*PEACE[:missing], *PEACE[missing + 1 :])
    assert [text for _, text in verdict.lost] == [[*plain(PEACE)][missing]]
    assert not verdict.is_clean


def test_a_message_that_came_twice_is_counted() -> None:
    verdict = judged(PEACE[0], PEACE[0], *PEACE[1:])
    assert (verdict.is_clean, verdict.twice.total()) == (True, 1)


def test_messages_in_another_order_are_told() -> None:
    assert judged(PEACE[0], PEACE[2], PEACE[1]).disordered == [CITIZEN]


def test_the_crowd_plays_every_part_as_often_as_it_should() -> None:
    parts = [citizen.part for citizen in Crowd.of(100).citizens]
    assert {part.name: parts.count(part) for part in PARTS} == {part.name: part.share for part in PARTS}
    assert {part.name for part in parts[:40]} == {part.name for part in PARTS}


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
