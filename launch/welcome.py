"""Says where to click, as soon as everything answers."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from urllib.error import URLError
from urllib.request import urlopen

PATIENCE, PAUSE = 60.0, 0.1  # seconds


def welcome(environ: Mapping[str, str]) -> None:
    office, handsets = (f"http://127.0.0.1:{environ[port]}" for port in ("PORT", "SIMULATOR_PORT"))
    with suppress(KeyboardInterrupt):
        if answers(f"{office}/healthz") and answers(handsets):
            sys.stdout.write(panel(office, handsets))
        else:
            sys.stdout.write("\nLoket does not answer after a minute: the lines above tell why.\n")
        sys.stdout.flush()


def answers(url: str) -> bool:
    """Asks until the answer is good."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(URLError, ConnectionError, TimeoutError), urlopen(url, timeout=2):  # noqa: S310 - our own address
            return True
        time.sleep(PAUSE)
    return False


def panel(office: str, handsets: str) -> str:
    return f"""
Loket runs.

  The handsets      {handsets}/     write to the office as a citizen, on WhatsApp or SMS
  The back office   {office}/     check, sign and post as an officer

Ctrl-C ends everything. `make run` starts it again with the same data, which lies in var/.
"""
