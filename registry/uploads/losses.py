"""What a report of a loss says was lost, out of its lines: the papers we issue, and that there was something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from registry.uploads.kinds import Expected, kinds

CALLED: Expected = {
    "ktp": (("KTP", "EKTP", "KTPEL", "KARTU TANDA PENDUDUK"),),
    "kk": (("KK", "KARTU KELUARGA"),),
    "kia": (("KIA", "KARTU IDENTITAS ANAK"),),
    "certificate": (("AKTA", "AKTE", "KUTIPAN AKTA"),),
    "other": (("SIM", "STNK", "BPKB", "ATM", "NPWP", "IJAZAH", "PASPOR", "SURAT IZIN MENGEMUDI", "BUKU TABUNGAN"),),
}
LOSS = re.compile(r"hilang", re.IGNORECASE)
REPORTER = re.compile(r"^\W*nama\b", re.IGNORECASE)  # who reports it is named after the heading, before what is lost
ENDS = re.compile(r"dibuat|demikian|dipergunakan|digunakan|keperluan|mengurus|yang melapor|penerima", re.IGNORECASE)


def losses(lines: Sequence[str]) -> tuple[str, ...]:
    """Only what stands between "telah hilang" and what the letter is for: its heading speaks of losses, too, and who
    reports one has a KTP all the same."""
    found = kinds([*_told(lines)], CALLED)
    return tuple(each for each in CALLED if each in found)


def _told(lines: Sequence[str]) -> Iterator[str]:
    begins = _begins(lines)
    if begins is None:
        return
    yield LOSS.split(lines[begins], maxsplit=1)[1]
    yield from takewhile(lambda line: not ENDS.search(line), lines[begins + 1 :])


def _begins(lines: Sequence[str]) -> int | None:
    """The first line that speaks of the loss below the name of who reports it."""
    named = next((place for place, line in enumerate(lines) if REPORTER.search(line)), None)
    spoken = (place for place, line in enumerate(lines) if LOSS.search(line) and named is not None and place > named)
    return next(spoken, None)
