"""Rendering: standards, one page, literal data, the mark."""

import io
import threading
from dataclasses import replace
from datetime import UTC, datetime

import pikepdf
import pytest

from registry.issuing.content import Content
from registry.issuing.render import RenderFailed, render
from tests.registry.issuing.documents import BIRTH, EVERYDAY, FAMILY, LONGEST, RECEIPT
from tests.registry.issuing.reading import spoken

AT = datetime(2026, 11, 25, 6, 0, tzinfo=UTC)
URL = "https://loket.example.go.id/v/7K3M9QXA"


def rendered(content: Content, *, sample: bool = True, url: str = URL) -> bytes:
    return render(content.template, content.as_data(), sample=sample, verify_url=url, at=AT)


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


@pytest.mark.parametrize("content", EVERYDAY + LONGEST)
@pytest.mark.parametrize("sample", [True, False])
def test_it_fits_one_page(content: Content, sample: bool) -> None:
    assert len(opened(rendered(content, sample=sample)).pages) == 1


@pytest.mark.parametrize("content", EVERYDAY)
def test_it_is_tagged_archival_pdf(content: Content) -> None:
    pdf = opened(rendered(content))
    with pdf.open_metadata() as meta:
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"], meta["pdfuaid:part"]) == ("3", "A", "1")
    assert "/StructTreeRoot" in pdf.Root and pdf.Root.Lang == "id"
    assert pdf.Root.MarkInfo.Marked and pdf.Root.OutputIntents


@pytest.mark.parametrize("content", EVERYDAY)
def test_the_same_arguments_give_the_same_bytes(content: Content) -> None:
    assert rendered(content) == rendered(content)


def test_any_instant_will_do() -> None:
    instant = AT.replace(microsecond=123456)
    pdf = render(RECEIPT.template, RECEIPT.as_data(), sample=True, verify_url=URL, at=instant)
    assert pdf == rendered(RECEIPT)


@pytest.mark.parametrize("content", EVERYDAY)
def test_only_a_sample_says_contoh(content: Content) -> None:
    assert "SPECIMEN" in spoken(rendered(content))
    assert "SPECIMEN" not in spoken(rendered(content, sample=False))


@pytest.mark.parametrize("text", ["#panic()", "{{7*7}}", "*a* _b_ $x$ @c <d> //e", '"q" \\n \\', "= f", "' or 1=1 --"])
def test_data_is_never_markup(text: str) -> None:
    assert text in spoken(rendered(replace(RECEIPT, applicant=text)))


def test_a_direction_sign_cannot_turn_a_name_round() -> None:
    plain = rendered(replace(RECEIPT, applicant="Budi  Contoh"))
    assert rendered(replace(RECEIPT, applicant="Budi\u202e\u0000Contoh")) == plain


def test_what_the_font_lacks_is_a_failure_without_the_text() -> None:
    with pytest.raises(RenderFailed) as failure:
        rendered(replace(RECEIPT, applicant="Rahasia \U0001f600"))
    assert "Rahasia" not in str(failure.value) and failure.value.__cause__ is None


def test_an_unknown_template_is_refused() -> None:
    with pytest.raises(RenderFailed, match="no template"):
        render("../../settings", {}, sample=True, verify_url=URL, at=AT)


def test_a_child_of_the_mother_alone_names_no_father() -> None:
    words = spoken(rendered(replace(BIRTH, father=None)))
    assert "dari ibu" in words and "ayah" not in words


def test_the_code_and_the_address_lead_to_the_page() -> None:
    assert URL in spoken(rendered(FAMILY))
    assert rendered(FAMILY) != rendered(FAMILY, url=URL.lower())


def test_threads_take_turns() -> None:
    pdfs: list[bytes] = []
    threads = [threading.Thread(target=lambda: pdfs.append(rendered(RECEIPT))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert pdfs == [rendered(RECEIPT)] * 4
