"""An office changes a promise, adds a paper or switches a service off in its own file; the common one stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.effects import Tell
from bot.flow import Talk
from bot.flows.application import application
from bot.flows.menu import menu
from registry.catalogue import SERVICES, Catalogue, CatalogueError, load
from registry.models import Channel
from registry.places.regions import load_regions
from tests.bot.player import BALIKPAPAN, CILEGON, TODAY, words

BPP = """
[KTP-H]
sla_hours = 6
paper = ["birth_certificate", { key = "owner_statement", when = { domicile = "elsewhere" } }]
[KTP-R]
papers_by = "page"
[IKD]
off = true
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    (tmp_path / "bpp.toml").write_text(BPP)
    return load(SERVICES, tmp_path)


def talk(**given: Any) -> Talk:
    plain = Talk(
        {}, {}, TODAY, Channel.WHATSAPP, "id", BALIKPAPAN, (BALIKPAPAN, CILEGON), False, load_regions(), words()
    )
    return replace(plain, **given)


def test_an_office_promises_what_it_can_keep(catalogue: Catalogue) -> None:
    assert (catalogue.at("BPP", "KTP-H").sla_hours, catalogue.at("CLG", "KTP-H").sla_hours) == (6, 24)


def test_a_paper_added_by_one_office_is_asked_there_alone(catalogue: Catalogue) -> None:
    asked = application(catalogue, "KTP-H").step("paper:birth_certificate").when
    assert asked(talk()) and not asked(talk(office=CILEGON))


def test_photos_go_where_the_service_says_before_the_office(catalogue: Catalogue) -> None:
    lost, damaged = application(catalogue, "KTP-H"), application(catalogue, "KTP-R")
    assert lost.step("paper:police_letter").when(talk()) and not lost.step("papers").when(talk())
    assert damaged.step("papers").when(talk()) and not damaged.step("paper:damaged_ktp").when(talk())


def test_an_added_paper_may_have_its_condition(catalogue: Catalogue) -> None:
    asked = application(catalogue, "KTP-H").step("paper:owner_statement").when
    assert asked(talk(answers={"domicile": "elsewhere"})) and not asked(talk(answers={"domicile": "here"}))


def test_a_service_that_is_off_asks_nothing_and_says_where_to_go(catalogue: Catalogue) -> None:
    flow = application(catalogue, "IKD")
    assert flow.open_step(talk()) is None
    assert [effect.key for effect in flow.finish(talk()) if isinstance(effect, Tell)] == ["switched-off"]
    assert flow.open_step(talk(office=CILEGON)) is not None


def test_a_service_that_is_off_is_not_in_the_list(tmp_path: Path) -> None:
    (tmp_path / "bpp.toml").write_text("[KIA-HR]\noff = true")
    step = menu(load(SERVICES, tmp_path)).step("service")
    assert not step.when(talk(answers={"group": "kia"}))
    assert step.when(talk(answers={"group": "kia"}, office=CILEGON))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[KTP-X]\noff = true", "bpp.toml:1: no service has the code 'KTP-X'"),
        ("[KTP-H]\ncolour = 1", "bpp.toml:2: colour"),
        ('[KTP-H]\n\npaper = ["no_such"]', "bpp.toml:3: shared.toml has no paper called 'no_such'"),
        ('[KTP-H]\npaper = ["kk"]', "'kk' appears twice"),
        ('[KTP-H]\npaper = [{ key = "more", when = { reason = "lost" } }]', "bpp.toml:2: 'more' depends on"),
    ],
)
def test_a_faulty_office_file_is_named(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "bpp.toml").write_text(text)
    with pytest.raises(CatalogueError, match="The services need mending") as fault:
        load(SERVICES, tmp_path)
    assert told in str(fault.value)
