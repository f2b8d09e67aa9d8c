"""Envelopes on the post desk, and who works there."""

from __future__ import annotations

from typing import Any

import pytest

from registry.models import Case, Document, Office, Shipment
from tests.backoffice.conftest import Client, Desk
from tests.backoffice.test_print_and_post import ADDRESS, card


@pytest.fixture
def client(desk: Desk, office: Office) -> Client:
    return desk.client(desk.officer(office, "post"))


def to_post(desk: Desk, office: Office, **address: str) -> Document:
    document = card(desk, office, "print", "post")
    if address:
        shipment = next(each for each in desk.all(Shipment) if each.document_id == document.id)
        desk.change(shipment, address={"landmark": "", **ADDRESS, **address})
    return desk.again(document)


def handed(client: Client, *documents: Document, taken_by: str = "Budi Contoh") -> Any:
    return client.post("/pos/serah", document=[each.id for each in documents], taken_by=taken_by)


def shipment_of(desk: Desk, document: Document) -> Shipment:
    return max((each for each in desk.all(Shipment) if each.document_id == document.id), key=lambda each: each.id)


def numbers(desk: Desk) -> list[str | None]:
    return [each.tracking_number for each in sorted(desk.all(Shipment), key=lambda each: each.id)]


def number_of(desk: Desk, document: Document) -> str:
    return next(case.number for case in desk.all(Case) if case.id == document.case_id)
