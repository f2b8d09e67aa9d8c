"""What is to change, where the first words say it whole: "ganti status ktp jadi kawin"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from registry.catalogue import Service

QUESTION = "what_changes"
LONGEST = 150  # letters
WHAT = re.compile(
    r"\b(?:nama|status|agama|pekerjaan|kerjaan|pendidikan|gelar|(?:tanggal|tgl|tempat) lahir|(?:gol\w*|golongan) darah"
    r"|kewarganegaraan|religion|occupation|education|name)\w*\b",
    re.IGNORECASE,
)
BECOMES = re.compile(
    r"\b(?:jadi|jd|menjadi|(?:se)?harusnya|mestinya|should be|bukan(?:nya)?|tapi)"
    r"\s+(?!tidak\b|ga\b|gak\b|ngga\b|salah\b)\w",
    re.IGNORECASE,
)


def change_told(text: str, service: Service) -> Mapping[str, str]:
    """As it was written: an officer reads it."""
    told = " ".join(text.split())
    says = len(told) <= LONGEST and WHAT.search(told) and BECOMES.search(told)
    return {QUESTION: told} if says and QUESTION in service.question_by_key else {}
