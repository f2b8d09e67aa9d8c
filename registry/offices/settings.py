"""What an administrator sets for the office, in three parts of one page: its name, its hours, how it works."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, func, select

from registry import audit
from registry.actors import Actor, NotFound
from registry.issuing.signs import without_strange_signs
from registry.lifecycle import Refused, Role
from registry.models import Carriage, Case, Office
from registry.models.cases import KEPT
from registry.moves import LOCK, require
from registry.offices.hours_written import changes, read_hours
from registry.offices.nip import nip
from registry.post import carriage

KEEPERS = frozenset({Role.ADMIN})

TEXTS = {
    "name": 80,
    "address": 200,
    "signatory_name": 80,
    "signatory_nip": 30,
    "signatory_title": 120,
    "courier_name": 40,
}  # letters
MAY_BE_EMPTY = ("courier_name", "signatory_name", "signatory_nip", "signatory_title", "announcement")
PRINTED = ("name", "address", "signatory_name", "signatory_title")  # on every document of the office
CHOICES = {
    "carriage": tuple(Carriage),
    "papers_by": ("chat", "page", "both"),
    "release_by": ("chat", "link"),
    "closed_window": ("hold", "sms"),
    "signing": ("tte", "by_hand"),
}
NUMBERS = {  # the least and the most
    "daily_quota": (1, 10_000),
    "postage_rupiah": (0, 200_000),
    "postage_elsewhere_rupiah": (0, carriage.MOST_RUPIAH),
    "families_limit": (1, 100),
    "late_hours": (1, 80),
    "claim_days": (1, 30),
    "quiet_minutes": (5, 240),
    "idle_minutes": (5, 720),
    "draft_days": (1, 90),
    "lookups_a_day": (0, 100_000),
    "retention_days": (1, 3650),
    "reminders_most": (0, 10),
}
ANNOUNCEMENT = 120  # with the rest of the greeting it stays within two SMS
UNSENDABLE = re.compile(r"[^ -~]|[\[\]{}~^|\\`<>]")  # what would make an SMS of it a long one

PUBLIC = ("name", "address", "courier_name", "announcement")  # told to whoever writes
PARTED = "\x1f"  # a name, what it was and what it is, where a colon may be part of them

POST = ("carriage", "courier_name", "postage_rupiah", "postage_elsewhere_rupiah", "reminders_most")
PARTS: Mapping[str, tuple[str, ...]] = {
    "name": tuple(name for name in TEXTS if name not in POST),
    "hours": ("hours",),
    "post": POST,
    "work": ("announcement", "by_hand_districts", *(name for name in (*CHOICES, *NUMBERS) if name not in POST)),
}


def version(office: Office, part: str) -> str:
    """Changes with what stands in this part, so that a page left open does not undo another's change."""
    told = json.dumps([getattr(office, name) for name in PARTS[part]], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def change(
    session: Session, actor: Actor, part: str, given: Mapping[str, str], *, seen: str, at: datetime
) -> list[str]:
    """The names of what is different now. The chat and every worker go by it within seconds.

    Raises Refused for what cannot be, and when another changed the part since it was `seen`.
    """
    require(actor, KEEPERS)
    office = session.get(Office, actor.office_id, populate_existing=True, with_for_update=LOCK)
    if office is None:
        raise NotFound
    if seen != version(office, part):
        raise Refused("refused-settings-changed")
    wanted = _read(part, given, office)
    changed = [name for name, value in wanted.items() if getattr(office, name) != value]
    if "retention_days" in changed and given.get("sure") != given.get("retention_days"):
        _expect_sure(session, office, wanted["retention_days"], at)
    told = tuple(each for name in changed for each in _told(name, getattr(office, name), wanted[name]))
    for name in changed:
        setattr(office, name, wanted[name])
    session.add(office)
    if changed:
        subject = f"office:{office.id}"
        audit.record(session, actor, "office_changed", office_id=office.id, subject=subject, fields=told, at=at)
    return changed


def _told(name: str, before: Any, after: Any) -> list[str]:
    """As the log keeps it: of what is nobody's and everybody may read also what it was."""
    if name == "hours":
        return [PARTED.join((f"hours.{field}", was, now)) for field, was, now in changes(before, after)]
    if name in ("by_hand_districts", *PUBLIC):
        values = (" ".join(value) if isinstance(value, list) else value for value in (before, after))
        return [PARTED.join((name, *values))]
    if name not in NUMBERS and name not in CHOICES:
        return [name]
    return [":".join([name, *("" if value is None else str(value) for value in (before, after))])]


def _expect_sure(session: Session, office: Office, days: int, at: datetime) -> None:
    """Raises Refused that tells how many closed cases tonight's run would delete and yesterday's did not."""
    if days >= office.retention_days:
        return
    mine = select(func.count()).select_from(Case).where(Case.office_id == office.id, KEPT)
    if due := session.exec(mine.where(col(Case.closed_at) < at - timedelta(days=days))).one():
        raise Refused("refused-retention-unsure", field="retention_days", n=due)


def _read(part: str, given: Mapping[str, str], office: Office) -> dict[str, Any]:
    if part == "hours":
        return {"hours": read_hours(given, office.timezone)}
    wanted = {name: _value(name, given.get(name, "").strip(), office) for name in PARTS[part]}
    if wanted.get("carriage") == Carriage.COURIER and not wanted["courier_name"]:
        raise Refused("refused-setting-empty", field="courier_name")
    return wanted


def _value(name: str, written: str, office: Office) -> Any:
    if name == "by_hand_districts":
        return _districts(written, office)
    if name in NUMBERS:
        return _number(name, written)
    if name in CHOICES:
        if written not in CHOICES[name]:
            raise Refused("refused-setting", field=name)
        return written
    return _text(name, written)


def _text(name: str, written: str) -> str:
    if not written and name not in MAY_BE_EMPTY:
        raise Refused("refused-setting-empty", field=name)
    most = TEXTS.get(name, ANNOUNCEMENT)
    if len(written) > most:
        raise Refused("refused-setting-long", field=name, most=most)
    if name in PRINTED and written != without_strange_signs(written):
        raise Refused("refused-setting-strange", field=name)
    if name == "signatory_nip" and written:
        return nip(written, name)
    if name in ("announcement", "courier_name") and UNSENDABLE.search(written):
        raise Refused("refused-setting-signs", field=name)
    return written


def _number(name: str, written: str) -> int | None:
    """A quota left empty is none, a price elsewhere the price here."""
    if name in ("daily_quota", "postage_elsewhere_rupiah") and not written:
        return None
    least, most = NUMBERS[name]
    digits = written.replace(".", "")
    if not (digits.isascii() and digits.isdecimal() and least <= int(digits) <= most):
        raise Refused("refused-setting-number", field=name, least=least, most=most)
    return int(digits)


def _districts(written: str, office: Office) -> list[str]:
    """Codes of kecamatan of this office, as the page sends them: one after another."""
    codes = sorted(set(written.split()))
    if any(not re.fullmatch(re.escape(office.region) + r"\.\d{2}", code) for code in codes):
        raise Refused("refused-setting", field="by_hand_districts")
    return codes
