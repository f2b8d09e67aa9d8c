"""An issued PDF leaves by its link: to the carrier as it is, to a citizen after the kode ambil."""

from __future__ import annotations

import re

import pytest

from registry.issuing import documents, download_links
from registry.issuing.download_links import TRIES
from registry.lifecycle import DocumentState, Role
from registry.links import CARRIER_FETCHES
from registry.models import Contact, DataRequest, DataRequestKind, Ticket
from registry.tickets import enclosures
from tests.bot.pages.conftest import PDF, Site
from tests.registry.desk import MONDAY


def wrong(pin: str) -> str:
    return f"{(int(pin) + 1) % 1_000_000:06}"


def test_the_carrier_gets_the_pdf(site: Site) -> None:
    response = site.get(site.carrier_link(site.document())).response
    assert response.data == PDF
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"] == "attachment; filename=BPP-00001-kartu-keluarga.pdf"
    assert response.headers["Cache-Control"] == "private, no-store"


def test_the_carrier_may_ask_with_head_first(site: Site) -> None:
    address = site.carrier_link(site.document())
    asked = site.client.head(address)
    assert (asked.status_code, asked.data) == (200, b"")
    assert asked.headers["Content-Type"] == "application/pdf"
    assert asked.headers["Content-Length"] == str(len(PDF))
    assert site.get(address).response.data == PDF


def test_the_carriers_link_bears_a_few_fetches(site: Site) -> None:
    address = site.carrier_link(site.document())
    assert {site.get(address).status for _ in range(CARRIER_FETCHES)} == {200}
    assert site.get(address).status == 410


def test_a_citizen_is_asked_for_the_code(site: Site) -> None:
    address, _ = site.citizen_link(site.document())
    shown = site.get(address)
    assert shown.status == 200
    assert "Kode ambil (6 angka)" in shown.text
    assert 'inputmode="numeric"' in shown.source
    assert site.client.head(address).status_code == 200


@pytest.mark.parametrize("gap", ["", " "])
def test_the_code_opens_the_pdf(site: Site, gap: str) -> None:
    address, pin = site.citizen_link(site.document())
    response = site.post(address, pin=f"{gap}{pin[:3]}{gap}{pin[3:]}").response
    assert (response.status_code, response.data) == (200, PDF)


def test_a_wrong_code_tells_how_many_tries_are_left(site: Site) -> None:
    address, pin = site.citizen_link(site.document())
    shown = site.post(address, pin=wrong(pin))
    assert shown.status == 403
    assert f"belum cocok. Sisa {TRIES - 1} kali." in shown.text


def test_after_five_wrong_codes_the_right_one_opens_nothing(site: Site) -> None:
    address, pin = site.citizen_link(site.document())
    shown = [site.post(address, pin=wrong(pin)) for _ in range(TRIES)][-1]
    assert shown.status == 403
    assert "Balas PETUGAS" in shown.text
    opened = site.post(address, pin=pin)
    assert (opened.status, opened.source) == (403, site.get(address).source)
    assert "Balas PETUGAS" in opened.text


def test_no_try_is_counted_by_looking_at_the_page_again(site: Site) -> None:
    address, pin = site.citizen_link(site.document())
    site.post(address, pin=wrong(pin))
    for _ in range(TRIES):
        assert f"Sisa {TRIES - 1} kali." in site.get(f"{address}?problem=wrong").text
    assert site.post(address, pin=pin).status == 200


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "１２３４５６", "<script>"])
def test_a_slip_of_the_finger_is_no_try(site: Site, typed: str) -> None:
    address, pin = site.citizen_link(site.document())
    for _ in range(TRIES + 1):
        assert "Kode ambil ada 6 angka." in site.post(address, pin=typed).text
    assert site.post(address, pin=pin).status == 200


def test_an_old_link_is_over(site: Site) -> None:
    address, pin = site.citizen_link(site.document())
    site.later(days=7)
    shown = site.post(address, pin=pin)
    assert shown.status == 410
    assert "sudah tidak berlaku" in shown.text


def test_a_revoked_document_leaves_by_no_link(site: Site) -> None:
    document_id = site.document()
    address = site.carrier_link(document_id)
    with site.desk.database.writing() as session:
        documents.revoke(session, site.desk.officers[Role.SUPERVISOR], document_id, "salah nama", MONDAY)
    assert site.get(address).status == 410
    assert site.desk.document(document_id).state is DocumentState.REVOKED


@pytest.mark.parametrize("way", ["get", "post"])
def test_an_altered_link_leads_nowhere(site: Site, way: str) -> None:
    address, _ = site.citizen_link(site.document())
    altered = address[:-1] + ("A" if address[-1] != "A" else "B")
    shown = site.get(altered) if way == "get" else site.post(altered, pin="123456")
    assert shown.status == 404
    assert "Dokumen tidak ditemukan" in shown.text


def test_an_endless_form_is_not_read(site: Site) -> None:
    address, _ = site.citizen_link(site.document())
    assert site.post(address, pin="1" * 100_000).status == 413


def test_it_speaks_the_language_of_who_opened_the_case(site: Site) -> None:
    address, pin = site.citizen_link(site.document())
    with site.desk.database.writing() as session:
        session.get_one(Contact, site.desk.contact_id).language = "en"
    assert "Collection code (6 digits)" in site.get(address).text
    assert "The document is locked" in [site.post(address, pin=wrong(pin)) for _ in range(TRIES)][-1].text


def test_english_by_a_link(site: Site) -> None:
    address, pin = site.citizen_link(site.document())
    assert "Collection code (6 digits)" in site.get(address + "?lang=en").text
    assert "Tries left: 4." in site.post(address + "?lang=en", pin=wrong(pin)).text


def test_a_copy_of_data_opens_with_its_kode_ambil(site: Site) -> None:
    with site.desk.database.writing() as session:
        request = DataRequest(kind=DataRequestKind.ACCESS, contact_id=site.desk.contact_id,
                              office_id=site.desk.office_id, object_key=site.store.put(b"<!doctype html>"))  # fmt: skip
        session.add(request)
        session.flush()
        token, pin = download_links.for_copy(session, request.id, site.at)
    asked = site.get(f"/d/{token}")
    assert "Buka salinan data Anda" in asked.text and "HVS" not in asked.text
    opened = site.post(f"/d/{token}", pin=pin).response
    assert opened.headers["Content-Disposition"] == "attachment; filename=DS-0001.html"
    assert opened.data == b"<!doctype html>"


def test_a_deleted_copy_is_gone(site: Site) -> None:
    with site.desk.database.writing() as session:
        request = DataRequest(kind=DataRequestKind.ACCESS, contact_id=site.desk.contact_id,
                              office_id=site.desk.office_id, object_key=site.store.put(b"data"))  # fmt: skip
        session.add(request)
        session.flush()
        token, pin = download_links.for_copy(session, request.id, site.at)
        request.object_key = None
    assert site.post(f"/d/{token}", pin=pin).status == 410


def test_what_an_officer_sent_in_a_talk_goes_by_a_link_of_its_own(site: Site) -> None:
    with site.desk.database.writing() as session:
        ticket = Ticket(contact_id=site.desk.contact_id, office_id=site.desk.office_id)
        session.add(ticket)
        session.flush()
        kept = {"object_key": site.store.put(PDF), "size": len(PDF)}
        enclosure = enclosures.enclose(session, ticket, kept, MONDAY)
        address = f"/d/{enclosures.LINKS.make(session, enclosure.id, MONDAY)}"
    fetched = [site.get(address).response for _ in range(CARRIER_FETCHES)]
    assert {each.data for each in fetched} == {PDF}
    named = r"attachment; filename=Balikpapan-\d\d-\d\d-\d{4}\.pdf"
    assert re.fullmatch(named, fetched[0].headers["Content-Disposition"])
    assert site.get(address).status == 410
