"""What a turn hears, and what it may know of the world around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bot.effects import Start
from bot.flow import Flow, JudgedUpload, OfficeCard, Say
from bot.wording import Wording
from registry.models import Channel
from registry.regions import Regions

if TYPE_CHECKING:
    from bot.engine import Turn


@dataclass(frozen=True)
class Heard:
    """`button` is the payload of a pressed button; `oddity` names what we cannot read: sticker, location, contact."""

    text: str = ""
    button: str | None = None
    uploads: tuple[JudgedUpload, ...] = ()
    oddity: str | None = None


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
    wish: Callable[[str], Start | None]  # what a free message asks for
    act: Callable[[Turn, str], None]  # what a command does
    unknown_code: Callable[[str], Say | None]  # about a compact message for a service there is not
    greets: Callable[[str], bool]
    thanks: Callable[[str], bool]
