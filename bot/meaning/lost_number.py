"""Who looks for a number that stands on their papers: "lupa nik", "nomor kk saya berapa ya". What else they want."""

from __future__ import annotations

import re

from bot.meaning.spelling import spelling

_NUMBER = r"(?P<which>nik|(?:nomor|no) (?:kk|nik|ktp|induk))"
_PEOPLE = "saya|aku|kami|anak|bayi|istri|suami|ibu|bapak|nya|ya|min|dong|kak|itu|sendiri|bagaimana|number"
_WHOSE = rf"(?: (?:{_PEOPLE}))*"
_LOOKS = r"(?:lupa|forgot|tahu|tau|cari|mencari|tanya|bertanya|lihat|know)(?: (?:saya|my|the))?"
SOUGHT = re.compile(
    rf"(?:\w+ ){{0,2}}{_LOOKS} {_NUMBER}{_WHOSE}"
    rf"|(?:(?:mau|tanya|halo|permisi) )*{_NUMBER.replace('which', 'whose')}{_WHOSE} berapa(?: (?:ya|min|kak|sih))*"
)
BESIDE = re.compile(rf"(?:\w+ ){{0,2}}{_LOOKS} {_NUMBER}{_WHOSE} (?P<wish>(?:mau|minta|bisa|want|need) .+)")


def number_sought(text: str) -> str | None:
    """`nik` or `kk_number`, where the whole message looks for one."""
    said = SOUGHT.fullmatch(" ".join(spelling().words(text)).rstrip(" ?"))
    if said is None:
        return None
    return "kk_number" if "kk" in (said["which"] or said["whose"]) else "nik"


def wish_beside(text: str) -> str | None:
    """Of "lupa nik mau bikin kk", what is wanted: no number."""
    said = BESIDE.fullmatch(" ".join(spelling().words(text)))
    return said["wish"] if said else None
