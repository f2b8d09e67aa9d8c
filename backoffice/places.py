"""Where an office keeps blanks and machines: itself, and its kecamatan."""

from __future__ import annotations

from dataclasses import dataclass

from flask import request
from flask_login import current_user

from backoffice.access import language
from backoffice.parts import parts
from backoffice.texts import texts
from registry.lifecycle import Refused
from registry.models.cards import AT_THE_OFFICE


@dataclass(frozen=True)
class Place:
    code: str
    name: str


def places() -> list[Place]:
    """The office first."""
    districts = parts().regions.inside(current_user.office.region)
    return [Place(AT_THE_OFFICE, place_name(AT_THE_OFFICE)), *(Place(each.code, each.name) for each in districts)]


def place_name(code: str) -> str:
    if code == AT_THE_OFFICE:
        return texts(language())("place-office")
    region = parts().regions.get(code)
    return region.name if region else code


def chosen_place(field: str = "place") -> str:
    """As a form gave it. Raises Refused for a place of another office."""
    code = request.form.get(field, AT_THE_OFFICE)
    if code not in {place.code for place in places()}:
        raise Refused("refused-place")
    return code
