"""Who may open what: every route says so, and what is closed stays closed."""

from __future__ import annotations

import re

import pytest
from werkzeug.routing import Rule

from backoffice.access import NO_LOGIN
from registry.lifecycle import Role
from registry.models import AuditEntry
from tests.backoffice.conftest import Desk

ROLES = {
    "search": {"counter", "supervisor", "signatory", "printing", "post", "province"},
    "show_queue poll_queue show_case poll_case show_pdf show_page show_upload download_form": {
        "counter", "supervisor", "signatory", "province"
    },
    "take_next take_chosen assign_chosen print_cases "
    "claim_case release_case approve_case resume_case hold_case refuse_case withdraw_case ask_again "
    "ask_for_several check_register_again correct_answer tick_points untick_point "
    "mark_seen render_sample attach_pdf sent_by_siak note_obstacle issue_receipt show_tickets poll_tickets "
    "show_ticket note_on_ticket hand_on_ticket poll_ticket poll_ticket_state poll_fate "
    "take_ticket reply send_again close_ticket write_note "
    "undo_decision note_siak_number note_document_number take_chosen assign_chosen print_cases "
    "show_counter show_visit poll_visit "
    "see_original photograph_paper hand_over_card "
    "print_queue_ticket print_receipt choose_service show_form file_at_counter print_letter "
    "show_enclosure": {"counter", "supervisor"},
    "show_complaints show_complaint answer_complaint name_concerned": {"supervisor", "signatory", "province"},
    "take_down_request fetch_data_copy": {"supervisor"},
    "show_data_requests show_data_request confirm_identity correct_data refuse_data_request talk_about_data": {
        "supervisor"
    },
    "show_web_forms create_web_form show_web_form import_answers pair_columns give_form_key drop_answer "
    "correct_form_answer "
    "show_helpers register_helper remove_helper show_replies write_reply change_reply remove_reply": {
        "supervisor", "admin"
    },
    "sign_by_hand sign_electronically keep_scan print_by_hand": {"counter", "supervisor", "signatory"},
    "revoke": {"supervisor", "signatory"},
    "show_signing sign_document send_back sign_this_by_hand": {"signatory"},
    "undo_slip": {"counter", "supervisor", "printing", "post"},
    "show_printing mark_misprinted mark_printed ready_to_print prr_came mark_spoiled print_list": {
        "counter", "supervisor", "printing"
    },
    "show_blanks write_blanks show_devices add_device change_device": {"supervisor", "printing"},
    "show_post post_card mark_delivered mark_returned mark_collected note_tracking choose_pickup hand_over "
    "print_labels show_consignments show_manifest export_manifest show_shipment show_scanning scan show_import "
    "import_table take_old_cards show_uncollected remind show_address write_address": {
        "counter", "supervisor", "post"
    },
    "show_today": {"counter", "supervisor", "signatory", "printing", "post", "admin", "province"},
    "show_done": {"counter", "supervisor", "signatory", "printing", "post", "admin"},
    "home logout show_account change_password show_factor confirm_factor remove_factor": {
        "counter", "supervisor", "signatory", "printing", "post", "admin", "province"
    },
    "show_officers take_on give_password change_officer shut_out let_in sign_out drop_factor": {"admin"},
    "show_audit": {"supervisor", "admin"},
    "show_province": {"province"},
    "print_poster": {"admin"},
    "show_vans show_van": {"counter", "supervisor", "admin"},
    "add_round end_round cancel_visit move_visit": {"supervisor", "admin"},
    "show_van_offline van_worker van_data take_van_entry show_van_entries clear_van_entry show_van_photo "
    "find_ticket show_van_ticket serve_family miss_family undo_family serve_walk_in": {"counter", "supervisor"},
    "show_suket import_suket": {"printing", "supervisor"},
    "show_plan lend_between take_printer_back promise_blanks strike_out_quota": {"province"},
    "show_workload give_back give_lapsed_back": {"supervisor"},
    "show_attention try_stuck_again leave_stuck_undone": {"supervisor", "admin"},
    "show_report report_file": {"counter", "supervisor", "admin", "province"},
    "tell_report": {"counter", "supervisor", "admin"},
    "appoint_substitute end_substitute add_number remove_number choose_modem": {"admin"},
    "keep_key": {"signatory"},
    "show_office change_office show_services change_service": {"admin"},
    "login ask_code switch_language": {NO_LOGIN},
}  # fmt: skip
EXPECTED = {f"desk.{name}": roles for names, roles in ROLES.items() for name in names.split()}


def routes(desk: Desk) -> list[Rule]:
    return [rule for rule in desk.app.url_map.iter_rules() if rule.endpoint.startswith("desk.")]


NAMED = {
    "paper_key": "ktp", "form_code": "F-1.02", "part": "name", "kind": "csv", "service_code": "KTP-H", "code": "KK-HR",
}  # fmt: skip


def address(rule: Rule) -> str:
    """Of what exists, or might: the first of its kind."""
    return re.sub(r"<(?:int:)?(\w+)>", lambda part: NAMED.get(part[1], "1"), rule.rule)


def test_every_route_says_who_may_open_it(desk: Desk) -> None:
    views = desk.app.view_functions
    declared = {rule.endpoint: set(getattr(views[rule.endpoint], "roles", ())) for rule in routes(desk)}
    declared.pop("desk.static")
    assert declared == EXPECTED


def test_without_login_every_page_leads_to_it(desk: Desk) -> None:
    client = desk.client()
    for rule in routes(desk):
        if "GET" in (rule.methods or ()) and rule.endpoint not in ("desk.static", "desk.login"):
            assert client.get(address(rule)).headers["Location"].startswith("/masuk"), rule.endpoint


def test_every_form_without_a_token_is_turned_away(desk: Desk) -> None:
    client = desk.client(desk.officer(desk.office(), *(role for role in Role)))
    for rule in routes(desk):
        if "POST" in (rule.methods or ()):
            assert client.flask.post(address(rule)).status_code == 400, rule.endpoint


def test_the_token_of_a_page_is_taken(desk: Desk) -> None:
    client = desk.client(desk.officer(desk.office(), "counter"))
    token = re.findall(r'name="csrf-token" content="([^"]+)"', client.get("/akun").text)[0]
    assert client.flask.post("/bahasa", data={"csrf_token": token, "language": "en"}).status_code == 303


def test_a_token_of_another_session_is_turned_away(desk: Desk) -> None:
    office = desk.office()
    mine, other = desk.client(desk.officer(office, "counter")), desk.client(desk.officer(office, "counter"))
    assert mine.flask.post("/antrean/berikut", data={"csrf_token": other.token()}).status_code == 400


@pytest.mark.parametrize("role", ["printing", "post", "admin", "province", "signatory"])
def test_a_role_that_does_not_check_cannot_approve(desk: Desk, role: str) -> None:
    office = desk.office()
    case = desk.case(office)
    client = desk.client(desk.officer(None if role == "province" else office, role))
    assert client.post(f"/permohonan/{case.id}/setujui").status_code == 403
    assert desk.again(case).state == "submitted"
    assert "access_refused" in [entry.action for entry in desk.all(AuditEntry)]


def test_another_offices_case_is_not_there(desk: Desk) -> None:
    case = desk.case(desk.office("SMD", "64.72"))
    client = desk.client(desk.officer(desk.office(), "counter", "supervisor"))
    paths = [f"/permohonan/{case.id}", "/permohonan/999", "/berkas/1"]
    assert [client.get(path).status_code for path in paths] == [404, 404, 404]
    assert client.post(f"/permohonan/{case.id}/setujui").status_code == 404
    denied = [entry for entry in desk.all(AuditEntry) if entry.action == "record_not_found"]
    assert denied[0].subject == f"desk.show_case/{case.id}"


def test_the_province_reads_every_office(desk: Desk) -> None:
    case = desk.case(desk.office())
    client = desk.client(desk.officer(None, "province"))
    page = client.get(f"/permohonan/{case.id}")
    assert page.status_code == 200
    assert "Setujui" not in page.text and "Minta lagi" not in page.text


def test_pages_let_nothing_in_from_elsewhere(desk: Desk) -> None:
    page = desk.client().get("/masuk")
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy and "unsafe" not in policy
    assert page.headers["Cache-Control"] == "no-store"
    assert "style=" not in page.text and "<script>" not in page.text and "https://" not in page.text
