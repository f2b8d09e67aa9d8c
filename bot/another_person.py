"""A request that turns out to be for somebody else: what was told of who writes stays theirs, and is not sent as the
other's."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from bot.flows.sorting import PREFIX
from bot.state import Frame

WHO, SELF, OTHER = "for_whom", "self", "other"
OWN, WRITERS = ("name", "nik"), ("applicant_name", "applicant_nik")
OF_FAMILY = ("kk_number", "village")


def give_back(frame: Frame, new: Mapping[str, Any], keys: Collection[str]) -> None:
    """Before `new` answers are taken; `keys` are the flow's. Photos go back to be looked at."""
    was, now = frame.answers.get(WHO), new.get(WHO)
    if was is None or now is None or was == now or SELF not in (was, now):
        return
    away, to = (OWN, WRITERS) if was == SELF else (WRITERS, OWN)
    theirs = {there: frame.answers[here] for here, there in zip(away, to, strict=True) if frame.answers.get(here)}
    stale = [key for key in (*OWN, *(OF_FAMILY if OTHER in (was, now) else ())) if key not in new]
    for key in stale:
        frame.answers.pop(key, None)
    frame.answers.update({key: value for key, value in theirs.items() if key in keys and key not in frame.answers})
    _put_photos_back(frame)


def _put_photos_back(frame: Frame) -> None:
    sent = {key: given for key, given in frame.answers.items() if key.startswith(PREFIX) and given != "bring"}
    for key, given in sent.items():
        frame.uploads = list(dict.fromkeys((*frame.uploads, *given.get("uploads", ()))))
        del frame.answers[key]
