"""The salam, which has an answer of its own; and thanks before something else: "makasih. oya ktp nya jg ilang" is about
the KTP."""

from __future__ import annotations

import re

SALAM = re.compile(r"\b(as+al+am+u?\s?('|’)?ala[iy]k[uo]m|assalam\w*|salam\s?alaikum|aslm)", re.IGNORECASE)
_WORDS = (
    r"(?:makasih+|makasi|mksh|tks|thx|trims|(?:terima|trima|tarima) ?kasih|matur nuwun|nuhun|thanks|thank you)"
    r"(?:\s+(?:ya|yah|banyak|pak|bu|min|kak|mas|mbak|info\w*|so much|a lot))*"
)
_BEFORE = r"^\W*(?:(?:ok|oke|okay|oh|iya|ya|sip|baik)\W+)?"
BARE_THANKS = re.compile(rf"{_BEFORE}{_WORDS}\W*", re.IGNORECASE)
THANKS = re.compile(
    rf"{_BEFORE}{_WORDS}"
    r"(?:\s*[.,;!\n]+\s*|\s+(?=(?:oh? ?ya|oiya|btw|terus|trus|tapi|tp)\b))(?P<rest>\S+\s+\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
ONLY_THANKS = re.compile(r"^(?:atas|untuk|utk|sudah|udah|sdh|semoga|sama|for|bantuan|infonya|sehat)\b", re.IGNORECASE)


def after_thanks(text: str) -> str:
    """The rest where there is one of its own, else the text."""
    said = THANKS.match(text)
    return text if said is None or ONLY_THANKS.match(said["rest"]) else said["rest"]
