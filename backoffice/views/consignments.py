"""What was handed to carriers: each time with its list, on paper and as a table; and one envelope by its QR."""

from __future__ import annotations

from datetime import datetime

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from backoffice import officers
from backoffice.access import actor, desk, note, opens
from backoffice.formats import Clock, rupiah
from backoffice.parts import parts
from backoffice.pdfs import shown_pdf
from backoffice.tables import csv_file
from backoffice.texts import texts
from backoffice.views.post import POSTERS
from backoffice.words import Words, person_of
from registry.actors import NotFound
from registry.issuing.render import render_sheet
from registry.models import Case, Consignment, Document, Shipment
from registry.post import delivery, handing_over
from registry.post.manifest import COLUMNS, Manifest, ManifestLine, lines, number_of


@desk.get("/pos/serah")
@opens(*POSTERS)
def show_consignments() -> ResponseReturnValue:
    with parts().database.reading() as session:
        found = handing_over.consignments(session, current_user.office.id)
        names = officers.names(session, [consignment.officer_id for consignment, _ in found])
    return render_template("desk/consignments.html", consignments=found, names=names, number_of=number_of)


@desk.get("/pos/serah/<int:consignment_id>/daftar.pdf")
@opens(*POSTERS)
def show_manifest(consignment_id: int) -> ResponseReturnValue:
    at = parts().clock()
    consignment, listed, handed_by = _contents(consignment_id, at)
    words = Words(texts("id"), Clock(current_user.office.timezone, "id"))
    manifest = Manifest(
        office=current_user.office.name,
        carrier=consignment.courier or handing_over.KANTOR_POS,
        number=number_of(consignment, current_user.office),
        handed=words.long(consignment.handed_at),
        handed_by=handed_by,
        taken_by=consignment.taken_by,
        to_pay=rupiah(sum(line.bayar_kurir for line in listed), "id"),
        lines=tuple(listed),
    )
    return shown_pdf(render_sheet(manifest, at), f"kiriman-{manifest.number}")


@desk.get("/pos/serah/<int:consignment_id>/daftar.csv")
@opens(*POSTERS)
def export_manifest(consignment_id: int) -> ResponseReturnValue:
    """To be sent to the carrier, and to come back with the tracking numbers."""
    consignment, listed, _ = _contents(consignment_id, parts().clock())
    return csv_file(
        COLUMNS, [line.cells() for line in listed], f"kiriman-{number_of(consignment, current_user.office)}"
    )


@desk.get("/pos/kiriman/<int:shipment_id>")
@opens(*POSTERS)
def show_shipment(shipment_id: int) -> ResponseReturnValue:
    """Where the QR on an envelope leads: what it is, and what may happen to it now."""
    with parts().database.reading() as session:
        shipment = session.get(Shipment, shipment_id)
        document = session.get_one(Document, shipment.document_id) if shipment else None
        if shipment is None or document is None or document.office_id != current_user.office.id:
            raise NotFound
        case = session.get_one(Case, document.case_id)
    note("address_viewed", subject=f"document:{document.id}", case_id=case.id)
    return render_template(
        "desk/shipment.html",
        shipment=shipment, document=document, case=case, returns=list(delivery.ReturnReason), person_named=person_of,
        back=url_for("desk.show_shipment", shipment_id=shipment_id),
    )  # fmt: skip


def _contents(consignment_id: int, at: datetime) -> tuple[Consignment, list[ManifestLine], str]:
    with parts().database.writing() as session:
        consignment, inside = handing_over.contents(session, actor(), consignment_id, at)
        names = officers.names(session, [consignment.officer_id])
    return consignment, list(lines(inside, parts().regions)), names.get(consignment.officer_id, "")
