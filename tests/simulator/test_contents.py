"""Templates, quick replies and list pickers through Twilio's own client."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client
from twilio.rest.content.v1.content import ContentList
from twilio.rest.content.v1.content.approval_create import ApprovalCreateList

from simulator.contents import Content, Shelf
from tests.simulator.conftest import CITIZEN, OFFICE, Simulator
from tests.simulator.product import Product


def button(title: str = "Lanjut") -> dict[str, str]:
    return {"type": "QUICK_REPLY", "title": title, "id": title.lower()}


def item(**fields: str) -> dict[str, str]:
    return {"id": "kk", "item": "Kartu Keluarga (KK)", "description": "Hilang, rusak", **fields}


def quick(body: str = "Lanjut?", *titles: str) -> dict[str, Any]:
    return {"twilio/quick-reply": {"body": body, "actions": [button(title) for title in titles or ("Lanjut",)]}}


def picker(*items: dict[str, str], body: str = "Apa yang diurus?") -> dict[str, Any]:
    return {"twilio/list-picker": {"body": body, "button": "Pilih", "items": list(items) or [item()]}}


def make(client: Client, types: dict[str, Any], **fields: Any) -> Any:
    wanted = {"friendly_name": "contoh", "language": "id", "types": ContentList.Types(types), **fields}
    return client.content.v1.contents.create(ContentList.ContentCreateRequest(wanted))


def approve(client: Client, sid: str, name: str = "sudah_terbit") -> dict[str, Any]:
    request = ApprovalCreateList.ContentApprovalRequest({"name": name, "category": "UTILITY"})
    assert client.content.v1.contents(sid).approval_create.create(request).status == "received"
    return dict(client.content.v1.contents(sid).approval_fetch().fetch().whatsapp)


def send(client: Client, product: Product, sid: str, **variables: str) -> Any:
    values = json.dumps({name[1:]: value for name, value in variables.items()})
    call = {"to": CITIZEN, "from_": OFFICE, "content_sid": sid, "status_callback": product.url}
    return client.messages.create(content_variables=values, **call)


def test_a_content_is_made_found_listed_and_deleted(client: Client) -> None:
    sids = [make(client, quick()).sid for _ in range(3)]
    found = client.content.v1.contents(sids[0]).fetch()
    assert found.types == quick() and found.friendly_name == "contoh" and found.date_created is not None
    assert [content.sid for content in client.content.v1.contents.list(page_size=2)] == sids
    assert client.content.v1.contents(sids[0]).delete()
    assert len(client.content.v1.contents.list()) == 2


@pytest.mark.parametrize(
    "types",
    [
        quick("Lanjut?", "1", "2", "3", "4"),
        quick("Lanjut?", "x" * 21),
        quick("x" * 1025),
        quick(""),
        picker(*[item(id=str(number)) for number in range(11)]),
        picker(item(item="x" * 25)),
        picker(item(id="x" * 201)),
        picker(item(description="x" * 73)),
        {"twilio/text": {"body": "x" * 1601}},
        {},
    ],
)
def test_what_whatsapp_cannot_show_is_not_made(client: Client, types: dict[str, Any]) -> None:
    with pytest.raises(TwilioRestException) as refused:
        make(client, types)
    assert refused.value.status == 400


def test_what_just_fits_is_made(client: Client) -> None:
    fitting = picker(*[item(id="x" * 200, item="x" * 24, description="x" * 72)] * 10, body="x" * 1024)
    assert make(client, fitting).sid.startswith("HX")
    assert make(client, quick("x" * 1024, "x" * 20, "b", "c")).sid.startswith("HX")


@pytest.mark.parametrize(
    ("body", "verdict"),
    [
        ("Dokumen {{1}} sudah terbit.", "approved"),
        ("{{1}} sudah terbit.", "rejected"),
        ("Sudah terbit: {{1}}", "rejected"),
        ("Dokumen {{1}} {{2}} sudah terbit.", "rejected"),
    ],
)
def test_variables_stand_apart_and_inside(client: Client, body: str, verdict: str) -> None:
    content = make(client, {"twilio/text": {"body": body}}, variables={"1": "BPP-00412", "2": "KK"})
    approval = approve(client, content.sid)
    assert approval["status"] == verdict
    assert bool(approval["rejection_reason"]) == (verdict == "rejected")


def test_a_list_picker_is_never_approved(client: Client) -> None:
    with pytest.raises(TwilioRestException, match="cannot be approved"):
        approve(client, make(client, picker()).sid)


def test_approval_can_be_pending(simulator: Simulator, client: Client) -> None:
    simulator.post("approvals", {"verdict": "pending"})
    assert approve(client, make(client, quick()).sid)["status"] == "pending"


def test_an_approved_template_goes_outside_the_window(client: Client, product: Product, simulator: Simulator) -> None:
    body = "Dokumen {{1}} sudah terbit."
    content = make(client, {"twilio/text": {"body": body}}, variables={"1": "BPP-00412"})
    approve(client, content.sid)
    send(client, product, content.sid, _1="BPP-00413")
    assert product.statuses(2) == ["sent", "delivered"]
    assert simulator.messages()[0]["body"] == "Dokumen BPP-00413 sudah terbit."


def test_an_unapproved_content_needs_the_window(client: Client, product: Product, simulator: Simulator) -> None:
    sid = make(client, picker()).sid
    send(client, product, sid)
    assert product.next().form["ErrorCode"] == "63016"
    simulator.write("halo")
    product.next()
    send(client, product, sid)
    assert product.statuses(2) == ["sent", "delivered"]


def test_a_pressed_button_and_a_picked_item_say_their_title(
    client: Client, product: Product, simulator: Simulator
) -> None:
    simulator.write("halo")
    sids = [send(client, product, make(client, types).sid).sid for types in (quick(), picker())]
    simulator.write(payload="lanjut", replied_to=sids[0])
    simulator.write(list_id="kk", replied_to=sids[1])
    forms = [post.form for post in (product.next() for _ in range(7)) if "Body" in post.form]
    assert [form["Body"] for form in forms] == ["halo", "Lanjut", "Kartu Keluarga (KK)"]
    assert forms[1]["OriginalRepliedMessageSid"] == sids[0]


@pytest.mark.parametrize(
    ("variables", "code"),
    [({"_1": ""}, "63013"), ({}, "63013"), ({"_1": "x" * 25}, "63021")],
)
def test_bad_variables_fail_by_receipt(
    client: Client, product: Product, simulator: Simulator, variables: dict[str, str], code: str
) -> None:
    simulator.write("halo")
    product.next()
    send(client, product, make(client, picker(item(item="{{1}}"))).sid, **variables)
    assert product.next().form["ErrorCode"] == code


def test_variables_that_are_not_json_are_refused(client: Client) -> None:
    sid = make(client, quick()).sid
    with pytest.raises(TwilioRestException) as refused:
        client.messages.create(to=CITIZEN, from_=OFFICE, content_sid=sid, content_variables="{1: x}")
    assert refused.value.code == 21656


def test_contents_outlive_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "kept" / "contents.json"
    Shelf(file).put(Content("HX1", "contoh", "id", {}, quick(), "2026-11-21T00:00:00Z"))
    assert [content.types for content in Shelf(file).all()] == [quick()]
