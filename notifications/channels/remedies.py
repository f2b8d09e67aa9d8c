"""What helps after a refusal, whichever carrier refused."""

from __future__ import annotations

from notifications.channels import errors
from notifications.channels.carrier import Remedy
from notifications.channels.gammu import errors as modems


def remedy_for(reason: str) -> Remedy:
    """An unknown refusal is not tried again."""
    return modems.remedy_for(reason) if reason.startswith(modems.PREFIX) else errors.remedy_for(reason)
