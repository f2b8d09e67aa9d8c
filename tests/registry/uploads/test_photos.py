"""Photos: encoded anew, and judged as a patient officer would."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import ExifTags, Image
from PIL.PngImagePlugin import PngInfo

from registry.uploads.legibility import judge
from registry.uploads.photos import LONGEST_SIDE, clean_photo
from registry.uploads.verdict import Inspected, Quality
from tests.registry.uploads.papers import blurred, dimmed, encoded, letter, shaded

SECRET = b"Jalan Rahasia 5"


def opened(found: Inspected) -> Image.Image:
    return Image.open(BytesIO(found.data))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_every_form_becomes_a_jpeg(form: str) -> None:
    found = clean_photo(encoded(letter(900, 1200), form))
    assert (opened(found).format, found.media_type) == ("JPEG", "image/jpeg")
    assert (found.quality, found.width, found.height) == (Quality.FINE, 900, 1200)


def test_place_camera_and_comments_are_gone() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = SECRET.decode()
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "S"
    sent = encoded(letter(700, 900), exif=exif, comment=SECRET, xmp=SECRET, icc_profile=SECRET)
    kept = clean_photo(sent).data
    assert SECRET in sent
    assert SECRET not in kept
    assert not Image.open(BytesIO(kept)).getexif()


def test_text_hidden_in_a_png_is_gone() -> None:
    hidden = PngInfo()
    hidden.add_text("Comment", SECRET.decode())
    assert SECRET not in clean_photo(encoded(letter(700, 900), "PNG", pnginfo=hidden)).data


def test_bytes_after_the_picture_are_gone() -> None:
    assert SECRET not in clean_photo(encoded(letter(700, 900)) + SECRET).data


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_photo_stands_upright(orientation: int) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    found = clean_photo(encoded(letter(900, 1200), exif=exif))
    assert (found.width, found.height) == ((900, 1200) if orientation < 5 else (1200, 900))


@pytest.mark.filterwarnings("ignore:Corrupt EXIF")
def test_broken_exif_does_not_spoil_a_good_photo() -> None:
    assert clean_photo(encoded(letter(900, 1200), exif=b"Exif\0\0MM\0*\xff\xff\xff\xff")).quality is Quality.FINE


def test_a_large_photo_is_shrunk() -> None:
    found = clean_photo(encoded(Image.new("RGB", (4000, 3200))))
    assert (found.width, found.height) == (LONGEST_SIDE, 2400)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "I;16", "CMYK"])
def test_every_kind_of_pixel_becomes_colour(mode: str) -> None:
    black = Image.new("CMYK", (700, 700), (0, 0, 0, 255)) if mode == "CMYK" else Image.new(mode, (700, 700))
    found = opened(clean_photo(encoded(black, "JPEG" if mode == "CMYK" else "PNG")))
    assert (found.mode, found.getpixel((350, 350))) == ("RGB", (0, 0, 0) if mode not in ("LA", "RGBA") else 3 * (255,))


def test_sixteen_bit_grey_keeps_its_shades() -> None:
    found = opened(clean_photo(encoded(Image.new("I;16", (700, 700), 100 * 256), "PNG")))
    assert found.getpixel((350, 350)) == (100, 100, 100)


def test_what_is_transparent_becomes_white_paper() -> None:
    found = clean_photo(encoded(Image.new("RGBA", (700, 700), (0, 0, 0, 0)), "PNG"))
    assert opened(found).getpixel((350, 350)) == (255, 255, 255)


def card() -> Image.Image:
    return letter(1280, 800, text=0.03, lines=12)


def far_away() -> Image.Image:
    desk = Image.new("RGB", (1600, 1200), (130, 110, 90))
    desk.paste(letter(600, 800), (500, 200))
    return desk


@pytest.mark.parametrize(
    ("photo", "quality"),
    [
        pytest.param(letter, Quality.FINE, id="letter"),
        pytest.param(card, Quality.FINE, id="card"),
        pytest.param(far_away, Quality.FINE, id="far away"),
        pytest.param(lambda: letter(ink=150), Quality.FINE, id="faint ink"),
        pytest.param(lambda: letter(lines=5), Quality.FINE, id="few lines"),
        pytest.param(lambda: letter(text=0.012, lines=45), Quality.FINE, id="small print"),
        pytest.param(lambda: letter(650, 900), Quality.FINE, id="modest size"),
        pytest.param(lambda: letter().rotate(7, expand=True), Quality.FINE, id="askew"),
        pytest.param(lambda: letter().transpose(Image.Transpose.ROTATE_90), Quality.FINE, id="on its side"),
        pytest.param(lambda: shaded(letter()), Quality.FINE, id="shaded"),
        pytest.param(lambda: dimmed(letter(), 0.35), Quality.FINE, id="lamplight"),
        pytest.param(lambda: blurred(letter(), 1), Quality.FINE, id="soft"),
        pytest.param(lambda: blurred(letter(), 3), Quality.BLURRED, id="blurred"),
        pytest.param(lambda: blurred(letter(), 8), Quality.BLURRED, id="very blurred"),
        pytest.param(lambda: blurred(card(), 4), Quality.BLURRED, id="blurred card"),
        pytest.param(lambda: dimmed(blurred(letter(), 6), 0.5), Quality.BLURRED, id="blurred and dim"),
        pytest.param(lambda: blurred(letter().resize((2400, 3200)), 8), Quality.BLURRED, id="blurred and large"),
        pytest.param(lambda: dimmed(letter(), 0.15), Quality.DARK, id="dark"),
        pytest.param(lambda: Image.new("RGB", (1200, 1600)), Quality.DARK, id="black"),
        pytest.param(lambda: letter(400, 600), Quality.SMALL, id="small"),
    ],
)
def test_how_well_a_paper_can_be_read(photo: Callable[[], Image.Image], quality: Quality) -> None:
    """Drawn when its turn comes: each process that collects the tests would draw them all."""
    assert judge(Image.open(BytesIO(encoded(photo(), quality=60)))) is quality
