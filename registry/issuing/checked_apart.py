"""Judges an attached PDF in a process of its own: a few kilobytes can name fields that take for ever to walk through.

Reads a line of JSON, the roots, and then the PDF from standard input; answers with what the check found."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import datetime

from registry.issuing.verify import MOST_BYTES, Check, Verdict, check
from registry.uploads.apart import answer, confine, parts_of

LONGEST = 15  # seconds; a signed KK takes less than two


def checked(pdf: bytes, trusted_roots: Sequence[bytes]) -> Check:
    """As `check`; what cannot be judged in time is DAMAGED. Blocks: not for use inside a transaction."""
    if len(pdf) > MOST_BYTES:
        return Check(Verdict.DAMAGED)
    roots = json.dumps([root.decode("latin-1") for root in trusted_roots]).encode()
    answered = parts_of("registry.issuing.checked_apart", data=roots + b"\n" + pdf, longest=LONGEST)
    if not answered:
        return Check(Verdict.DAMAGED)
    found = answered[0][0]
    signed_at = datetime.fromisoformat(found["signed_at"]) if found["signed_at"] else None
    return Check(Verdict(found["verdict"]), found["signer"], signed_at)


def main() -> None:
    confine()
    roots, _, pdf = sys.stdin.buffer.read().partition(b"\n")
    found = check(pdf, [root.encode("latin-1") for root in json.loads(roots)])
    signed_at = found.signed_at.isoformat() if found.signed_at else None
    answer({"verdict": found.verdict.value, "signer": found.signer, "signed_at": signed_at})


if __name__ == "__main__":
    main()
