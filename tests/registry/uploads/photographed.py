"""Sample papers as telephones photograph them: turned, in shadow, from the side, under a lamp, pressed into a JPEG."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from io import BytesIO

from PIL import ExifTags, Image, ImageDraw, ImageFilter

Photo = Image.Image
DESKS = ((150, 120, 95), (96, 84, 78), (178, 172, 160), (62, 70, 66))
GRAIN = 0.06  # of the noise in each pixel
JPEG = 60  # WhatsApp's own compression is no kinder


def on_a_desk(paper: Photo, dice: random.Random) -> Photo:
    """The paper with some desk around it, under a lamp that is no studio's."""
    margin = dice.uniform(0.04, 0.14)
    width, height = (round(side * (1 + 2 * margin)) for side in paper.size)
    desk = Image.new("RGB", (width, height), dice.choice(DESKS))
    desk.paste(_dull(paper, dice.uniform(0.82, 0.93)), (round(paper.width * margin), round(paper.height * margin)))
    return desk


def tilted(paper: Photo, dice: random.Random) -> Photo:
    desk = on_a_desk(paper, dice)
    return desk.rotate(dice.uniform(-15, 15), Image.Resampling.BICUBIC, expand=True, fillcolor=desk.getpixel((0, 0)))


def sideways(paper: Photo, dice: random.Random) -> Photo:
    return tilted(paper, dice).transpose(dice.choice((Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270)))


def upside_down(paper: Photo, dice: random.Random) -> Photo:
    return tilted(paper, dice).transpose(Image.Transpose.ROTATE_180)


def shaded(paper: Photo, dice: random.Random) -> Photo:
    """The photographer's own shadow, with a soft edge across the paper."""
    desk = on_a_desk(paper, dice)
    shadow = Image.new("L", desk.size, 255)
    left = dice.uniform(0.2, 0.6) * desk.width
    foot = left + dice.uniform(-0.3, 0.3) * desk.width
    corners = [(left, 0), (desk.width, 0), desk.size, (foot, desk.height)]
    ImageDraw.Draw(shadow).polygon(corners, fill=0)
    shadow = shadow.filter(ImageFilter.GaussianBlur(desk.width / 25))
    return Image.composite(desk, _dull(desk, dice.uniform(0.25, 0.55)), shadow)


def from_the_side(paper: Photo, dice: random.Random) -> Photo:
    """Perspective: the far edge is shorter, by up to two fifths."""
    desk = on_a_desk(paper, dice)
    width, height = desk.size
    inward = [dice.uniform(0, 0.2) for _ in range(4)]
    corners = [
        (width * inward[0], height * inward[1] / 2),
        (width * (1 - inward[1]), height * inward[0] / 2),
        (width * (1 - inward[2] / 2), height * (1 - inward[3] / 2)),
        (width * inward[3] / 2, height * (1 - inward[2] / 2)),
    ]
    return desk.transform(
        desk.size, Image.Transform.PERSPECTIVE, _coefficients(corners, desk.size), Image.Resampling.BICUBIC,
        fillcolor=desk.getpixel((0, 0)),
    )  # fmt: skip


def under_a_lamp(paper: Photo, dice: random.Random) -> Photo:
    """A reflection that burns out a spot of the paper, though not the words that matter most."""
    desk = on_a_desk(paper, dice)
    light = Image.new("L", desk.size, 0)
    x, y, radius = desk.width * dice.uniform(0.4, 0.9), desk.height * dice.uniform(0.45, 0.85), desk.width * 0.12
    ImageDraw.Draw(light).ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
    light = light.filter(ImageFilter.GaussianBlur(radius / 2))
    return Image.composite(Image.new("RGB", desk.size, "white"), desk, light)


def with_a_soft_lens(paper: Photo, dice: random.Random) -> Photo:
    desk = on_a_desk(paper, dice)
    return desk.filter(ImageFilter.GaussianBlur(max(desk.size) / 1600 * dice.uniform(1.0, 1.8)))


def from_afar(paper: Photo, dice: random.Random) -> Photo:
    """The paper fills half of the photo's width."""
    desk = Image.new("RGB", (paper.width * 2, round(paper.height * 1.5)), dice.choice(DESKS))
    desk.paste(_dull(paper, 0.88), (round(paper.width * dice.uniform(0.2, 0.8)), round(paper.height * 0.25)))
    return desk


def all_at_once(paper: Photo, dice: random.Random) -> Photo:
    askew = from_the_side(paper, dice).rotate(dice.uniform(-6, 6), Image.Resampling.BICUBIC, expand=True)
    return shaded(askew, dice)


GOOD: Mapping[str, Callable[[Photo, random.Random], Photo]] = {
    "flat": on_a_desk, "tilted": tilted, "sideways": sideways, "upside down": upside_down, "shaded": shaded,
    "from the side": from_the_side, "under a lamp": under_a_lamp, "soft lens": with_a_soft_lens, "from afar": from_afar,
    "all at once": all_at_once,
}  # fmt: skip


def taken(paper: Photo, how: str, seed: int = 1, *, longest: int = 1600, exif: bool = False) -> bytes:
    """The JPEG that WhatsApp passes on: the same every time. `exif`: it lies on its side and says so in its header."""
    dice = random.Random(f"{how} {seed}")
    photo = GOOD[how](paper, dice).convert("RGB")
    photo.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    photo = _grain(photo, seed)
    return _encoded(photo, exif)


def _encoded(photo: Photo, exif: bool) -> bytes:
    out, header = BytesIO(), Image.Exif()
    if exif:
        photo = photo.transpose(Image.Transpose.ROTATE_90)
        header[ExifTags.Base.Orientation] = 6
    photo.save(out, "JPEG", quality=JPEG, exif=header)
    return out.getvalue()


def _grain(photo: Photo, seed: int) -> Photo:
    """Of a small sensor indoors. Drawn from the seed: Pillow's own noise is another each time."""
    dice = random.Random(seed)
    tile = Image.frombytes("L", (256, 256), dice.randbytes(256 * 256)).filter(ImageFilter.GaussianBlur(0.7))
    noise = Image.new("L", photo.size)
    for left in range(0, photo.width, 256):
        for top in range(0, photo.height, 256):
            noise.paste(tile, (left, top))
    mixed = Image.blend(photo, noise.convert("RGB"), GRAIN)
    return mixed.point(lambda value: round((value - 128 * GRAIN) / (1 - GRAIN)))  # burnt-out spots stay burnt out


def _dull(photo: Photo, light: float) -> Photo:
    return photo.point(lambda value: int(value * light))


def _coefficients(corners: list[tuple[float, float]], size: tuple[int, int]) -> list[float]:
    """For Image.transform: where a pixel of the result comes from, when the picture's corners go to `corners`."""
    width, height = size
    rows, right = list[list[float]](), list[float]()
    for (x, y), (u, v) in zip(corners, ((0, 0), (width, 0), (width, height), (0, height)), strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    return _solved(rows, right)


def _solved(rows: list[list[float]], right: list[float]) -> list[float]:
    """Eight equations by Gauss and Jordan."""
    matrix = [[*row, value] for row, value in zip(rows, right, strict=True)]
    for column in range(len(matrix)):
        pivot = max(range(column, len(matrix)), key=lambda row: abs(matrix[row][column]))
        matrix[column], matrix[pivot] = matrix[pivot], matrix[column]
        matrix[column] = [value / matrix[column][column] for value in matrix[column]]
        for row in range(len(matrix)):
            if row != column:
                factor = matrix[row][column]
                matrix[row] = [a - factor * b for a, b in zip(matrix[row], matrix[column], strict=True)]
    return [row[-1] for row in matrix]
