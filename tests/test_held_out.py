"""The messages that are held out: strange to all that is learned from, and answered well."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from rapidfuzz import fuzz, process

from bench.citizens_words import AIM, Got, answered, held_out, score
from bot.meaning.learning import PHRASES, UTTERANCES, examples
from registry.catalogue import load

WISHES = Path(__file__).parent / "bot" / "wishes.toml"
TOO_NEAR = 95  # of 100: written later, by chance


def test_none_of_them_is_learned_from() -> None:
    learned = [text.casefold() for path in (UTTERANCES, PHRASES) for text, _ in examples(path)]
    learned += [text.casefold() for texts in tomllib.loads(WISHES.read_text("utf-8")).values() for text in texts]
    said = [message.text.casefold() for message in held_out()]
    near = process.cdist(said, learned, scorer=fuzz.ratio, score_cutoff=TOO_NEAR)
    assert len(set(said)) == len(said) >= 200
    assert [text for text, row in zip(said, near, strict=True) if row.any()] == []


def test_nine_in_ten_get_what_they_want() -> None:
    found = [score(answered(message.text), message.wants) for message in held_out()]
    right = [got for got in found if got in (Got.RIGHT, Got.ASKED)]
    assert len(right) >= AIM * len(found)
    assert found.count(Got.BEGUN) <= len(found) // 50


def test_every_service_is_wanted_by_some() -> None:
    wanted = {want for message in held_out() for want in message.wants}
    assert set(load()) <= wanted


@pytest.mark.parametrize(
    ("text", "wants", "got"),
    [
        ("ktp hilang", ("KTP-H",), Got.RIGHT),
        ("ktp hilang", ("KK-HR",), Got.BEGUN),
        ("mau urus kk", ("KK-PISAH",), Got.LISTED),
        ("ubah status kawin", ("KTP-UBAH",), Got.ASKED),
        ("jam buka", ("hours",), Got.RIGHT),
        ("jam buka", ("cost",), Got.WRONG),
        ("xyzzy", ("KTP-H",), Got.UNCLEAR),
    ],
)
def test_it_tells_what_was_got(text: str, wants: tuple[str, ...], got: Got) -> None:
    assert score(answered(text), wants) is got
