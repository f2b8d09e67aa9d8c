"""What a turn hears, and what it may know of the world around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.effects import Start
from bot.flow import Earlier, Flow, JudgedUpload, OfficeCard, ToldBefore
from bot.meaning.understanding import Understood
from bot.says import Say
from bot.wording import Wording
from registry.catalogue import Catalogue
from registry.models import Channel
from registry.places.regions import Regions


@dataclass(frozen=True)
class Heard:
    """`button` is the payload of a pressed button; `oddity` names what we cannot read: sticker, location, contact.

    `location` is a shared one: `at` as "latitude,longitude", and the `label` it bears. `late` are files that were sent
    before what was last said to files.
    """

    text: str = ""
    button: str | None = None
    uploads: tuple[JudgedUpload, ...] = ()
    oddity: str | None = None
    location: Mapping[str, str] | None = None
    late: bool = False

    def remarks(self) -> Iterable[str]:
        """Text keys for what we cannot take, each once; nothing is said about a sticker."""
        if self.oddity:
            return () if self.oddity == "sticker" else (f"oddity-{self.oddity}",)
        return dict.fromkeys(f"upload-{file.verdict}" for file in self.uploads if file.kind is None)


@dataclass(frozen=True)
class Sent:
    """A request that was sent; `office` is its code."""

    id: int
    number: str
    service: str
    office: str


@dataclass(frozen=True)
class Context:
    today: date
    channel: Channel
    language: str
    office: OfficeCard | None  # the sender's, or the one chosen before at a shared sender
    offices: tuple[OfficeCard, ...]
    shared: bool
    regions: Regions
    words: Wording
    flows: Mapping[str, Flow]
    catalogue: Catalogue
    means: Callable[[str], Understood]  # what a free message wants
    compact: Callable[[str], Start | None]  # a whole request in one message
    unknown_code: Callable[[str], Say | None]  # about a compact message for a service there is not
    files: Callable[[Sequence[int]], tuple[JudgedUpload, ...]]  # the contact's own, those that are still there
    earlier: Earlier  # of the contact's own, too
    sent: Callable[[], Sequence[Sent]]  # their requests that are under way in the office
    told: Callable[[], Sequence[ToldBefore]] = tuple  # in requests that are kept, under way or not, the newest first
