"""Photos in the chat: judged by what was read, sorted to the papers they show, never a dead end."""

from __future__ import annotations

import pytest

from bot.effects import OpenCase
from registry.uploads.reading import Reading
from tests.bot.photographer import (
    CARD,
    LETTER,
    MINE,
    NOTHING,
    OTHER,
    THEIR_CARD,
    THEIRS,
    answers,
    at_papers,
    image,
    labels,
    text,
)
from tests.bot.photographer import player as player
from tests.bot.player import Player


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
    """What the others may show is left to the paper that comes next."""
    at_papers(player).show(image(None, "blurred"), image(OTHER), image(LETTER))
    letter = answers(player)["police_letter"]
    assert (letter["uploads"], letter["flagged"]) == ([3], False)
    player.show(image(CARD))
    assert answers(player)["ktp"]["uploads"] == [4]


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


def test_another_paper_that_shines_is_another_paper(player: Player) -> None:
    at_papers(player)
    said = text(player.show(image(Reading(("marriage_proof",), trouble="glare"))))
    assert "belum terlihat" in said and labels(player) == ["retype", "accept", "!officer"]


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
    assert player.says[-1].key == "ask-parent"
    player.type("ubah bukti lahir")
    assert player.says[-1].key == "ask-birth_proof"


def test_a_photo_that_can_hardly_be_read_answers_nothing() -> None:
    player = Player()
    player.type("akta lahir")
    player.show(image(Reading(("birth_letter",)), "blurred"))
    assert player.says[-1].key == "ask-birth_proof"
