"""A number that stands on a photo is not asked for, but read back: it becomes the answer once somebody says it is."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.flow import Answer, JudgedUpload, Read, Talk
from bot.flows.judging import POOR
from bot.flows.summary import masked_number
from bot.says import AskAgain, Option
from bot.wording import InSentence, Words
from registry.uploads.reading import Reading

CARDS, FAMILY_CARDS = ("ktp", "damaged_ktp"), ("kk", "damaged_kk")  # one bears its holder's NIK, one those of many
ON_PHOTO = (Option("accept", "option-number-right"), Option("retype", "option-number-typed"))


def offer_number(
    kind: str,
    read: Read,
    label: Words | InSentence,
    talk: Talk,
    waiting: Sequence[JudgedUpload],
    declined: Collection[int],
) -> None:
    """Where one number alone can be meant, and it would do as an answer. Raises AskAgain."""
    clear = [file for file in waiting if file.verdict not in POOR and file.id not in declined]
    found = {number: file.id for file in clear if (number := _number(kind, file.reading, talk))}
    if len(found) != 1:
        return
    [(number, file_id)] = found.items()
    if number not in talk.answers.values() and _does(read, talk, number):
        raise AskAgain(
            "number-on-photo",
            options=ON_PHOTO,
            pending={"value": number, "read_on": [file_id]},
            label=label,
            paper=Words("paper-ktp-read" if kind == "nik" else "paper-kk-read"),
            number=masked_number(number),
        )


def _number(kind: str, reading: Reading | None, talk: Talk) -> str | None:
    card = next((each for each in reading.kinds if each in (*CARDS, *FAMILY_CARDS)), None) if reading else None
    if reading is None or card is None:
        return None
    if kind == "nik":
        return reading.numbers[0] if card in CARDS and len(reading.numbers) == 1 else None
    return reading.family if card in FAMILY_CARDS and _is_theirs(reading, talk) else None


def _is_theirs(reading: Reading, talk: Talk) -> bool:
    """Whose NIK is known stands among those on the card, as far as any could be read."""
    listed = set(reading.numbers) - {reading.family}
    nik = talk.answers.get("nik")
    return not (nik and listed) or nik in listed


def _does(read: Read, talk: Talk, number: str) -> bool:
    try:
        return bool(read(talk, Answer(number)) == number)
    except AskAgain:
        return False
