"""What is said to the photos of one paper: taken with what was read, asked about, or asked for again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.flow import Accepted, JudgedUpload
from bot.flows.summary import masked_number
from bot.says import AskAgain, Option, Say
from bot.wording import Listed, Words
from registry.services.service import ExpectedWord, PaperKind
from registry.uploads.fit import Fit, Given, fit
from registry.uploads.reading import Reading

PAPERS = ("image", "pdf")  # kinds of files
POOR_PHOTOS = 2  # after so many the photo can go as it is, flagged for the officer
POOR = ("blurred", "dark", "small", "cut")
ALIKE = 4  # letters; a shorter word is an abbreviation, and stays in capitals
VOICE = (Option("!officer", "option-to-officer"), Option("!again", "option-i-write"))
ANOTHER, RIGHT = Option("retype", "option-another-photo"), Option("accept", "option-this-is-right")
OFFICER, CHANGE_NIK = Option("!officer", "option-officer"), Option("change-number", "option-change-nik")
AS_IT_IS = (Option("accept", "option-as-it-is"), ANOTHER)
UNSEEN = (ANOTHER, RIGHT, OFFICER)
DIFFERS, DIFFERS_AT_OFFICE = (RIGHT, CHANGE_NIK, ANOTHER), (RIGHT, ANOTHER, OFFICER)


@dataclass(frozen=True)
class Expected:
    """A paper as its service wants it, and the numbers that were given; `changes`: the question where a wrong one can
    still be corrected."""

    paper: PaperKind
    given: Given
    changes: str | None = None

    def fit(self, file: JudgedUpload) -> Fit:
        return fit(self.paper, file.reading, self.given)


def judge(files: Sequence[JudgedUpload], expected: Expected, tries: int = 0) -> Accepted:
    """The best of several photos decides; all of them become the paper. Raises AskAgain, which never refuses: what it
    asks about can always be sent on. `tries`: how often a photo of this paper was poor before."""
    kept = [file for file in files if file.kind in PAPERS]
    if not kept:
        raise _not_taken(files[0])
    clear = [file for file in kept if file.verdict not in POOR]
    seen = [file for file in clear if expected.fit(file).kind]
    if seen:
        return _recognised(kept, seen, expected, tries)
    if any(expected.fit(file).kind is None for file in clear):
        return Accepted(as_answer(kept), Say("paper-taken", {"paper": Words(f"paper-{expected.paper.key}-read")}))
    unread = clear and _is_unread(clear)
    raise _poor(kept, clear[0], tries) if unread else _unclear(kept, clear, expected, tries)


def as_answer(files: Sequence[JudgedUpload], *, flagged: bool = False) -> dict[str, Any]:
    """`flagged`: as it is, though it can hardly be read."""
    return {"uploads": [file.id for file in files], "flagged": flagged, "sums": [file.sum for file in files]}


def if_right(files: Sequence[JudgedUpload]) -> dict[str, Any]:
    """What "this is right" makes of them: the officer sees that it was asked about."""
    return as_answer(files) | {"doubted": True}


def doubted(papers: Mapping[str, Any]) -> list[str]:
    """Those of these answers, by paper, that were asked about and said to be right."""
    return [key for key, given in papers.items() if given != "bring" and given.get("doubted")]


def read_said(file: JudgedUpload, expected: Expected) -> Say:
    """ "Surat hilang terbaca, tanggal 21 November 2026." or "KTP terbaca, NIK sama." """
    paper = {"paper": Words(f"paper-{expected.paper.key}-read", begins=True)}
    if expected.paper.dated and file.reading and file.reading.dated:
        return Say("paper-read-dated", paper | {"date": date.fromisoformat(file.reading.dated)})
    return Say("paper-read", paper | {"number": expected.fit(file).number or "none"})


def differs(files: Sequence[JudgedUpload], expected: Expected) -> bool:
    """Whether a photo taken before bears another number than was given since."""
    fits = [found for file in files if (found := expected.fit(file)).kind]
    return bool(fits) and max(fits, key=lambda found: found.number is not None).differs


def _recognised(kept: Sequence[JudgedUpload], seen: Sequence[JudgedUpload], expected: Expected, tries: int) -> Accepted:
    best = max(seen, key=lambda file: (expected.fit(file).number is not None, not expected.fit(file).other_loss))
    found = expected.fit(best)
    if found.differs:
        options = DIFFERS if expected.changes else DIFFERS_AT_OFFICE
        paper = Words(f"paper-{expected.paper.key}-read")
        photo, given = _told_apart(best, expected)
        raise AskAgain(
            "paper-differs", options=options, pending=if_right(kept), note=tries, paper=paper, photo=photo, given=given
        )
    if found.other_loss and best.reading:
        raise _other_loss(kept, best.reading.lost, expected, tries)
    reading = best.reading
    missing = expected.paper.bears and reading and not reading.numbers
    if missing and reading and reading.trouble:
        raise _poor_because(kept, reading.trouble, tries)
    return Accepted(as_answer(kept), read_said(best, expected))


def _other_loss(kept: Sequence[JudgedUpload], lost: Sequence[str], expected: Expected, tries: int) -> AskAgain:
    things = Listed(tuple(Words(f"lost-{each}") for each in lost))
    wanted = Words(f"lost-{expected.paper.lost}")
    return AskAgain("paper-other-loss", options=UNSEEN, pending=if_right(kept), note=tries, lost=things, wanted=wanted)


def _told_apart(file: JudgedUpload, expected: Expected) -> tuple[str, str]:
    """The ends of the number on the photo and of the one given, where four digits tell them apart."""
    given = next((min(expected.given[kind]) for kind in reversed(expected.paper.bears) if expected.given.get(kind)), "")
    photo = file.reading.numbers[0] if file.reading and file.reading.numbers else ""
    ends = masked_number(photo), masked_number(given)
    return ("none", "none") if not (photo and given) or ends[0] == ends[1] else (str(ends[0]), str(ends[1]))


def _is_unread(clear: Sequence[JudgedUpload]) -> bool:
    """Another paper that was read is another paper, however it shines."""
    return all(file.reading and _unread(file.reading) for file in clear)


def _unread(reading: Reading) -> bool:
    return not reading.kinds and bool(reading.trouble or not reading.legible)


def _poor(kept: Sequence[JudgedUpload], file: JudgedUpload, tries: int) -> AskAgain:
    return _poor_because(kept, (file.reading and file.reading.trouble) or "unread", tries)


def _unclear(kept: Sequence[JudgedUpload], clear: Sequence[JudgedUpload], expected: Expected, tries: int) -> AskAgain:
    if not clear:
        return _poor_because(kept, kept[0].verdict, tries)
    return AskAgain(
        "paper-unseen",
        options=UNSEEN,
        pending=if_right(kept),
        note=tries,
        paper=Words(f"paper-{expected.paper.key}-photo"),
        words=_words(expected.paper.reads),
    )


def _poor_because(kept: Sequence[JudgedUpload], reason: str, tries: int) -> AskAgain:
    again = AS_IT_IS if tries + 1 >= POOR_PHOTOS else ()
    pending = as_answer(kept, flagged=True)
    return AskAgain(f"photo-{reason}", options=again, asks=True, pending=pending, note=tries + 1)


def _not_taken(file: JudgedUpload) -> AskAgain:
    if file.kind == "voice":
        return AskAgain("voice-note", options=VOICE)
    return AskAgain(f"upload-{file.verdict}", asks=True)


def _words(reads: Sequence[ExpectedWord]) -> Listed:
    """The first two are enough to say what was looked for."""
    first = [word if isinstance(word, str) else word[0] for word in reads[:2]]
    return Listed(tuple(word if len(word) <= ALIKE else word.lower() for word in first))
