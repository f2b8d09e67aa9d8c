"""Dukcapil's data service (Permendagri 102/2019): verifies what somebody says of themselves, element by element.

Its form is known from integrations only: POST of the elements with user and password, answered with `content`, in
which each element is "Sesuai (100)" or "Tidak Sesuai (..)", or `RESPON` says why there is none. What is asked for is
whether it agrees, so that nothing of the register comes to lie here.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from datetime import date
from typing import Any

import requests
from requests.exceptions import RequestException, Timeout

from registry.models.population import Unchecked
from registry.population.claims import Claim, Unanswered, Verdict

CONNECT, SILENCE, WHOLE = 3.0, 5.0, 10.0  # seconds: to connect, between two bytes, for all of it
LARGEST = 64 * 1024  # bytes of an answer
ELEMENTS = {"name": "NAMA_LGKP", "birth_date": "TGL_LHR", "kk_number": "NO_KK"}
BY_STATUS = {401: Unchecked.REFUSED, 403: Unchecked.REFUSED, 429: Unchecked.QUOTA}


class DataService:
    """`url` is the whole address of the call, of the settings alone: nothing a citizen wrote gets into it, and no
    redirect leads elsewhere."""

    def __init__(self, url: str, user: str, key: str, *, within: float = WHOLE) -> None:
        self._url = url
        self._who = {"USER_ID": user, "PASSWORD": key}
        self._within = within
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.headers["Accept-Encoding"] = "identity"  # what is packed could unfold to any size

    def verify(self, claim: Claim) -> Verdict:
        return _verdict(_content(self._ask(_elements(claim))), claim)

    def _ask(self, elements: Mapping[str, str]) -> bytes:
        until = time.monotonic() + self._within
        limits = (min(CONNECT, self._within), min(SILENCE, self._within))
        asked = {**self._who, "TRESHOLD": "100", **elements}
        try:
            with self._session.post(
                self._url, json=asked, timeout=limits, allow_redirects=False, stream=True
            ) as answer:
                if answer.status_code != requests.codes.ok:
                    raise Unanswered(BY_STATUS.get(answer.status_code, Unchecked.DOWN))
                return _body(answer, until)
        except Timeout:
            raise Unanswered(Unchecked.SLOW) from None
        except RequestException as fault:
            slow = "timed out" in str(fault).lower()  # within the body it comes as another error
            raise Unanswered(Unchecked.SLOW if slow else Unchecked.DOWN) from None


def _elements(claim: Claim) -> dict[str, str]:
    told = {ELEMENTS[kind]: said for kind, said in claim.says.items() if kind in ELEMENTS}
    if born := told.get("TGL_LHR"):
        told["TGL_LHR"] = date.fromisoformat(born).strftime("%d-%m-%Y")
    return {"NIK": claim.nik, **told}


def _body(answer: requests.Response, until: float) -> bytes:
    """However slowly it drips, and however much of it there is: byte by byte, for more would wait until it is full."""
    body = bytearray()
    for piece in answer.iter_content(1):
        body += piece
        if time.monotonic() > until:
            raise Unanswered(Unchecked.SLOW)
        if len(body) > LARGEST:
            raise Unanswered(Unchecked.GARBLED)
    return bytes(body)


def _content(body: bytes) -> Mapping[str, Any]:
    try:
        told = json.loads(body)["content"][0]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        raise Unanswered(Unchecked.GARBLED) from None
    if not isinstance(told, dict):
        raise Unanswered(Unchecked.GARBLED)
    return told


def _verdict(told: Mapping[str, Any], claim: Claim) -> Verdict:
    said = " ".join(str(told.get("RESPON", "")).lower().split())
    if "tidak ditemukan" in said:
        return Verdict(found=False)
    if said:
        raise Unanswered(Unchecked.QUOTA if "kuota" in said else Unchecked.REFUSED)
    same = {kind: agrees for kind in claim.says if (agrees := _agrees(told.get(ELEMENTS.get(kind, "")))) is not None}
    if claim.says and not same:
        raise Unanswered(Unchecked.GARBLED)
    return Verdict(True, same)


def _agrees(told: object) -> bool | None:
    words = str(told or "").lower().split()
    if words[:1] == ["sesuai"]:
        return True
    return False if words[:2] == ["tidak", "sesuai"] else None
