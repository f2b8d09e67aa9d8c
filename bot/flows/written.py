"""What an officer writes into a field of a form is the answer itself: nobody chats there, and no word is too odd."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from bot.flow import Talk
from bot.flows.names import LETTERS, LONGEST, cased
from bot.says import AskAgain

LONGEST_PLACE, LONGEST_TEXT = 60, 500  # characters


def written_name(talk: Talk, text: str) -> str:
    """Letter for letter; small letters or capitals alone become a name's. Raises AskAgain for what is none."""
    if re.search(r"\d", text):
        raise AskAgain("name-unclear")
    if not LETTERS.fullmatch(text) or len(re.findall(r"\w", text)) < 2:
        raise AskAgain("name-expected")
    if len(text) > LONGEST:
        raise AskAgain("name-long", n=len(text))
    return cased(text)


def written_place(talk: Talk, text: str) -> str:
    """A kabupaten or kota by its own name where it is one."""
    if not 2 <= len(text) <= LONGEST_PLACE or not re.search(r"[^\W\d_]{2}", text):
        raise AskAgain("place-unclear")
    known = talk.regions.kabupaten_called(text)
    return known.short_name if known else cased(text)


def written_text(talk: Talk, text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise AskAgain("text-long", n=len(text))
    return text


WRITTEN: Mapping[str, Callable[[Talk, str], str]] = {
    "name": written_name,
    "place": written_place,
    "text": written_text,
}
