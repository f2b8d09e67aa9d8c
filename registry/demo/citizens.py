"""Who asks for what in the demo: people of the made-up register, and what they answered in the chat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from registry.residents import Person

ADULT, CHILD = 17 * 365, 12 * 365  # days


@dataclass(frozen=True)
class Wish:
    service: str
    words: str
    answers: dict[str, Any]
    papers: dict[str, list[str]]  # what stands on each


def families(people: Sequence[Person], region: str) -> Iterator[list[Person]]:
    """Those of one kabupaten, each with its head first."""
    by_card: dict[str, list[Person]] = {}
    for person in people:
        if person.village.startswith(region):
            by_card.setdefault(person.kk_number, []).append(person)
    yield from by_card.values()


def wish(service: str, family: list[Person], today: date) -> Wish | None:
    """None when nobody of the family needs this service."""
    return {"KK-HR": _lost_card, "AKL": _birth, "KTP-BARU": _first_card}[service](family, today)


def misspelt(wanted: Wish) -> Wish:
    """As somebody types who is in a hurry: a letter of the name is missing."""
    name = str(wanted.answers["name"])
    return replace(wanted, answers={**wanted.answers, "name": name[:1] + name[2:]})


def address(family: list[Person], phone: str) -> dict[str, str]:
    head = family[0]
    return {
        "name": head.name, "street": head.address, "rt": head.rt, "rw": head.rw,
        "landmark": "", "village": head.village, "phone": phone, "postal_code": "",
    }  # fmt: skip


def _lost_card(family: list[Person], today: date) -> Wish:
    asker = family[0]
    answers = {"reason": "lost", "still_have": "none", **_who(asker)}
    named = [f"Nama : {asker.name}", f"NIK : {asker.nik}"]
    papers = {
        "police_letter": [*named, "Telah kehilangan 1 (satu) Kartu Keluarga", f"No. {asker.kk_number}"],
        "ktp": named,
    }
    return Wish("KK-HR", "kk saya hilang", answers, papers)


def _birth(family: list[Person], today: date) -> Wish | None:
    parents = [person for person in family if person.relation in ("Kepala Keluarga", "Istri")]
    children = [person for person in family if person.relation == "Anak" and (today - person.born_on).days < CHILD]
    if not children or len(parents) < 2:
        return None
    child, asker = children[-1], parents[0]
    answers = {
        "parent": "yes", "birth_proof": "letter", "marriage_proof": "have",
        "nik": asker.nik, "kk_number": asker.kk_number, "child_name": child.name,
        "birth_date": child.born_on.isoformat(), "birth_place": child.birth_place, "sex": child.sex,
        "child_number": len(children),
    }  # fmt: skip
    parents_names = [f"{person.relation} : {person.name}" for person in parents]
    papers = {
        "birth_letter": [f"Nama anak : {child.name}", f"Lahir : {child.birth_place}, {child.born_on:%d-%m-%Y}"],
        "marriage_book": parents_names,
        "kk": [asker.kk_number, *parents_names],
    }
    return Wish("AKL", "mau buat akta lahir anak", answers, papers)


def _first_card(family: list[Person], today: date) -> Wish:
    youngest = max(
        (person for person in family if (today - person.born_on).days > ADULT), key=lambda person: person.born_on
    )
    return Wish("KTP-BARU", "saya sudah rekam ktp di kecamatan", {"enrolled": "yes", **_who(youngest)}, {})


def _who(person: Person) -> dict[str, Any]:
    return {"name": person.name, "nik": person.nik, "kk_number": person.kk_number, "village": person.village}
