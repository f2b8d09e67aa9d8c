"""A sheet of paper to write on: just enough of Pillow for the sample papers."""

from __future__ import annotations

from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

INK, FAINT, RED, MARGIN = "#1b1b22", "#5b6470", "#b3261e", 110


@lru_cache
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


class Sheet:
    """Writes downwards from the top; `y` is where the next line goes."""

    def __init__(self, width: int, height: int, colour: str = "#fdfcf7") -> None:
        self.image = Image.new("RGB", (width, height), colour)
        self.pen = ImageDraw.Draw(self.image)
        self.width, self.height, self.y = width, height, 90

    def text(self, x: float, y: float, text: str, size: int = 30, ink: str = INK, bold: bool = False) -> None:
        self.pen.text((x, y), text, ink, _font(size), stroke_width=1 if bold else 0)

    def centre(self, text: str, size: int = 34, bold: bool = False, ink: str = INK) -> None:
        length = self.pen.textlength(text, _font(size))
        self.text((self.width - length) / 2, self.y, text, size, ink, bold)
        self.y += int(size * 1.5)

    def line(self, text: str = "", size: int = 30, x: int = MARGIN) -> None:
        self.text(x, self.y, text, size)
        self.y += int(size * 1.6)

    def rows(self, rows: dict[str, str], x: int = MARGIN, gap: int = 330, size: int = 30) -> None:
        """Labels and values, one pair a line."""
        for label, value in rows.items():
            self.text(x, self.y, label, size)
            self.text(x + gap, self.y, f": {value}", size)
            self.y += int(size * 1.55)

    def rule(self) -> None:
        self.pen.line((MARGIN, self.y, self.width - MARGIN, self.y), INK, 3)
        self.y += 30

    def mark(self) -> None:
        """Says, where no one can miss it, that this is no real paper."""
        size = max(self.width // 28, 36)
        length = self.pen.textlength("CONTOH", _font(size))
        x, y = 80, self.height - size * 1.9
        self.pen.rectangle((x - 24, y - 14, x + length + 24, y + size * 1.35), outline=RED, width=5)
        self.text(x, y, "CONTOH", size, RED, bold=True)
        self.text(x + length + 50, y + size / 3, "Orang dan nomor di surat ini rekaan.", 24, RED)
