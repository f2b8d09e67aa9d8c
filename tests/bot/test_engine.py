"""The turns every flow shares: commands, digressions, stale buttons, bad answers; and citizens who mean no good."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.context import Heard
from bot.effects import HandToOfficer, OpenCase
from bot.flow import JudgedUpload
from bot.state import State
from registry.models import Channel
from tests.bot.player import CHANNELS, Player, words

KK = "application:KK-HR"
ANSWERS = ("Rina Contoh", "6471044506900000", "lupa", "karang rejo")


def asking_for_a_card(channel: Channel = Channel.WHATSAPP) -> Player:
    player = Player(channel)
    player.type("kk rusak")
    return player


def at_the_summary() -> Player:
    player = asking_for_a_card()
    for answer in ANSWERS:
        player.type(answer)
    player.send("fine")
    player.send("fine")
    return player


def question(player: Player) -> str:
    return player.says[-1].key


def test_all_answers_become_one_case() -> None:
    player = at_the_summary()
    player.press("send")
    (case,) = [effect for effect in player.done if isinstance(effect, OpenCase)]
    assert case.answers == {
        "reason": "damaged", "name": "Rina Contoh", "nik": "6471044506900000", "kk_number": "",
        "village": "64.71.04.1003",
    }  # fmt: skip
    assert set(case.papers) == {"damaged_kk", "ktp"}
    assert player.state.stack == []


def test_back_asks_the_question_before() -> None:
    player = asking_for_a_card()
    player.type("Rina Contoh")
    player.type("kembali")
    assert question(player) == "ask-name"


def test_back_at_the_first_question_leads_to_the_menu() -> None:
    player = Player()
    player.type("ktp baru")
    player.type("kembali")
    assert question(player) == "menu"


def test_cancel_drops_the_request_and_only_that() -> None:
    player = asking_for_a_card()
    player.type("batal")
    assert [say.key for say in player.says] == ["cancelled", "idle"]
    assert player.state.stack == []


@pytest.mark.parametrize("command", ["bantuan", "status", "BANTUAN!", " Status "])
def test_after_a_digression_the_open_question_stands_again(command: str) -> None:
    player = asking_for_a_card()
    player.type(command)
    assert [say.key for say in player.says[-2:]] == ["resumed", "ask-name"]


@pytest.mark.parametrize("words", ["batal pindah domisili", "status kawin saya", "petugas pemadam"])
def test_a_command_counts_only_as_the_whole_message(words: str) -> None:
    player = asking_for_a_card()
    kept = player.state.stack[0]
    player.type(words)
    assert not player.done and player.state.stack[0].flow == kept.flow
    assert question(player) in ("name-sure", "which-switch", "ask-nik", "ask-name")


def test_a_button_of_an_older_question_is_refused() -> None:
    player = asking_for_a_card()
    player.hear(Heard(button=f"{player.state.prompt - 1}:lost"))
    assert [say.key for say in player.says] == ["stale-button", "resumed", "ask-name"]


@pytest.mark.parametrize("payload", ["", ":", "999999999999:send", "1:!officer", "x:y:z", "-1:send", "\u0661:lost"])
def test_a_made_up_button_is_stale(payload: str) -> None:
    player = asking_for_a_card()
    player.hear(Heard(button=payload) if payload else Heard(text="", button=":"))
    assert player.says[0].key == "stale-button"


def test_three_bad_answers_offer_an_officer() -> None:
    player = asking_for_a_card()
    player.type("Rina Contoh")
    for nik in ("1", "12", "123"):
        player.type(nik)
    assert question(player) == "offer-officer"
    player.type("6471044506900000")
    assert question(player) == "ask-kk_number"


@pytest.mark.parametrize(("channel", "say"), [(Channel.WHATSAPP, "[none]"), (Channel.SMS, "tidak ada")])
def test_beside_the_offer_of_an_officer_the_question_can_still_be_answered(channel: Channel, say: str) -> None:
    player = unclear_three_times(channel)
    player.press("none") if say == "[none]" else player.type(say)
    assert question(player) == ("ask-name" if channel is Channel.WHATSAPP else "ask-together")


@pytest.mark.parametrize("channel", CHANNELS)
def test_beside_the_question_the_offer_can_be_taken_and_has_the_numbers(channel: Channel) -> None:
    """By SMS those that go on from the question's own, whose numbers still mean its options."""
    player = unclear_three_times(channel)
    player.type("9")
    assert question(player) == "offer-officer"
    player.type("4" if channel is Channel.SMS else "1")
    assert HandToOfficer() in player.done


def test_by_sms_the_numbers_of_the_question_stay_its_own() -> None:
    player = unclear_three_times(Channel.SMS)
    player.type("2")
    assert player.state.top and player.state.top.answers["still_have"] == "none"


def unclear_three_times(channel: Channel) -> Player:
    player = Player(channel)
    player.type("kk saya hilang")
    for said in ("apa", "maksudnya apa", "bagaimana"):
        player.type(said)
    assert question(player) == "offer-officer"
    return player


def test_an_officer_has_the_word_until_it_is_handed_back() -> None:
    player = asking_for_a_card()
    player.type("petugas")
    player.type("saya mau tanya")
    assert [say.key for say in player.says] == ["passed-to-officer"]
    player.type("fotonya sudah saya siapkan")
    assert player.says == []
    player.type("masih di sana?")
    assert [say.key for say in player.says] == ["officer-waiting"]
    player.type("lanjut")
    assert question(player) == "ask-name"


def test_a_second_request_lies_over_the_first_and_both_are_finished() -> None:
    player = asking_for_a_card()
    player.type("menu")
    player.type("ktp baru")
    player.press("not_yet")
    assert [say.key for say in player.says] == ["ktp-enrol-first", "request-resumed", "ask-name"]


def test_a_correction_in_words_at_the_summary() -> None:
    player = at_the_summary()
    player.type("kelurahannya karang jati")
    assert [say.key for say in player.says] == ["changed", "send-now"]
    assert player.state.stack[0].answers["village"] == "64.71.04.1004"


def test_a_language_chosen_halfway_keeps_the_answers() -> None:
    player = asking_for_a_card()
    player.type("Rina Contoh")
    messages = player.type("english")
    assert messages[-1].text.endswith("Your NIK? The 16 digits on your ID card.") or "NIK" in messages[-1].text
    assert player.state.stack[0].answers["name"] == "Rina Contoh"


def test_a_flow_that_changed_keeps_the_answers_that_still_stand() -> None:
    player = asking_for_a_card()
    player.type("Rina Contoh")
    state = player.state
    state.stack[0].version = "older"
    state.stack[0].answers |= {"gone": "x", "reason": "stolen"}
    player.keep(state)
    player.type("6471044506900000")
    assert player.says[0].key == "form-changed"
    assert {"gone", "reason"} & player.state.stack[0].answers.keys() == set()


def test_a_flow_that_is_gone_is_left() -> None:
    player = asking_for_a_card()
    state = player.state
    state.stack[0].flow = "application:OLD"
    player.keep(state)
    player.type("menu")
    assert question(player) == "menu"


@pytest.mark.parametrize("data", [None, {}, {"stack": [], "unknown": 1}, {"stack": [{"flow": "menu", "new": 1}]}])
def test_what_another_version_stored_is_read(data: dict[str, object] | None) -> None:
    state = State.from_json(data)
    assert State.from_json(state.to_json()) == state


THINGS_SAID = st.one_of(
    st.sampled_from([*ANSWERS, "kk hilang", "akta lahir", "ktp baru", "menu", "kembali", "batal", "status", "petugas",
                     "lanjut", "nanti", "english", "bahasa", "bantuan", "data saya", "hapus data", "berhenti", "mulai",
                     "pungli", "1", "2", "3", "0", "99", "ya", "bawa", "halaman", "5 juni 1990", "balikpapan",
                     "AKL#1#2#3#4#5", "SKCK#x", "ubah", "kirim", "kelurahannya karang jati", "nama budi", "nik 12"]),
    st.text(max_size=60),
    st.text("0123456789#*|/ -.", max_size=40),
    st.text("\u0e00\u0301\u202e\u200d\u0661\u00b2\u2460{}%$#", max_size=20),
)  # fmt: skip
UPLOADS = st.lists(
    st.builds(
        JudgedUpload,
        st.integers(1, 9),
        st.sampled_from(["fine", "blurred", "dark", "small"]),
        st.sampled_from(["image", "pdf", "voice"]),
    )
    | st.builds(JudgedUpload, st.integers(1, 9), st.sampled_from(["locked-pdf", "too-large", "gone"]), st.none()),
    min_size=1,
    max_size=3,
)
DEEDS = st.one_of(
    THINGS_SAID.map(Heard),
    st.integers(0, 12),  # presses the button at this place
    st.builds(lambda number, key: Heard(button=f"{number}:{key}"), st.integers(-2, 99), st.text(max_size=12)),
    UPLOADS.map(lambda uploads: Heard(uploads=tuple(uploads))),
    st.sampled_from(["sticker", "location", "contact", "empty", "long"]).map(lambda oddity: Heard(oddity=oddity)),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(CHANNELS), st.booleans(), st.lists(DEEDS, min_size=1, max_size=25))
def test_whatever_a_citizen_does_a_way_on_remains(channel: Channel, shared: bool, deeds: list[Heard | int]) -> None:
    player = Player(channel, shared=shared, office=None if shared else Player().office)
    for deed in deeds:
        messages = player.hear(pressed(player, deed) if isinstance(deed, int) else deed)
        assert messages or player.state.ticket is not None
        assert all(message.text.strip() for message in messages)
    player.type("menu")
    assert question(player) == "menu" and player.offered


def pressed(player: Player, place: int) -> Heard:
    offered = player.offered
    return Heard(button=f"{player.state.prompt}:{offered[place % len(offered)].id}") if offered else Heard("halo")


def test_every_command_word_does_something() -> None:
    from bot.answering.acts import ACTS
    from bot.meaning.commands import COMMANDS

    assert COMMANDS.keys() <= ACTS.keys()
    assert words().has("idle")


def test_a_pressed_group_opens_its_list_whatever_its_title_says() -> None:
    player = Player()
    player.begin("menu")
    player.hear(Heard("Kartu anak (KIA)", f"{player.state.prompt}:kia"))
    assert [option.id for option in player.offered] == ["KIA-BARU", "KIA-HR"]


@pytest.mark.parametrize("said", ["jangan kirim", "jgn dikirim dulu", "nanti saja kirim", "kirim besok", "stop kirim"])
def test_what_is_put_off_or_forbidden_is_not_sent(said: str) -> None:
    player = at_the_summary()
    player.type(said)
    assert player.says[0].key in ("kept-for-later", "summary-unclear")
    assert not any(isinstance(effect, OpenCase) for effect in player.done)
    player.type("kirim")
    assert any(isinstance(effect, OpenCase) for effect in player.done)


@pytest.mark.parametrize("flow", ["kk hilang", "akta lahir", "ktp hilang", "pindah"])
def test_no_sentence_is_said_twice_in_a_row_at_a_question(flow: str) -> None:
    player = Player()
    player.type(flow)
    before = ""
    for _ in range(6):
        player.type("xyzzy 12")
        said = player.says[0].key
        assert said != before
        before = said
