"""All offices of the province on one page."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from backoffice import charts
from backoffice.access import PROVINCE, actor, desk, language, opens
from backoffice.parts import parts
from backoffice.texts import texts
from registry.reports.figures import DOORS
from registry.reports.overview import overview

PERIODS = (1, 7, 30)  # days
DOORS_SHOWN = (*DOORS, "layanan_tatap_muka", "keliling_terlayani", "ikd_aktivasi", "cek_data_pusat")


@desk.get("/provinsi")
@opens(PROVINCE)
def show_province() -> ResponseReturnValue:
    asked = request.args.get("hari", type=int)
    days = asked if asked in PERIODS else 7
    spoken = texts(language())
    with parts().database.reading() as session:
        seen = overview(session, actor(), parts().clock(), days)
    chart = charts.pairs(
        [(f"{each.day:%d-%m}{'' if each.is_whole else '*'}", each.requests, each.finished) for each in seen.days],
        title=spoken("province-chart"), first=spoken("province-requests"), second=spoken("province-finished"),
    )  # fmt: skip
    return render_template("desk/province.html", seen=seen, days=days, periods=PERIODS, chart=chart, doors=DOORS_SHOWN)
