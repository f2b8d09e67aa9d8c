"""Photos in the chat: judged by what was read, sorted to the papers they show, never a dead end."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.context import Heard
from bot.effects import OpenCase
from bot.flow import JudgedUpload, Option
from registry.uploads.reading import Reading
from tests.bot.player import Player

MINE, THEIRS = "6471044506900000", "6471041708870000"
LETTER = Reading(("police_letter",), (MINE,), "2026-11-21")
CARD = Reading(("ktp",), (MINE,))
THEIR_CARD = Reading(("ktp",), (THEIRS,))
OTHER = Reading()
NOTHING = Reading(legible=False)


def image(reading: Reading | None, verdict: str = "fine") -> tuple[str, str, Reading | None]:
    return verdict, "image", reading


@pytest.fixture
def player() -> Player:
    """At the first question after the choices of a lost family card: the name."""
    player = Player()
    player.begin("application:KK-HR")
    player.press("lost")
    if player.offered:
        player.press("none")
    return player


def at_papers(player: Player) -> Player:
    for text in ("Rina Contoh", MINE, "lupa", "karang rejo"):
        player.type(text)
    return player


def text(messages: Any) -> str:
    return "\n".join(message.text for message in messages)


def answers(player: Player) -> dict[str, Any]:
    top = player.state.top
    assert top is not None
    return {key.removeprefix("paper:"): value for key, value in top.answers.items() if key.startswith("paper:")}


def labels(player: Player) -> list[str]:
    return [Option(**option).id for option in player.state.offered]


def test_what_was_read_is_told(player: Player) -> None:
    said = at_papers(player).show(image(LETTER))
    assert text(said).startswith("Surat hilang terbaca, tanggal 21 November 2026. Terakhir, foto KTP-el")


def test_a_photo_that_was_not_read_is_taken_as_before(player: Player) -> None:
    assert text(at_papers(player).show(image(None))).startswith("Foto surat hilang diterima.")


def test_another_paper_is_asked_about_and_can_go_on(player: Player) -> None:
    said = at_papers(player).show(image(OTHER))
    assert "belum terlihat tulisan kepolisian dan kehilangan" in text(said)
    assert labels(player) == ["retype", "accept", "!officer"]
    player.press("accept")
    assert answers(player)["police_letter"]["uploads"] == [1]


def test_a_letter_about_another_loss_is_asked_about_whatever_is_said_to_that(player: Player) -> None:
    said = at_papers(player).show(image(Reading(("police_letter",), lost=("ktp",))))
    assert "kehilangan KTP. Kami perlu laporan kehilangan KK." in text(said)
    assert "laporan kehilangan KK" in text(player.type("berapa ongkirnya?"))
    assert "Pilih salah satu. Surat ini melaporkan" in text(player.type("apa ya bedanya"))
    player.press("accept")
    assert answers(player)["police_letter"]["uploads"] == [1]


def test_of_two_letters_the_one_about_this_loss_decides(player: Player) -> None:
    letters = (image(Reading(("police_letter",), lost=(lost,))) for lost in ("ktp", "kk"))
    assert text(at_papers(player).show(*letters)).startswith("Surat hilang terbaca. Terakhir")


def test_the_best_of_several_photos_decides(player: Player) -> None:
    at_papers(player).show(image(None, "blurred"), image(OTHER), image(LETTER))
    letter = answers(player)["police_letter"]
    assert (letter["uploads"], letter["flagged"]) == ([1, 2, 3], False)


@pytest.mark.parametrize(
    ("reading", "verdict", "said"),
    [
        (None, "blurred", "buram"),
        (LETTER, "blurred", "buram"),  # the heading alone could be read
        (None, "dark", "gelap"),
        (None, "cut", "terpotong"),
        (NOTHING, "fine", "belum terbaca"),
        (Reading(legible=False, trouble="glare"), "fine", "pantulan cahaya"),
    ],
)
def test_what_cannot_be_read_is_asked_for_again(
    player: Player, reading: Reading | None, verdict: str, said: str
) -> None:
    at_papers(player)
    assert said in text(player.show(image(reading, verdict)))
    assert labels(player) == []
    player.show(image(reading, verdict))
    assert labels(player) == ["accept", "retype"]  # after two it may go as it is
    player.press("accept")
    assert answers(player)["police_letter"]["flagged"] is True


def test_a_number_lost_in_a_reflection_is_asked_for_again(player: Player) -> None:
    at_papers(player).show(image(LETTER))
    assert "pantulan cahaya" in text(player.show(image(Reading(("ktp",), trouble="glare"))))
    assert "ktp" not in answers(player)


def test_a_number_that_nobody_could_read_is_no_trouble_without_a_reason(player: Player) -> None:
    at_papers(player).show(image(LETTER))
    assert text(player.show(image(Reading(("ktp",))))).startswith("KTP terbaca. Sebelum dikirim")


def test_another_number_is_asked_about_never_refused(player: Player) -> None:
    at_papers(player).show(image(LETTER))
    assert "belum sama dengan isian" in text(player.show(image(THEIR_CARD)))
    assert labels(player) == ["accept", "change-number", "retype"]
    player.press("accept")
    assert answers(player)["ktp"]["uploads"] == [2]


def test_a_corrected_number_is_compared_again(player: Player) -> None:
    at_papers(player).show(image(LETTER))
    player.show(image(THEIR_CARD))
    player.press("change-number")
    assert text(player.type(THEIRS)).startswith("KTP terbaca, NIK sama.")


def test_a_photo_before_its_question_is_taken_when_that_comes(player: Player) -> None:
    assert "KTP terbaca, kami simpan dulu." in text(player.show(image(CARD)))
    said = text(at_papers(player).show(image(LETTER)))
    assert said.startswith("Surat hilang terbaca, tanggal 21 November 2026.\nKTP terbaca, NIK sama.")


def test_an_unread_photo_before_its_question_is_asked_about(player: Player) -> None:
    player.show(image(None))
    assert "Foto tadi untuk surat hilang?" in at_papers_text(player)
    assert "Sekarang foto surat hilang" in text(player.press("retype"))
    assert "Foto tadi untuk KTP-el?" in text(player.show(image(LETTER)))
    player.press("accept")
    assert {key: value["uploads"] for key, value in answers(player).items()} == {"police_letter": [2], "ktp": [1]}


def at_papers_text(player: Player) -> str:
    for each in ("Rina Contoh", MINE, "lupa"):
        player.type(each)
    return text(player.type("karang rejo"))


def test_a_poor_photo_before_its_question_is_not_kept(player: Player) -> None:
    assert "buram" in text(player.show(image(None, "blurred")))
    assert "Foto tadi" not in at_papers_text(player)


def test_each_of_two_papers_in_a_row_goes_to_its_own_question(player: Player) -> None:
    at_papers(player).show(image(CARD), image(LETTER))
    assert {key: value["uploads"] for key, value in answers(player).items()} == {"police_letter": [2], "ktp": [1]}


def test_the_paper_of_a_later_question_is_kept_and_the_open_one_asked(player: Player) -> None:
    said = text(at_papers(player).show(image(CARD)))
    assert said.startswith("KTP terbaca, kami simpan dulu. Sekarang foto surat hilang")
    assert "NIK sama" in text(player.show(image(LETTER)))


def test_a_paper_sent_again_replaces_the_first(player: Player) -> None:
    at_papers(player).show(image(LETTER))
    newer = Reading(("police_letter",), (), "2026-11-22")
    assert text(player.show(image(newer))).startswith("Surat hilang terbaca, tanggal 22 November 2026. Terakhir")
    assert answers(player)["police_letter"]["uploads"] == [2]


def test_what_came_before_any_request_is_taken_into_the_next(player: Player) -> None:
    fresh = Player()
    assert "kami simpan dulu" in text(fresh.show(image(CARD)))
    fresh.begin("application:KK-HR")
    fresh.press("lost")
    if fresh.offered:
        fresh.press("none")
    assert "KTP terbaca, NIK sama" in text(at_papers(fresh).show(image(LETTER)))


def test_a_photo_that_is_none_of_the_papers_reaches_the_office_all_the_same(player: Player) -> None:
    at_papers(player).show(image(LETTER))
    player.show(image(CARD))
    player.show(image(OTHER))
    player.press("send")
    [opened] = [effect for effect in player.done if isinstance(effect, OpenCase)]
    assert opened.extra == (3,)


def test_what_is_no_photo_is_said_beside_one_that_is(player: Player) -> None:
    said = text(at_papers(player).show(image(LETTER), ("not-photo-or-pdf", None, None)))
    assert "Surat hilang terbaca" in said


def changed(player: Player, text_: str) -> str:
    return text(player.type(text_))


def test_another_nik_at_the_summary_is_compared_with_the_photo_again(player: Player) -> None:
    at_papers(player).show(image(LETTER))
    assert "KTP terbaca, NIK sama" in text(player.show(image(CARD)))
    said = changed(player, f"ubah nik {THEIRS}")
    assert "Nomor di foto KTP belum sama" in said and labels(player) == ["accept", "change-number", "retype"]
    assert player.press("accept")[-1].text.startswith("Sebelum dikirim")
    assert answers(player)["ktp"]["uploads"] == [2]


def test_the_ends_of_both_numbers_are_told_where_they_differ(player: Player) -> None:
    at_papers(player).show(image(LETTER))
    said = text(player.show(image(Reading(("ktp",), ("6471044506900001",)))))
    assert "Nomor di foto KTP belum sama dengan isian Anda: di foto ...0001, isian Anda ...0000. Fotonya" in said


def test_the_photo_of_another_card_clears_it_up(player: Player) -> None:
    at_papers(player).show(image(LETTER), image(CARD))
    changed(player, f"ubah nik {THEIRS}")
    player.press("retype")
    assert "KTP terbaca, NIK sama" in text(player.show(image(THEIR_CARD)))
    assert answers(player)["ktp"]["uploads"] == [3]


def test_another_name_asks_nothing_about_the_photo(player: Player) -> None:
    at_papers(player).show(image(LETTER), image(CARD))
    assert changed(player, "ubah nama Rini Contoh").startswith("Diubah: Nama: Rini Contoh. Kirim sekarang?")


@pytest.mark.parametrize("first", [True, False], ids=["before the request", "at its first question"])
def test_who_sent_the_birth_letter_is_not_asked_for_one(first: bool) -> None:
    player, letter = Player(), image(Reading(("birth_letter",)))
    if first:
        player.show(letter)
    player.type("akta lahir")
    if not first:
        assert text(player.show(letter)).startswith("Surat lahir terbaca, kami simpan dulu.")
    player.type("saya ibunya")
    assert player.says[-1].key == "ask-marriage_proof"
    player.type("kembali")
    assert player.says[-1].key == "ask-birth_proof"


def test_a_photo_that_can_hardly_be_read_answers_nothing() -> None:
    player = Player()
    player.type("akta lahir")
    player.show(image(Reading(("birth_letter",)), "blurred"))
    player.type("saya ibunya")
    assert player.says[-1].key == "ask-birth_proof"


UNREAD = ("fine", "image", None)


def given_all_but_papers(player: Player) -> str:
    """The photos came at the first question; what is said once the papers are next."""
    for said in ("Rina Contoh", MINE, "lupa"):
        player.type(said)
    return text(player.type("karang rejo"))


def test_of_several_photos_it_is_asked_which_and_their_numbers_stay(player: Player) -> None:
    player.show(UNREAD, UNREAD, UNREAD)
    assert "yang mana surat hilang?" in given_all_but_papers(player)
    player.type("yang kedua")
    assert labels(player) == ["photo:1", "photo:3", "retype"]
    player.type("3")
    assert {key: value["uploads"] for key, value in answers(player).items()} == {"police_letter": [2], "ktp": [3]}


def test_none_of_them_asks_for_another_and_they_stay_for_the_next_paper(player: Player) -> None:
    player.show(UNREAD, UNREAD)
    given_all_but_papers(player)
    player.type("tidak ada")
    assert player.says[-1].key == "ask-paper-first"
    player.show(image(LETTER))
    assert labels(player) == ["photo:1", "photo:2", "retype"]


@pytest.mark.parametrize(
    ("said", "sent"),
    [
        ("ini ktp sama surat hilang", {"ktp": [1], "police_letter": [2]}),
        ("itu surat polisi dan ktp", {"police_letter": [1], "ktp": [2]}),
    ],
)
def test_photos_are_what_their_sender_says_in_order(player: Player, said: str, sent: dict[str, list[int]]) -> None:
    player.show(UNREAD, image(OTHER))
    assert player.type(said)[-1].text.startswith("Baik, fotonya: ")
    assert "Sebelum dikirim" in given_all_but_papers(player)
    assert {key: value["uploads"] for key, value in answers(player).items()} == sent


def test_of_one_name_the_last_photo_is_meant(player: Player) -> None:
    player.show(UNREAD, UNREAD)
    player.type("yang tadi ktp")
    assert "yang ke-1, untuk surat hilang" in given_all_but_papers(player)
    player.type("ya")
    assert answers(player)["ktp"]["uploads"] == [2]


def test_what_was_asked_about_a_photo_is_answered_by_its_name(player: Player) -> None:
    at_papers(player).show(image(OTHER))
    assert labels(player) == ["retype", "accept", "!officer"]
    assert text(player.type("itu ktp")).startswith("Baik, fotonya: KTP-el. Sekarang foto surat hilang")
    player.show(image(OTHER))
    assert "Sebelum dikirim" in text(player.type("ini surat hilang"))
    assert {key: value["uploads"] for key, value in answers(player).items()} == {"police_letter": [2], "ktp": [1]}


def test_what_can_be_read_on_it_is_surer_than_its_name(player: Player) -> None:
    player.show(image(CARD))
    player.type("ini surat hilang")
    given_all_but_papers(player)
    assert player.says[-1].key == "ask-paper-first"


def test_a_name_is_no_paper(player: Player) -> None:
    player.show(UNREAD)
    player.type("Kartika Contoh")
    top = player.state.top
    assert top is not None and top.answers["name"] == "Kartika Contoh"


def show_called(player: Player, *files: tuple[Reading | None, str]) -> str:
    """An album: what was read on each photo, and what is written under it."""
    first = len(player.files) + 1
    sent = [
        JudgedUpload(number, "fine", "image", reading, f"{number:016}", caption)
        for number, (reading, caption) in enumerate(files, first)
    ]
    player.files |= {file.id: file for file in sent}
    player.keep(replace(player.state, captions={str(file.id): file.caption for file in sent if file.caption}))
    return text(player.hear(Heard(uploads=tuple(sent))))


def papers(player: Player) -> dict[str, list[int]]:
    return {key: value["uploads"] for key, value in answers(player).items()}


def test_a_caption_under_one_photo_of_an_album_counts(player: Player) -> None:
    show_called(at_papers(player), (None, "ini ktp"), (None, ""), (LETTER, ""))
    assert papers(player) == {"police_letter": [2, 3], "ktp": [1]}  # nothing else is missing


def test_a_caption_that_names_them_all_is_shared_out_in_order(player: Player) -> None:
    said = show_called(player, (None, "surat polisi sama ktp"), (None, ""))
    assert said.startswith("Foto surat hilang dan KTP kami simpan dulu")
    assert "Sebelum dikirim" in given_all_but_papers(player)
    assert papers(player) == {"police_letter": [1], "ktp": [2]}


def test_what_was_read_among_them_has_its_name_already(player: Player) -> None:
    show_called(at_papers(player), (None, "surat polisi dan ktp"), (LETTER, ""))
    assert papers(player) == {"police_letter": [2], "ktp": [1]}


def test_one_name_under_several_photos_does_not_tell_which(player: Player) -> None:
    assert "yang mana surat hilang?" in show_called(at_papers(player), (None, "ini ktp"), (OTHER, "ini ktp"))
    player.press("photo:2")
    assert papers(player) == {"police_letter": [2], "ktp": [1]}


def test_what_came_with_other_papers_is_asked_about(player: Player) -> None:
    """Of an album of different papers a photo that nothing tells may be of the one that is still missing."""
    said = show_called(at_papers(player), (LETTER, ""), (CARD, ""), (None, ""))
    assert "Sebelum dikirim" in said and papers(player) == {"police_letter": [1, 3], "ktp": [2]}


def test_a_paper_that_is_not_there_is_not_looked_for_among_the_photos_again(player: Player) -> None:
    player.show(UNREAD)
    assert "Foto tadi untuk surat hilang?" in given_all_but_papers(player)
    assert "kantor polisi terdekat" in text(player.type("bukan, itu ktp. surat polisi ga punya"))
    player.type("berapa ongkirnya?")
    assert player.says[-1].key == "ask-paper-first"
    player.show(image(LETTER))
    assert papers(player) == {"police_letter": [2], "ktp": [1]}


def test_a_poor_photo_is_not_kept_whatever_it_is_called(player: Player) -> None:
    blurred = JudgedUpload(1, "blurred", "image", None, "1", "ini ktp")
    player.files[1] = blurred
    assert text(player.hear(Heard(uploads=(blurred,)))).startswith("Fotonya buram.")
    assert player.state.top is not None and player.state.top.uploads == []


def test_photos_that_come_late_do_not_ask_the_question_again(player: Player) -> None:
    player.show(image(CARD))
    late = JudgedUpload(9, "fine", "image", LETTER, "9")
    player.files[9] = late
    assert text(player.hear(Heard(uploads=(late,), late=True))) == "Surat hilang terbaca, kami simpan dulu."


def test_of_several_photos_that_nothing_tells_it_is_asked_which(player: Player) -> None:
    assert "yang mana surat hilang?" in text(at_papers(player).show(UNREAD, UNREAD))
    player.type("yang pertama surat polisi, kedua ktp")
    assert papers(player) == {"police_letter": [1], "ktp": [2]}


def test_for_the_last_paper_all_of_them_are_taken(player: Player) -> None:
    at_papers(player).show(image(LETTER))
    assert "Sebelum dikirim" in text(player.show(UNREAD, UNREAD))
    assert papers(player)["ktp"] == [2, 3]


def test_of_two_that_can_hardly_be_read_better_ones_are_asked_for(player: Player) -> None:
    assert "buram" in text(at_papers(player).show(image(None, "blurred"), image(None, "blurred")))


def test_counted_from_the_first_the_names_are_those_of_the_first_photos(player: Player) -> None:
    player.show(UNREAD, UNREAD, UNREAD)
    player.type("yang pertama ktp")
    assert player.state.captions == {"1": "KTP-el"}


@pytest.mark.parametrize("said", ["salah kirim", "eh salah foto maaf"])
def test_a_photo_sent_by_mistake_is_not_asked_about_again(player: Player, said: str) -> None:
    at_papers(player).show(image(OTHER))
    player.type(said)
    assert player.says[-1].key == "ask-paper-first"
