"""Signing at BSrE, from the signatory's page: what it answers, and what its silence must never lead to."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from registry.issuing import checked_apart
from registry.issuing.bsre import Bsre, BsreAway
from registry.issuing.certificates import Authority, issue_signatory
from registry.issuing.sign import SigningKey
from registry.issuing.verify import Verdict, check
from registry.models import Document, Note, Office, Officer, SigningTry
from tests.backoffice.conftest import AT, NIK, Client, Desk
from tests.bsre import NIK as HEADS_NIK
from tests.bsre import PASSPHRASE, StandIn, standing_in
from tests.registry.uploads.hostile_pdfs import endless_fields_pdf

NOBODY = Bsre("http://127.0.0.1:1", "-", "-", 1.0)


@pytest.fixture
def office(desk: Desk) -> Office:
    desk.resident(NIK, name="Rina Contoh", relation="Kepala Keluarga")
    return desk.office()


@pytest.fixture
def stand_in(authority: Authority) -> StandIn:
    key = issue_signatory(authority, name="Ratna Contoh", nip="196500000000000000", passphrase="x", at=AT)
    return StandIn(SigningKey.open(key, "x"), AT)


@pytest.fixture
def bsre(desk: Desk, stand_in: StandIn) -> Iterator[Bsre]:
    with standing_in(stand_in) as bsre:
        use(desk, bsre)
        yield bsre


@pytest.fixture
def document(desk: Desk, office: Office, client: Client) -> Document:
    desk.approved(office)
    made = desk.all(Document)[0]
    assert client.post(f"/dokumen/{made.id}/contoh").status_code == 303
    return made


@pytest.fixture
def head(desk: Desk, office: Office) -> Officer:
    return desk.change(desk.officer(office, "signatory"), signing_nik=HEADS_NIK)


def use(desk: Desk, bsre: Bsre) -> None:
    joined = desk.app.extensions["backoffice"]
    desk.app.extensions["backoffice"] = replace(joined, issuing=replace(joined.issuing, bsre=bsre))


def signing(client: Client, document: Document, passphrase: str = PASSPHRASE, **more: str) -> Any:
    form: dict[str, Any] = {"passphrase": passphrase, **more}
    return client.post(f"/tanda-tangan/{document.id}", **form)


@pytest.fixture
def signatory(desk: Desk, head: Officer) -> Client:
    return desk.client(head)


def test_what_comes_back_signed_is_issued(
    desk: Desk, bsre: Bsre, stand_in: StandIn, document: Document, signatory: Client, authority: Authority
) -> None:
    assert signing(signatory, document).status_code == 200
    made = desk.again(document)
    assert made.state == "issued" and desk.all(SigningTry) == []
    assert check(desk.store.get(str(made.object_key)), (authority.root_pem,)).verdict is Verdict.GENUINE
    assert stand_in.heard[0]["tampilan"] == "invisible" and stand_in.heard[0]["nik"] == HEADS_NIK


@pytest.mark.parametrize("in_status", [False, True])
def test_a_wrong_passphrase_stops_the_batch_and_is_not_tried_again(
    desk: Desk, bsre: Bsre, stand_in: StandIn, document: Document, signatory: Client, in_status: bool
) -> None:
    stand_in.code_in_status = in_status
    answer = signing(signatory, document, "salah")
    assert (answer.status_code, answer.json["stop"]) == (422, True)
    assert len(stand_in.heard) == 1 and desk.again(document).state == "awaiting_signature"
    assert signing(signatory, document).status_code == 200


def test_who_is_not_registered_is_told(
    desk: Desk, bsre: Bsre, document: Document, head: Officer, signatory: Client
) -> None:
    desk.change(head, signing_nik="6471010506900001"[:15] + "9")
    answer = signing(signatory, document)
    assert (answer.status_code, answer.json["stop"]) == (409, True) and desk.all(SigningTry) == []


def test_after_silence_nothing_is_signed_twice_unawares(
    desk: Desk, bsre: Bsre, stand_in: StandIn, document: Document, signatory: Client
) -> None:
    stand_in.silence = "before"
    first = signing(signatory, document)
    assert (first.status_code, first.json["stop"], first.json["perhaps"]) == (409, True, True)
    assert signing(signatory, document).json["perhaps"] and len(stand_in.heard) == 1
    assert signing(signatory, document, again="yes").status_code == 200
    assert len(stand_in.heard) == 2 and desk.again(document).state == "issued" and desk.all(SigningTry) == []


def test_what_was_signed_while_the_answer_broke_off_is_fetched_instead(
    desk: Desk, bsre: Bsre, stand_in: StandIn, document: Document, signatory: Client
) -> None:
    stand_in.silence = "within"
    assert signing(signatory, document).json["perhaps"]
    assert desk.all(SigningTry)[0].id_dokumen == "dok-0"
    assert signing(signatory, document).status_code == 200
    assert len(stand_in.heard) == 1 and stand_in.downloaded == {"dok-0"}
    assert desk.store.get(str(desk.again(document).object_key)) == stand_in.signed["dok-0"]


def test_what_comes_back_may_take_nobody_for_ever(
    desk: Desk, bsre: Bsre, stand_in: StandIn, document: Document, signatory: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checked_apart, "LONGEST", 3)
    stand_in.answers = endless_fields_pdf()
    begun = time.monotonic()
    answer = signing(signatory, document)
    assert answer.status_code == 409 and time.monotonic() - begun < 10
    assert desk.again(document).state == "awaiting_signature"


def test_a_service_that_is_away_signs_nothing(desk: Desk, document: Document, signatory: Client) -> None:
    use(desk, NOBODY)
    answer = signing(signatory, document)
    assert "Belum ada yang ditandatangani" in answer.json["said"] and desk.all(SigningTry) == []
    with pytest.raises(BsreAway):
        NOBODY.may_sign(HEADS_NIK)


def test_a_nik_that_bsre_does_not_know_is_not_kept(desk: Desk, bsre: Bsre, head: Officer, signatory: Client) -> None:
    assert signatory.post("/akun/kunci", signing_nik="6471010506909999").status_code == 409
    assert desk.again(head).signing_nik == HEADS_NIK
    desk.change(head, signing_nik="")
    assert signatory.post("/akun/kunci", signing_nik=HEADS_NIK).status_code == 303
    assert desk.again(head).signing_nik == HEADS_NIK


def test_the_download_is_given_once(bsre: Bsre, stand_in: StandIn) -> None:
    stand_in.signed["dok-9"] = b"%PDF-1.7"
    assert (bsre.fetch("dok-9"), bsre.fetch("dok-9"), bsre.fetch("../x")) == (b"%PDF-1.7", None, None)


def test_while_it_is_away_the_page_says_what_can_be_done(desk: Desk, document: Document, signatory: Client) -> None:
    use(desk, NOBODY)
    assert signing(signatory, document).json["away"]
    page = signatory.get("/tanda-tangan").text
    assert "data-away" in page and f'action="/tanda-tangan/{document.id}/basah"' in page


def test_what_is_urgent_is_signed_by_hand_with_the_reason_noted(
    desk: Desk, document: Document, signatory: Client, client: Client
) -> None:
    answer = signatory.post(f"/tanda-tangan/{document.id}/basah", reason="Pasien menunggu rujukan")
    made = desk.again(document)
    assert answer.status_code == 303 and made.state == "to_sign_by_hand"
    assert "Tanda tangan basah: Pasien menunggu rujukan" in client.get(f"/permohonan/{document.case_id}").text


def test_without_a_reason_it_stays_on_the_page(desk: Desk, document: Document, signatory: Client) -> None:
    assert signatory.post(f"/tanda-tangan/{document.id}/basah", reason=" ").status_code == 409
    assert desk.again(document).state == "awaiting_signature" and desk.all(Note) == []


def test_a_server_that_falls_over_may_have_signed(
    desk: Desk, bsre: Bsre, stand_in: StandIn, document: Document, signatory: Client
) -> None:
    stand_in.silence = "fallen"
    answer = signing(signatory, document).json
    assert answer["perhaps"] and answer["away"] and len(desk.all(SigningTry)) == 1
    assert signing(signatory, document, again="yes").status_code == 200
