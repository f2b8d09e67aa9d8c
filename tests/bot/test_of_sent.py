"""What is said of requests that were sent: nothing is noted that was not read back, and each can be withdrawn."""

from __future__ import annotations

import pytest

from bot.answering.sent_words import withdraws
from bot.context import Sent
from bot.effects import AskCorrection, AskWithdrawal, NoteCorrection, WithdrawCase
from registry.models import Channel
from tests.bot.player import CHANNELS, Player

KK = Sent(7, "BPP-00412", "KK-HR", "BPP")
MOVE = Sent(8, "BPP-00413", "PINDAH", "BPP")
DEATH = Sent(9, "BPP-00414", "AKM", "BPP")
JATI = "Karang Jati, Balikpapan Tengah"
TOLD_OF_DEATH = "batalkan BPP-00412 saja, mertua sy barusan meninggal"


def said(text: str, *filed: Sent, before: tuple[str, ...] = (), channel: Channel = Channel.WHATSAPP) -> Player:
    player = Player(channel, filed=filed)
    for each in (*before, text):
        player.type(each)
    return player


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("before", [(), ("menu",), ("ktp hilang",), ("akta lahir", "ya")])
@pytest.mark.parametrize(
    "text",
    [
        "batal BPP-00412",
        TOLD_OF_DEATH,
        "batalkan permohonan BPP-00412",
        "tolong dibatalin ya yg BPP-00412, kk nya ketemu",
        "mau batalkan bpp-00412",
        "ga jadi yg BPP-00412",
        "cabut permohonan BPP-00412 min",
        "cancel my request BPP-00412 please",
    ],
)
def test_a_request_is_withdrawn_by_its_number_whatever_stands_open(
    text: str, before: tuple[str, ...], channel: Channel
) -> None:
    player = said(text, KK, before=before, channel=channel)
    assert player.done[-1] == AskWithdrawal("BPP-00412")


@pytest.mark.parametrize(
    "text",
    ["gmn cara batalin permohonan yg udh dikirim?", "batalin kk saya", "mau batalkan pengajuan saya yang td dikirim"],
)
def test_a_request_is_withdrawn_by_words(text: str) -> None:
    assert said(text, KK).done == [AskWithdrawal(None)]


@pytest.mark.parametrize(
    "text",
    [
        "jangan batalkan BPP-00412",
        "kok BPP-00412 dibatalkan?",
        "BPP-00412 ga jadi dibatalin",
        "siapa yg batalin bpp-00412",
    ],
)
def test_who_asks_why_or_forbids_it_withdraws_nothing(text: str) -> None:
    assert not withdraws(text)
    assert not [effect for effect in said(text, KK).done if isinstance(effect, AskWithdrawal | WithdrawCase)]


def test_who_tells_of_a_death_is_met_with_condolences() -> None:
    assert said(TOLD_OF_DEATH, KK).says[0].key == "condolences"


@pytest.mark.parametrize(
    "text",
    [
        "mertua sy mau ganti alamat, masih di balikpapan jg",
        "mau ganti nama di akta",
        "nama anak sy di kk salah tulis, harusnya Dimas",
        "mau ubah alamat jadi karang jati",
        "saya mau pindah ke karang jati",
        "berapa ongkirnya",
        "bukan itu",
    ],
)
def test_a_new_wish_changes_nothing_that_was_sent(text: str) -> None:
    done = said(text, KK).done
    assert not [effect for effect in done if isinstance(effect, NoteCorrection | AskCorrection)]


@pytest.mark.parametrize(
    ("text", "filed", "what", "shown"),
    [
        ("ubah nama jadi Dewi Lestari", KK, "name", "Dewi Lestari"),
        ("BPP-00412 kelurahan: karang jati", KK, "village", JATI),
        (
            "loh alamatnya salah itu, tujuannya surabaya jl rungkut no 5!!",
            MOVE,
            "moving_to",
            "surabaya jl rungkut no 5",
        ),
        ("BPP-00413 alamat tujuan: surabaya, jl rungkut no 5", MOVE, "moving_to", "surabaya, jl rungkut no 5"),
        ("tempat meninggalnya salah, harusnya samarinda", DEATH, "death_place", "samarinda"),
    ],
)
def test_what_is_not_certain_is_read_back_before_it_is_noted(text: str, filed: Sent, what: str, shown: str) -> None:
    player = said(text, filed)
    assert (player.done, player.says[-1].key, player.says[-1].args["value"]) == ([], "correction-sure", shown)
    player.type("bukan")
    assert not [effect for effect in player.done if isinstance(effect, NoteCorrection)]
    player.type(text)
    player.type("ya")
    assert player.done[-1] == NoteCorrection(filed.id, filed.number, what, shown)


def test_what_was_wrong_in_so_many_words_is_noted_at_once() -> None:
    player = said("eh salah min kelurahannya karang jati bukan karang rejo", KK)
    assert player.done == [NoteCorrection(7, "BPP-00412", "village", JATI)]


def test_of_two_that_have_such_an_answer_it_is_asked_which() -> None:
    other = Sent(10, "BPP-00415", "KTP-R", "BPP")
    player = said("nama saya salah, harusnya Dewi Contoh", KK, other)
    assert player.says[-1].key == "correction-which"
    player.type("yang ktp")
    player.type("ya")
    assert player.done[-1] == NoteCorrection(10, "BPP-00415", "name", "Dewi Contoh")


@pytest.mark.parametrize(
    ("text", "filed"),
    [
        ("lokasi meninggalnya salah", DEATH),
        ("tanggal meninggalnya keliru min", DEATH),
        ("NIK almarhum salah", DEATH),
        ("tanggal pindahnya salah", MOVE),
        ("itu tanggal bukan kota!!", MOVE),
    ],
)
def test_a_complaint_that_names_nothing_new_is_an_officers(text: str, filed: Sent) -> None:
    player = said(text, filed)
    assert (player.done, player.state.stack) == ([AskCorrection(told=True)], [])


def test_a_number_of_nobody_here_is_only_looked_up() -> None:
    assert said("batal BPP-00499").done == [AskWithdrawal("BPP-00499")]
