"""Reads a rendered page back, as a search in it would."""

import io
import re

import pikepdf


def spoken(pdf: bytes) -> str:
    """The page's words, by the fonts' own tables back to Unicode."""
    document = pikepdf.open(io.BytesIO(pdf))
    page = document.pages[0]
    tables = {str(name): _to_unicode(font) for name, font in page.Resources.Font.items()}
    table: dict[str, str] = {}
    words = ""
    for step in pikepdf.parse_content_stream(page):
        operands, operator = step.operands, step.operator
        if str(operator) == "Tf":
            table = tables[str(operands[0])]
        elif str(operator) in ("Tj", "TJ"):
            words += "".join(_decoded(bytes(part), table) for part in _strings(operands[0]))
        elif str(operator) == "ET":
            words += " "
    return words


def _strings(operand: object) -> list[pikepdf.String]:
    parts = operand if isinstance(operand, pikepdf.Array) else [operand]
    return [part for part in parts if isinstance(part, pikepdf.String)]


def _decoded(codes: bytes, table: dict[str, str]) -> str:
    return "".join(table.get(codes[at : at + 2].hex(), "?") for at in range(0, len(codes), 2))


def _to_unicode(font: pikepdf.Object) -> dict[str, str]:
    pairs = re.findall(rb"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>", font.ToUnicode.read_bytes())
    return {code.decode().lower(): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
