"""A form to sign goes to the carrier filled in, for minutes and a few fetches, HEAD included."""

from __future__ import annotations

from registry.demo.population import RINA, population
from registry.places.regions import load_regions
from registry.residents import enrol
from tests.bot.pages.conftest import Site
from tests.registry.issuing.reading import spoken


def test_the_carrier_gets_the_form_filled_in(site: Site) -> None:
    response = site.get(site.form_link()).response
    assert (response.status_code, response.mimetype) == (200, "application/pdf")
    assert response.headers["Content-Disposition"] == "attachment; filename=F-1.07.pdf"
    assert response.headers["Cache-Control"] == "private, no-store"
    assert all(each in spoken(response.data) for each in ("Rina Contoh", RINA, "KTP-el hilang"))


def test_nothing_of_the_register_is_in_it(site: Site) -> None:
    """Who types a NIK must not read in the form whose it is."""
    with site.desk.database.writing() as session:
        enrol(session, population(load_regions(), 0))
    written = spoken(site.get(site.form_link()).response.data)
    assert "Jl. Contoh No. 1" not in written and "Karang Rejo" not in written and "6471041203150000" not in written


def test_head_counts_and_the_link_bears_a_few_fetches(site: Site) -> None:
    address = site.form_link()
    assert site.client.head(address).status_code == 200
    for _ in range(4):
        assert site.get(address).status == 200
    assert site.get(address).status == 410


def test_the_link_lives_minutes(site: Site) -> None:
    address = site.form_link()
    site.later(minutes=11)
    assert site.get(address).status == 410


def test_an_altered_link_leads_nowhere(site: Site) -> None:
    assert site.get(site.form_link()[:-1] + "!").status == 404


def test_no_kode_ambil_opens_it(site: Site) -> None:
    assert site.client.post(site.form_link(), data={"pin": "123456"}).status_code == 404
