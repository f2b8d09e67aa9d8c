"""Pages of the back office over a province's archive: milliseconds on the server, and statements."""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from flask.testing import FlaskClient

from assembly.parts import Parts, join
from bench import archive, installation
from bench.statements import counting
from bench.table import beside, table
from registry.demo.staff import PASSWORD
from registry.migrating import migrate
from settings import Settings
from wsgi import create_app

PROVINCE = "provinsi"  # the only one without an office
AIM = 100  # ms, of 95 pages in 100
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')

# What is looked at, by whom; `n` is another one each time.
LOOKS: tuple[tuple[str, str, Callable[[int, int], str]], ...] = (
    ("today", "petugas", lambda n, last: "/hari-ini"),
    ("queue", "petugas", lambda n, last: "/antrean"),
    ("queue, one kecamatan", "petugas", lambda n, last: f"/antrean?kecamatan=64.71.0{1 + n % 6}"),
    ("queue, one service", "petugas", lambda n, last: "/antrean?service=KK-HR"),
    ("queue, mine", "petugas", lambda n, last: "/antrean?mine=on"),
    ("queue, free ones", "petugas", lambda n, last: "/antrean?free=on"),
    ("queue, flagged ones", "petugas", lambda n, last: "/antrean?flagged=on"),
    ("queue, late ones", "petugas", lambda n, last: "/antrean?tab=all&late=on"),
    ("queue, a later page", "petugas", lambda n, last: f"/antrean?after={_of_office(last - 11 * n)}"),
    ("queue, waiting ones", "petugas", lambda n, last: "/antrean?tab=waiting"),
    ("queue, all open ones", "petugas", lambda n, last: f"/antrean?tab=all&after={_of_office(last - 11 * n)}"),
    ("queue, to sign", "petugas", lambda n, last: "/antrean?tab=sign"),
    ("queue, to print", "petugas", lambda n, last: "/antrean?tab=print"),
    ("queue, to post", "petugas", lambda n, last: "/antrean?tab=post"),
    ("queue, ended and sifted", "petugas", lambda n, last: "/antrean?tab=closed&service=KK-HR"),
    ("queue, ended ones", "petugas", lambda n, last: "/antrean?tab=closed"),
    ("queue kept fresh", "petugas", lambda n, last: "/antrean/isi"),
    ("SIAK list", "petugas", lambda n, last: "/antrean?tab=siak"),
    ("case, open", "petugas", lambda n, last: f"/permohonan/{_of_office(last - 40 * n)}"),
    ("case, ended", "petugas", lambda n, last: f"/permohonan/{_of_office(last // 2 - 999 * n)}"),
    ("search, number", "petugas", lambda n, last: f"/cari?q=K01-{last // 22 - n:05d}"),
    ("search, name", "petugas", lambda n, last: f"/cari?q={archive.name(last // 3 + 37 * n)}"),
    ("search, frequent name", "petugas", lambda n, last: f"/cari?q=depan{n}"),
    ("search, name begun", "petugas", lambda n, last: "/cari?q=cont war"),
    ("search, NIK", "petugas", lambda n, last: f"/cari?q={archive.nik(2 + 11 * n)}"),
    ("search, telephone", "petugas", lambda n, last: f"/cari?q=0899{2 + 11 * n:08d}"),
    ("search, nothing found", "petugas", lambda n, last: "/cari?q=tidakada"),
    ("conversations", "petugas", lambda n, last: "/percakapan"),
    ("complaints", "pengawas", lambda n, last: "/pengaduan"),
    ("signing", "kepala", lambda n, last: "/tanda-tangan"),
    ("counter", "petugas", lambda n, last: f"/loket?q=K01-{last // 22 - n:05d}"),
    ("printing", "cetak", lambda n, last: "/cetak"),
    ("post", "pos", lambda n, last: "/pos"),
    ("hand-overs", "pos", lambda n, last: "/pos/serah"),
    ("province", PROVINCE, lambda n, last: "/provinsi"),
    ("officers' load", "pengawas", lambda n, last: "/beban"),
    ("daily report", "pengawas", lambda n, last: "/laporan"),
    ("audit log", "admin", lambda n, last: "/catatan"),
)


def _of_office(number: int) -> int:
    """The id of a case of the office whose officers look, near this one."""
    return number - number % 11 + 1


def measure(folder: Path, cases: int, looks: int) -> None:
    with installation.redis(folder) as redis_url, installation.postgresql(folder) as new:
        parts = join(Settings.from_env(installation.environ(folder, new("archive"), redis_url, 1)))
        migrate(parts.database)
        began = time.perf_counter()
        extent = archive.Extent(cases, open=cases // 50)
        archive.build(parts.database, parts.store, extent)
        built = f"built in {time.perf_counter() - began:.0f} s"
        title = f"Back office over {cases:,} cases in {extent.offices} offices, {built}"
        table(title, ("page", "p50 ms", "p95 ms", "statements", "KB", "aim"), list(_rows(parts, cases, looks)))
        parts.database.dispose()


def _rows(parts: Parts, cases: int, looks: int) -> Iterator[tuple[str, ...]]:
    app = create_app(parts)
    desks = {who: logged_in(app.test_client(), who) for who in {who for _, who, _ in LOOKS}}
    for title, who, where in LOOKS:
        yield _row(title, desks[who], [where(n, cases) for n in range(looks)])


def logged_in(desk: FlaskClient, who: str, office: str = "k01") -> FlaskClient:
    username = who if who == PROVINCE else f"{who}.{office}"
    form = {"username": username, "password": PASSWORD, "csrf_token": _token(desk.get("/masuk").text)}
    if desk.post("/masuk", data=form).status_code not in (302, 303):
        raise RuntimeError(f"{username} could not log in")
    return desk


def _token(page: str) -> str:
    found = TOKEN.search(page)
    return found[1] if found else ""


def _row(title: str, desk: FlaskClient, paths: list[str]) -> tuple[str, ...]:
    desk.get(paths[0], follow_redirects=True)  # to warm up
    taken, size = [], 0
    with counting() as count:
        for path in paths:
            began = time.perf_counter()
            answer = desk.get(path, follow_redirects=True)
            taken.append((time.perf_counter() - began) * 1000)
            size = len(answer.data)
            if answer.status_code != 200:
                raise RuntimeError(f"{path} answered {answer.status_code}")
    cuts = statistics.quantiles(taken, n=20)
    each = len(count.statements) / len(paths)
    return (
        title, f"{statistics.median(taken):.1f}", f"{cuts[18]:.1f}", f"{each:.1f}", f"{size / 1000:.0f}",
        beside(cuts[18] <= AIM, f"<= {AIM}"),
    )  # fmt: skip
