"""The list that lies beside the printer: which cards to print, with boxes for the hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from registry.issuing.signs import without_strange_signs


@dataclass(frozen=True, repr=False)
class ListedCard:
    number: str
    nik: str
    name: str
    card: str
    place: str  # the kecamatan it is about


@dataclass(frozen=True, repr=False)
class PrintList:
    template: ClassVar[str] = "daftar_cetak"

    office: str
    made: str  # when, and by whom
    cards: tuple[ListedCard, ...]

    def as_data(self) -> dict[str, object]:
        return dict(vars(self)) | {
            "cards": [{name: without_strange_signs(each) for name, each in vars(card).items()} for card in self.cards]
        }
