"""However much a page lists, it takes the same few statements."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from flask import Flask
from flask.testing import FlaskClient

from assembly.parts import join
from bench.archive import Extent, build
from bench.desk import PROVINCE, logged_in
from bench.statements import counting
from settings import Settings
from wsgi import create_app

MOST, MOST_OF_A_LIST = 26, 14  # a case has more belonging to it
ROWS = 20  # at least so many are on the pages that list
LISTS = {
    "petugas": ("/antrean", "/antrean?tab=waiting", "/antrean?tab=siak", "/antrean?tab=sign", "/antrean?tab=print",
                "/antrean?tab=post", "/antrean?tab=closed", "/antrean?tab=all&service=KK-HR",
                "/antrean?tab=closed&service=KK-HR", "/cari?q=depan1", "/percakapan", "/loket?q=depan1"),
    "kepala": ("/tanda-tangan",),
    "cetak": ("/cetak",),
    "pos": ("/pos",),
    "pengawas": ("/pengaduan",),
    "admin": ("/catatan",),
}  # fmt: skip
OTHERS = {
    "petugas": ("/hari-ini", "/permohonan/1", "/permohonan/2900", "/loket/2900", "/loket/baru/KK-HR", "/percakapan/1"),
    "admin": ("/petugas", "/kantor", "/kantor/layanan", "/pendamping"),
    "pengawas": ("/permintaan-data", "/hari-ini", "/hari-ini/case_opened", "/balasan", "/beban", "/laporan"),
    PROVINCE: ("/provinsi",),
}


ROW = re.compile(r"<tr class=|<tr>\s*<td|<article|<li class")


def test_no_page_asks_anew_for_each_row(postgresql_url: str, settings: Settings) -> None:
    parts = join(replace(settings, database_url=postgresql_url))
    build(parts.database, parts.store, Extent(cases=5_000, open=600, offices=1, people=500))
    app = create_app(parts)
    lists, others = _all(app, LISTS), _all(app, OTHERS)
    parts.database.dispose()
    assert [look for look in lists if look.statements > MOST_OF_A_LIST] == []
    assert [look for look in others if look.statements > MOST] == []
    assert [look for look in lists if look.rows < ROWS] == []


class Look(NamedTuple):
    path: str
    statements: int
    rows: int


def _all(app: Flask, pages: Mapping[str, Sequence[str]]) -> list[Look]:
    desks = {who: logged_in(app.test_client(), who, "k00") for who in pages}
    return [_look(desks[who], path) for who, paths in pages.items() for path in paths]


def _look(desk: FlaskClient, path: str) -> Look:
    """The second time: what is kept from the first is not counted."""
    desk.get(path)
    with counting() as count:
        answer = desk.get(path)
    assert answer.status_code == 200, path
    return Look(path, len(count.statements), len(ROW.findall(answer.text)))
