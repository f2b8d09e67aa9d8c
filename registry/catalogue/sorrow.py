"""Whether a request is about somebody's death: then nobody is nudged, and nobody is asked how they liked it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from registry.services.conditions import holds
from registry.services.service import Service

CONDOLENCES = "condolences"
DEATH_CERTIFICATE = "kutipan_akta_kematian"
DEATH = re.compile(
    r"\b(?:meninggal|mninggal|wafat|almarhum(?:ah)?|alm|almh|died|deceased|passed away|sedo|maninggal)\b"
)


def is_about_death(service: Service, answers: Mapping[str, Any], day: date) -> bool:
    """One that begins with condolences, a certificate of a death asked for again, or where an answer speaks of one."""
    if service.mourns and holds(service.mourns, answers, day):
        return True
    texts = (str(answers.get(question.key, "")) for question in service.question if question.kind == "text")
    if any(map(speaks_of_death, texts)):
        return True
    wanted = {document.template for document in service.document if holds(document.when, answers, day)}
    return service.opens == CONDOLENCES or DEATH_CERTIFICATE in wanted


def speaks_of_death(text: str) -> bool:
    return bool(DEATH.search(text.casefold()))
