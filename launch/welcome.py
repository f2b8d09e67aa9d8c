"""Says where to click, as soon as everything answers."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

FORMS = Path("var/simulator-contents.json")
PATIENCE, PAUSE = 60.0, 0.1  # seconds


def welcome(environ: Mapping[str, str]) -> None:
    office, handsets = (f"http://127.0.0.1:{environ[port]}" for port in ("PORT", "SIMULATOR_PORT"))
    with suppress(KeyboardInterrupt):
        if answers(handsets) and answers(f"{office}/healthz"):
            push_forms()
            open_windows(handsets)
            sys.stdout.write(panel(office, handsets))
        else:
            sys.stdout.write("\nLoket does not answer after a minute: the lines above tell why.\n")
        sys.stdout.flush()


def push_forms() -> None:
    """Once: the simulator keeps them in this file. Without them buttons come as numbered text."""
    if not FORMS.exists():
        subprocess.run(["flask", "--app", "wsgi", "content", "push"], check=False, stdout=subprocess.DEVNULL)  # noqa: S607


def open_windows(handsets: str) -> None:
    """At every start: the simulator has forgotten who wrote in the last 24 hours, the office has not."""
    subprocess.run([sys.executable, "-m", "assembly.open_windows", handsets], check=False)  # noqa: S603 - our own


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

  The handsets      {handsets}/   write to an office as a citizen, on WhatsApp or by SMS
  The back office   {office}/   check, sign and post as an officer of Balikpapan:

      petugas.bpp     checks papers and chats        cetak.bpp     prints cards
      pengawas.bpp    supervises                     pos.bpp       posts them
      kepala.bpp      signs                          admin.bpp     keeps the office's officers
      provinsi        reads all offices              The password and passphrase of all: contoh-loket

  Samarinda, Mahakam Ulu and Cilegon have the same officers: .smd, .mhu, .clg

Ctrl-C ends everything. `make run` starts it again with the same data, which lies in var/.

"""
