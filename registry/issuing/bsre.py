"""BSrE's eSign Client Service, version 1: signs on the agency's own server, with the signatory's key that lies at BSrE.

Its answers are known from integrations only (error codes may stand in `status_code` or at the end of `error`), and its
documents by the header `id_dokumen`: with it a signed file can be fetched once more, and only once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import requests
from requests.auth import HTTPBasicAuth
from requests.exceptions import ConnectionError as Disconnected
from requests.exceptions import ConnectTimeout, RequestException
from urllib3.exceptions import MaxRetryError, NewConnectionError

from registry.issuing.sign import KeyUnusable, NotSignable, WrongPassphrase

CONNECT, ANSWER = 5.0, 90.0  # seconds; large files take longer than half a minute
MAY_SIGN = ("1111", "ISSUE")
CODE = re.compile(r"(\d{4})\W*$")


class PerhapsSigned(Exception):
    """The document went out and no answer came back whole. `id_dokumen`: under which the signed file can be fetched."""

    def __init__(self, id_dokumen: str | None) -> None:
        super().__init__("BSrE did not answer; the document may be signed there")
        self.id_dokumen = id_dokumen


class BsreAway(Exception):
    """Nothing was sent: the service cannot be reached."""


@dataclass(frozen=True)
class SignedThere:
    pdf: bytes
    id_dokumen: str | None


@dataclass(frozen=True, repr=False)
class Bsre:
    """`url` is the agency's server; user and password are the agency's, never the signatory's."""

    url: str
    user: str
    password: str
    answer_within: float = ANSWER

    def may_sign(self, nik: str) -> bool:
        """Whether the signatory has a certificate that is issued; whatever else is told means that they cannot."""
        answer = _json(self._get(f"/api/user/status/{nik}"))
        return (str(answer.get("status_code")), answer.get("status")) == MAY_SIGN

    def sign(self, pdf: bytes, *, nik: str, passphrase: str, reason: str, location: str) -> SignedThere:
        """Raises WrongPassphrase (2031), KeyUnusable (2011), NotSignable, BsreAway, or PerhapsSigned: never tried again
        by itself, for several wrong passphrases may lock the key and a second try signs twice."""
        fields = {"nik": nik, "passphrase": passphrase, "tampilan": "invisible", "reason": reason, "location": location}
        id_dokumen = None
        try:
            with _telling_apart():
                answer = requests.post(
                    self.url + "/api/sign/pdf", data=fields, files={"file": ("dokumen.pdf", pdf, "application/pdf")},
                    auth=self._auth, timeout=(CONNECT, self.answer_within), stream=True, allow_redirects=False,
                )  # fmt: skip
                id_dokumen = answer.headers.get("id_dokumen")
                body = answer.content
        except RequestException:
            raise PerhapsSigned(id_dokumen) from None
        if answer.status_code == 200 and body.startswith(b"%PDF-"):
            return SignedThere(body, id_dokumen)
        if answer.status_code == 200:
            raise PerhapsSigned(id_dokumen)
        if answer.status_code >= 500 and not _codes(answer):  # who fell over says nothing of how far they were
            raise PerhapsSigned(id_dokumen)
        raise _refusal(answer)

    def fetch(self, id_dokumen: str) -> bytes | None:
        """A file that was signed there; none when it was fetched before, or is unknown."""
        answer = self._get(f"/api/sign/download/{quote(id_dokumen, safe='')}")
        return answer.content if answer.status_code == 200 and answer.content.startswith(b"%PDF-") else None

    @property
    def _auth(self) -> HTTPBasicAuth:
        return HTTPBasicAuth(self.user, self.password)

    def _get(self, path: str) -> requests.Response:
        try:
            return requests.get(
                self.url + path, auth=self._auth, timeout=(CONNECT, self.answer_within), allow_redirects=False
            )
        except RequestException:
            raise BsreAway from None


@contextmanager
def _telling_apart() -> Iterator[None]:
    """A server that was never reached, from one that took the document and fell silent."""
    try:
        yield
    except ConnectTimeout:
        raise BsreAway from None
    except Disconnected as fault:
        if _never_reached(fault):
            raise BsreAway from None
        raise


def _never_reached(fault: Disconnected) -> bool:
    cause = fault.args[0] if fault.args else None
    return isinstance(cause, MaxRetryError) and isinstance(cause.reason, NewConnectionError)


def _json(answer: requests.Response) -> dict[str, Any]:
    try:
        told = answer.json()
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _codes(answer: requests.Response) -> set[str]:
    told = _json(answer)
    found = CODE.search(str(told.get("error", "")))
    return {str(told.get("status_code", "")), found[1] if found else ""} - {""}


def _refusal(answer: requests.Response) -> Exception:
    codes = _codes(answer)
    if "2031" in codes:
        return WrongPassphrase()
    if "2011" in codes:
        return KeyUnusable("BSrE does not know this signatory")
    return NotSignable(f"BSrE refused the document ({', '.join(sorted(codes))})")
