"""The answers of an office's form: the file is brought, its columns are paired, and it is shown how they are read."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect
from sqlmodel import select

from registry.form_door.signed import parse
from registry.models import AnswerState, FormAnswer, WebForm
from tests.browser.furnished import Furnished, Windows

pytestmark = pytest.mark.browser

FILE = """Timestamp,Nama lengkap,NIK,Hilang atau rusak?,PDF masih ada?,Kelurahan,No HP
2026/11/20 10:32:11 AM GMT+8,Rina Contoh,6471044506900000,Hilang,Tidak ada,Karang Rejo,0812-0000-0596
2026/11/20 10:40:00 AM GMT+8,Bima Contoh,6471,Hilang,Tidak ada,Karang Rejo,12
"""

STAND_INS = """() => {
  const sent = {};
  const Utilities = {
    computeHmacSha256Signature: (text) => { sent.signed = text; return [0, 1, 127, -128, -1]; },
    sleep: () => {},
  };
  const took = { getResponseCode: () => 200 };
  const UrlFetchApp = { fetch: (address, given) => { Object.assign(sent, given); return took; } };
  SCRIPT
  onAnswer({ namedValues: { Timestamp: ['27/11/2026 10:00:00'], Nama: ['Ayu \u00e9', 'Bima'] } });
  return sent;
}"""


def test_a_file_is_brought_and_its_columns_are_paired(windows: Windows, office: Furnished) -> None:
    page = windows.page("admin.bpp")
    page.goto(f"{office.url}/formulir")
    page.get_by_label("Nama formulir").fill("KK hilang, uji")
    page.locator("#service").select_option("KK-HR")
    file = FilePayload(name="jawaban.csv", mimeType="text/csv", buffer=FILE.encode())
    page.locator("#file").set_input_files(file)
    page.get_by_role("button", name="Buat formulir").click()
    page.locator('[id="column.reason"]').select_option("Hilang atau rusak?")
    page.locator('[id="column.still_have"]').select_option("PDF masih ada?")
    page.get_by_role("button", name="Lihat contoh").click()
    expect(page.get_by_text("+6281200000596")).to_be_visible()
    page.get_by_role("button", name="Simpan dan baca jawaban").click()
    expect(page.get_by_text("Kolom formulir disimpan")).to_be_visible()
    assert waiting(office) == 2


def test_the_script_of_the_documentation_signs_what_the_webhook_takes(page: Page) -> None:
    """Played with stand-ins for Google's two services; the signature is made here and must be what it sends."""
    text = (Path(__file__).parents[2] / "docs" / "google-form.md").read_text()
    script = text.split("```javascript\n")[1].split("```")[0]
    sent = page.evaluate(STAND_INS.replace("SCRIPT", script))
    body, signed = sent["payload"], sent["signed"].split(".", 1)
    assert signed == [sent["headers"]["X-Loket-Timestamp"], body]
    assert sent["headers"]["X-Loket-Signature"] == "00017f80ff"
    assert parse(body.encode("ascii")) == {"Timestamp": "27/11/2026 10:00:00", "Nama": "Ayu é, Bima"}


def waiting(office: Furnished) -> int:
    with office.parts.database.reading() as session:
        mine = select(FormAnswer).join(WebForm).where(WebForm.name == "KK hilang, uji")
        return len([each for each in session.exec(mine) if each.state is AnswerState.WAITING])
