"""PDFs as strangers may send them, each made here."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

MARK = b"(CONTOH) Tj"


def saved(pdf: Pdf, **options: Any) -> bytes:
    out = BytesIO()
    pdf.save(out, **options)
    return out.getvalue()


def letter_pdf(pages: int = 1) -> Pdf:
    pdf = Pdf.new()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    for _ in range(pages):
        page = pdf.add_blank_page()
        page.Resources = Dictionary(Font=Dictionary(F1=font))
        page.Contents = Stream(pdf, b"BT /F1 12 Tf 72 700 Td " + MARK + b" ET")
    return pdf


def armed_pdf() -> bytes:
    """Every way of a PDF to act on its reader, at once."""
    pdf = letter_pdf()
    script = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
    launch = Dictionary(S=Name.Launch, F="cmd.exe")
    link = Dictionary(S=Name.URI, URI="https://example.org/steal")
    note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 600, 800], A=link, AA=Dictionary(E=launch))
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])
    pdf.pages[0].AA = Dictionary(O=script)
    pdf.Root.OpenAction = script
    pdf.Root.AA = Dictionary(WC=script)
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=["a", script]))
    pdf.Root.AcroForm = Dictionary(Fields=[], XFA=Stream(pdf, b"<xdp><script>1</script></xdp>"))
    pdf.attachments["evil.exe"] = b"MZ evil"
    return saved(pdf)


def form_pdf(value: str) -> bytes:
    """A form filled in on a phone: the text is the field's, not the page's."""
    pdf = letter_pdf()
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T="nama", V=value, DA="/F1 12 Tf 0 g", F=4,
            Rect=[72, 600, 300, 620], P=pdf.pages[0].obj,
        )
    )  # fmt: skip
    pdf.pages[0].Annots = Array([field])
    resources = Dictionary(Font=pdf.pages[0].Resources.Font)
    pdf.Root.AcroForm = Dictionary(Fields=[field], DR=resources, DA="/F1 12 Tf 0 g", NeedAppearances=True)
    return saved(pdf)


def locked_pdf(password: str) -> bytes:
    return saved(letter_pdf(), encryption=pikepdf.Encryption(owner="pemilik", user=password))


def endless_fields_pdf() -> bytes:
    """A form of a trillion fields in 4 KB: each part names the next one twice."""
    pdf = letter_pdf()
    field = pdf.make_indirect(Dictionary(T="tanda", FT=Name.Sig))
    for _ in range(40):
        field = pdf.make_indirect(Dictionary(T="bagian", Kids=Array([field, field])))
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
    return saved(pdf)


def packed_pdf(blanks: int) -> bytes:
    """A page in an object stream, followed there by so many megabytes of blanks. They are packed once and repeated:
    packing them all would take long."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>"]
    objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]>>")
    places = b" ".join(b"%d %d" % (n, sum(map(len, objects[: n - 1])) + n - 1) for n in (1, 2, 3)) + b"\n"
    packer = zlib.compressobj(9)
    body = packer.compress(places + b" ".join(objects)) + packer.flush(zlib.Z_FULL_FLUSH)
    body += (packer.compress(b" " * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)) * blanks
    start = b"%PDF-1.5\n"
    stream = _stream(4, b"/Type/ObjStm/N 3/First %d/Filter/FlateDecode" % len(places), body)
    at = len(start) + len(stream)
    rows = [(0, 0, 0), (2, 4, 0), (2, 4, 1), (2, 4, 2), (1, len(start), 0), (1, at, 0)]
    table = b"".join(struct.pack(">BIH", *row) for row in rows)
    return (
        start + stream + _stream(5, b"/Type/XRef/Size 6/W[1 4 2]/Root 1 0 R", table) + b"startxref\n%d\n%%%%EOF\n" % at
    )


def _stream(number: int, header: bytes, body: bytes) -> bytes:
    return b"%d 0 obj <<%s/Length %d>>\nstream\n%s\nendstream endobj\n" % (number, header, len(body), body)
