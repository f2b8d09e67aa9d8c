"""What a word of ours means: "f 2.04 itu apa", "apa itu salinan?", at any point."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.meaning.picks import plain
from bot.says import Say
from bot.turn import Turn

MOST_WORDS = 12  # more is a story
TERMS: Mapping[str, str] = {  # the longer name before one that stands in it
    "what-authority-letter": r"f ?1 ?07|surat kuasa|authority letter",
    "what-birth-statement": r"f ?2 ?03",
    "what-couple-statement": r"f ?2 ?04",
    "what-unrecorded-marriage": r"f ?1 ?05",
    "what-change-statement": r"f ?1 ?06",
    "what-no-papers": r"f ?1 ?04",
    "what-form": r"f ?1 ?0[1-3]|f ?2 ?0[12]|formulir",
    "what-statement": r"(?:surat )?pernyataan|sptjm|statement",
    "what-moving-letter": r"skpwni|surat pindah|moving letter",
    "what-birth-letter": r"surat (?:keterangan )?(?:ke)?lahir(?:an)?|birth letter",
    "what-death-letter": r"surat (?:keterangan )?kematian|death letter",
    "what-police-letter": r"surat (?:keterangan )?(?:hilang|kehilangan)|police (?:loss )?letter",
    "what-marriage-book": r"buku nikah|akta (?:nikah|kawin|perkawinan)|marriage (?:book|certificate)",
    "what-ikd": r"ikd|identitas kependudukan digital|ktp digital|digital id",
    "what-suket": r"suket",
    "what-kia": r"kia|kartu identitas anak|child card",
    "what-nik": r"nik",
    "what-copy": r"salinan|copy",
    "what-witness": r"saksi|witness(?:es)?",
    "what-collection-code": r"kode ambil|collection code",
    "what-tracking": r"(?:nomor |no )?resi|tracking number",
    "what-signature": r"tte|tanda tangan elektronik|electronic signature",
    "what-enrolment": r"rekam|perekaman|enrolment",
    "what-biodata": r"biodata",
}
_NYA, _THIS = r"(?:nya)?", r"(?:itu|tu|tuh|ini|sih|teh|to)"
_WITNESSES = (
    r"saksi(?:nya)? (?:\w+ ){0,2}(?:hadir|datang|ikut|siapa|dari mana)\b|siapa (?:\w+ ){0,2}saksi\b"
    r"|(?:must|do|does) (?:the )?witness(?:es)?"
)
NOT_MEANING = re.compile(r"\b(?:syarat\w*|butuh|perlu|bawa|cara\w*|kode ikd)\b")


def _asks(names: str) -> re.Pattern[str]:
    """ "Apa itu x", "x itu apa", "maksudnya x", "what is x"."""
    return re.compile(
        rf"\bapa(?:an|kah)?(?: {_THIS})+ (?:{names}){_NYA}\b|\b(?:{names}){_NYA}(?: {_THIS})+ apa(?:an|kah)?\b"
        rf"|^(?:{names}){_NYA} apa(?:an)?(?: sih| ya| min| kak| pak| bu)*$"
        rf"|\b(?:maksud|arti)(?:nya)? (?:{names}){_NYA}\b"
        rf"|\b(?:{names}){_NYA} (?:maksud|arti)nya\b|\bwhat(?: is| s|s| are) (?:a |an |the )?(?:{names})\b"
    )


MEANINGS = {key: _asks(names) for key, names in TERMS.items()}
MEANINGS["what-witness"] = re.compile(rf"{MEANINGS['what-witness'].pattern}|{_WITNESSES}")


ASKS = re.compile("apa|maksud|arti|what|saksi|witness", re.IGNORECASE)  # one of them stands in all that is asked so


def meaning_asked(text: str) -> str | None:
    """The text that tells it."""
    if not ASKS.search(text):
        return None
    said = plain(text)
    if not 0 < len(said.split()) <= MOST_WORDS or NOT_MEANING.search(said):
        return None
    return next((key for key, asked in MEANINGS.items() if asked.search(said)), None)


def told_meaning(turn: Turn, text: str) -> bool:
    """It is told, and what is open comes back; in a report or a free text words may be spoken of as well."""
    key = meaning_asked(text)
    if key is None:
        return False
    frame, step = turn.state.top, turn.open_step()
    flow = turn.context.flows[frame.flow] if frame else None
    if (flow and (flow.private or flow.comes_first)) or (step and step.kind == "text"):
        return False
    turn.say(Say(key))
    turn.repeat()
    return True
