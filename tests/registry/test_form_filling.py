"""What a form says: the answers, the register for the officer alone, boxes, and empty lines for the hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from registry.catalogue import Catalogue, load
from registry.demo.population import RINA, RINAS_KK, population
from registry.forms.filling import fill
from registry.forms.request import Request
from registry.issuing.content import FilledForm
from registry.issuing.render import render_sheet
from registry.places.regions import load_regions
from registry.residents import Person
from tests.registry.issuing.reading import spoken

SERVICES: Catalogue = load()
RINAS = [person for person in population(load_regions(), 0) if person.kk_number == RINAS_KK]
HUSBAND, RINA_HERSELF, *CHILDREN = RINAS
KK = {"reason": "lost", "name": "Rina Contoh", "nik": RINA, "kk_number": "", "village": "64.71.04.1003"}
BIRTH = {
    "nik": RINA, "kk_number": "", "child_name": "Bima Contoh", "birth_date": "2026-11-12", "birth_place": "Balikpapan",
    "sex": "male", "child_number": 3, "birth_proof": "letter", "marriage_proof": "none",
}  # fmt: skip


class PlainWords:
    def service(self, code: str) -> str:
        return f"layanan {code}"

    def paper(self, key: str) -> str:
        return f"surat {key}"

    def option(self, question: str, option: str) -> str:
        return f"{question}: {option}"


def request(service: str, answers: dict[str, Any], *, register: bool = True, **known: Any) -> Request:
    people: dict[str, list[Person]] = {"nik": [RINA_HERSELF, HUSBAND, *CHILDREN]} if register else {}
    return Request(
        SERVICES[service], answers, "Disdukcapil Balikpapan", date(2026, 11, 23), register=people, **known
    )  # fmt: skip


def filled(form: str, asked: Request) -> FilledForm:
    return fill(SERVICES.forms[form], asked, PlainWords(), load_regions())


def lines(form: FilledForm) -> dict[str, str]:
    return {label: value for block in form.blocks for label, value in block.rows}


def ticked(form: FilledForm) -> list[str]:
    return [label for block in form.blocks for label, on in block.ticks if on]


def test_the_register_fills_what_was_not_asked_or_forgotten() -> None:
    written = lines(filled("F-1.02", request("KK-HR", KK)))
    assert (written["Nomor Kartu Keluarga"], written["RT/RW"]) == (RINAS_KK, "002/003")
    assert (written["Desa/kelurahan"], written["Provinsi"]) == ("Karang Rejo", "Kalimantan Timur")


def test_what_the_citizen_wrote_goes_before_the_register() -> None:
    assert lines(filled("F-1.02", request("KK-HR", KK | {"name": "Rina C."})))["Nama lengkap"] == "Rina C."


def test_without_the_register_nothing_but_the_answers_is_written() -> None:
    written = lines(filled("F-1.02", request("KK-HR", KK, register=False)))
    assert (written["NIK"], written["Nomor Kartu Keluarga"], written["Alamat"]) == (RINA, "", "")


@pytest.mark.parametrize(
    ("form", "service", "answers", "boxes"),
    [
        ("F-1.02", "KK-HR", KK, ["KK hilang"]),
        ("F-1.02", "AKL-3IN1", BIRTH, ["Perubahan: anggota bertambah", "Baru"]),
        ("F-1.02", "KTP-H", KK | {"domicile": "elsewhere"}, ["Hilang", "Luar domisili"]),
        ("F-2.01", "AKL", BIRTH, ["Kelahiran"]),
        ("F-1.05", "KK-BARU", KK | {"new_family": "married"}, ["telah kawin, dan perkawinannya belum tercatat"]),
    ],
)
def test_the_kind_of_request_is_ticked(form: str, service: str, answers: dict[str, Any], boxes: list[str]) -> None:
    assert ticked(filled(form, request(service, answers))) == boxes


def test_only_the_parts_that_the_event_needs_are_printed() -> None:
    titles = [block.title for block in filled("F-2.01", request("AKL", BIRTH)).blocks]
    assert "Data anak" in titles and "Data kematian" not in titles


def test_parents_stand_where_their_sex_puts_them() -> None:
    written = lines(filled("F-2.01", request("AKL", BIRTH)))
    assert [written[label] for label in ("Nama ayah", "NIK ayah")] == [HUSBAND.name, HUSBAND.nik]
    assert [written[label] for label in ("Nama ibu", "NIK ibu")] == ["Rina Contoh", RINA]


def test_a_whole_family_that_moves_is_named_head_first() -> None:
    asked = request("PINDAH", KK | {"movers": "family", "move_reason": "work"})
    people = next(block.people for block in filled("F-1.03", asked).blocks if block.people)
    assert [row[1] for row in people] == [person.name for person in RINAS]


def test_who_moves_alone_is_named_above_empty_rows() -> None:
    asked = request("PINDAH", KK | {"movers": "alone", "move_reason": "work"})
    people = next(block.people for block in filled("F-1.03", asked).blocks if block.people)
    assert [row[1] for row in people] == ["Rina Contoh", "", "", ""]


def test_an_authority_letter_is_given_by_the_person_named_and_leaves_room_for_a_stamp() -> None:
    form = filled("F-1.07", request("KTP-H", KK | {"for_whom": "other"}, register=False, phone="+6281200000012"))
    giver, taker, what = (dict(block.rows) for block in form.blocks[:3])
    assert (giver["Nama lengkap"], giver["NIK"]) == ("Rina Contoh", RINA)
    assert (taker["Nama lengkap"], taker["Nomor telepon"]) == ("", "+6281200000012")
    assert what == {"Layanan": "layanan KTP-H", "Atas nama": "Rina Contoh", "Di kantor": "Disdukcapil Balikpapan"}
    assert form.signatures == (("Yang menerima kuasa", "", False), ("Yang memberi kuasa", "Rina Contoh", True))


@pytest.mark.parametrize("form", ["F-2.03", "F-2.04"])
def test_two_witnesses_sign(form: str) -> None:
    roles = [role for role, _, _ in filled(form, request("AKL", BIRTH)).signatures]
    assert roles[:2] == ["Saksi I", "Saksi II"]


def test_what_the_font_lacks_is_left_to_the_hand() -> None:
    odd = filled("F-1.02", request("KK-HR", KK | {"name": "Rina \U0001f600"}, register=False))
    assert lines(odd)["Nama lengkap"] == ""
    assert render_sheet(odd, datetime(2026, 11, 23, tzinfo=UTC))


def test_the_foot_says_where_it_was_filled_from() -> None:
    assert "Diisi dari permohonan BPP-00412" in printed("F-1.02", request("KK-HR", KK, number="BPP-00412"))
    assert "Diisi dari isian pemohon, 23 November 2026" in printed("F-1.02", request("KK-HR", KK))


@pytest.mark.parametrize("code", SERVICES.forms)
def test_every_form_can_be_set_for_every_service_that_has_it(code: str) -> None:
    for service in SERVICES.values():
        if SERVICES.forms[code] in SERVICES.forms_of(service, service.paper_by_key):
            asked = replace(request("KK-HR", KK | BIRTH), service=service)
            assert SERVICES.forms[code].title.split()[0].upper() in spoken(
                render_sheet(fill(SERVICES.forms[code], asked, PlainWords(), load_regions()), datetime.now(UTC))
            )


@pytest.mark.parametrize("text", ["#panic()", "*a* _b_ $x$ @c <d>", '"q" \\n'])
def test_answers_are_never_markup(text: str) -> None:
    assert text in printed("F-1.06", request("KK-UBAH", KK | {"what_changes": text}))


def printed(form: str, asked: Request) -> str:
    return spoken(render_sheet(filled(form, asked), datetime(2026, 11, 23, tzinfo=UTC)))


MOVE = {"name": "Rina Contoh", "nik": RINA, "kk_number": "", "village": "64.71.04.1003", "movers": "family"}


@pytest.mark.parametrize(
    ("service", "places", "box"),
    [
        ("PINDAH-DLM", {"new_street": "Jl. Contoh No. 5"}, "Dalam satu desa/kelurahan"),
        ("PINDAH-DLM", {"village": "64.71.04.1002", "new_street": "Jl."}, "Antardesa/kelurahan dalam satu kecamatan"),
        ("PINDAH-DLM", {"village": "64.71.05.1002", "new_street": "Jl."}, "Antarkecamatan dalam satu kabupaten/kota"),
        ("PINDAH", {"new_town": "Samarinda"}, "Antarkabupaten/kota dalam satu provinsi"),
        ("PINDAH", {"new_town": "Surabaya"}, "Antarprovinsi"),
        ("DATANG", {"origin": "Kukar"}, "Antarkabupaten/kota dalam satu provinsi"),
        ("DATANG", {"origin": "Cilegon"}, "Antarprovinsi"),
        ("DATANG", {"origin": "Tangerang Selatan", "village": "36.72.05.1003"},
         "Antarkabupaten/kota dalam satu provinsi"),
    ],
)  # fmt: skip
def test_how_far_a_move_goes_is_told_by_its_places(service: str, places: dict[str, str], box: str) -> None:
    classes = next(b for b in filled("F-1.03", request(service, MOVE | places)).blocks if "Klasifikasi" in b.title)
    assert [label for label, on in classes.ticks if on] == [box]


@pytest.mark.parametrize("answers", [{"new_town": "Balikpapan"}, {"village": ""}, {"new_street": "Jl."}])
def test_a_move_whose_places_do_not_tell_it_is_classed_by_hand(answers: dict[str, str]) -> None:
    form = filled("F-1.03", request("PINDAH", MOVE | answers, register=False))
    assert not any(box.startswith(("Dalam satu", "Antar")) for box in ticked(form))


@pytest.mark.parametrize(
    ("movers", "head", "box"),
    [
        ("family", None, "Kepala keluarga dan seluruh anggota"),
        ("some", "yes", "Kepala keluarga dan sebagian anggota"),
        ("alone", "yes", "Kepala keluarga saja"),
        ("alone", "no", "Anggota keluarga"),
        ("some", "no", "Anggota keluarga"),
    ],
)
def test_the_kind_of_move_tells_the_head_of_the_family_from_its_members(
    movers: str, head: str | None, box: str
) -> None:
    asked = request("DATANG", MOVE | {"movers": movers} | ({"head_moves": head} if head else {}))
    kinds = next(b for b in filled("F-1.03", asked).blocks if b.title == "Jenis kepindahan")
    assert [label for label, on in kinds.ticks if on] == [box]


def test_the_planned_day_and_the_street_of_who_comes_home_stand_on_the_form() -> None:
    leaving = lines(filled("F-1.03", request("PINDAH", MOVE | {"move_date": "2026-12-01"})))
    home = lines(filled("F-1.03", request("DATANG-LN", MOVE | {"new_street": "Jl. Contoh No. 5, RT 002/RW 003"})))
    assert (leaving["Rencana tanggal pindah"], home["Alamat"]) == ("1 Desember 2026", "Jl. Contoh No. 5, RT 002/RW 003")
