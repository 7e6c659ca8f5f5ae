"""Light letters on a dark band become dark on white; pale bands, pictures and plain pages stay as they are."""

from __future__ import annotations

from PIL import Image, ImageDraw

from pipeline.recognition.bands import with_dark_letters


def page(band: int, letters: int) -> Image.Image:
    """A white page with dark text lines, and a band with bars for letters on it."""
    image = Image.new("L", (800, 1000), 255)
    draw = ImageDraw.Draw(image)
    for y in range(300, 900, 40):
        draw.rectangle((100, y, 500, y + 8), fill=0)
    draw.rectangle((80, 100, 720, 180), fill=band)
    for x in range(120, 600, 30):
        draw.rectangle((x, 130, x + 8, 150), fill=letters)
    return image


def test_white_on_blue_becomes_black_on_white() -> None:
    turned = with_dark_letters(page(band=145, letters=255))
    assert turned.getpixel((124, 140)) == 0
    assert turned.getpixel((110, 140)) == 255
    assert turned.getpixel((200, 304)) == 0
    assert turned.getpixel((40, 140)) == 255


def test_black_on_grey_and_plain_pages_are_the_same_picture() -> None:
    for image in (page(band=180, letters=0), page(band=235, letters=0), page(band=255, letters=0)):
        assert with_dark_letters(image) is image
