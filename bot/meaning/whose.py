"""For whom a request is, where its first words say so: "ktp istri saya hilang"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.meaning.spelling import spelling
from registry.catalogue import Service

OWN = r"(?:istri|suami|anak)\s(?:saya|aku|ku)\b"
FAMILY = re.compile(
    rf"\b(?:ktp|kk|kia|akta|kartu|untuk|membuat)\s{OWN}|(?m:^){OWN}\s(?:mau|ingin|perlu|kehilangan)\b"
    r"|\bmy (?:wife|husband|son|daughter|child)\b"
)
WHO, SAME_KK = "for_whom", "same_kk"


def whose(text: str, service: Service) -> Mapping[str, str]:
    """Husband, wife and child stand on the same family card."""
    question = service.question_by_key.get(WHO)
    if question is None or question.text or SAME_KK not in question.options:  # it asks something else there
        return {}
    said = f"{text.casefold()}\n{' '.join(spelling().words(text))}"
    return {WHO: SAME_KK} if FAMILY.search(said) else {}
