"""Whether a request is about somebody's death: then nobody is nudged, and nobody is asked how they liked it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from registry.services.conditions import holds
from registry.services.service import Service

CONDOLENCES = "condolences"
DEATH_CERTIFICATE = "kutipan_akta_kematian"


def is_about_death(service: Service, answers: Mapping[str, Any], day: date) -> bool:
    """One that begins with condolences, or a certificate of a death asked for again."""
    wanted = {document.template for document in service.document if holds(document.when, answers, day)}
    return service.opens == CONDOLENCES or DEATH_CERTIFICATE in wanted
