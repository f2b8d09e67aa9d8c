"""Who files a request, and who gives the authority for it: not always the person whom it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from registry.forms.request import Request
from registry.residents import Person
from registry.vault import normalised_words

APPLICANT = ("name", "nik", "kk_number", "citizenship")
GIVER = ("name", "nik")
COUPLE = ("husband", "wife")
APART = {"for_whom": ("self", ""), "parent": ("yes", "self", ""), "reporter": ("",)}
NAMED_ON_IT = ("birth", "")  # of other certificates, and of a family card, the name on it is often somebody else's


def applicant(request: Request) -> Mapping[str, str]:
    """Of what was never asked and is not in the register, nothing: no other person's data stands in its place."""
    if name := request.answer("applicant_name"):
        return _another(request, name)
    if not _for_themselves(request):
        return {}
    return _couple(request) if request.answer("husband_name") else _themselves(request)


def giver(request: Request) -> Mapping[str, str]:
    """An heir or guardian where one was asked for, else the person named: nobody but they can give it."""
    for who in ("heir", "guardian"):
        if name := request.answer(f"{who}_name"):
            return {"name": name, "nik": request.answer(f"{who}_nik") or request.answer("nik")}
    if name := request.answer("name"):
        return {"name": name, "nik": request.answer("nik")}
    return {"name": request.answer("husband_name"), "nik": request.answer("husband_nik")}


def _for_themselves(request: Request) -> bool:
    """Parents apply for their child, as their number is the one that is asked for."""
    return all(request.answer(key) in fits for key, fits in APART.items())


def _another(request: Request, name: str) -> Mapping[str, str]:
    """Who is on the same card is found there by the name."""
    found = request.registered("applicant_nik") or next(_called(name, request), None)
    nik = request.answer("applicant_nik") or (found.nik if found else "")
    theirs = request.answer("kk_number") if request.answer("for_whom") == "same_kk" else ""
    return _registered(found) | {"name": name, "nik": nik} | ({"kk_number": theirs} if theirs else {})


def _called(name: str, request: Request) -> Iterator[Person]:
    words = normalised_words(name)
    return (person for person in request.family if normalised_words(person.name) == words)


def _themselves(request: Request) -> Mapping[str, str]:
    own = _registered(request.registered("nik"))
    written = "child_name" if request.answer("parent") == "self" else "name"
    name = request.answer(written) if request.answer("which_certificate") in NAMED_ON_IT else ""
    given = {"name": own.get("name") or name, "nik": request.answer("nik"), "kk_number": request.answer("kk_number")}
    return own | {key: value for key, value in given.items() if value}


def _couple(request: Request) -> Mapping[str, str]:
    """Both report their marriage."""
    both = [(request.answer(f"{each}_name"), request.answer(f"{each}_nik")) for each in COUPLE]
    names, niks = (" / ".join(part) for part in zip(*both, strict=True))
    return {"name": names, "nik": niks}


def _registered(person: Person | None) -> dict[str, str]:
    return {part: str(getattr(person, part)) for part in APPLICANT} if person else {}
