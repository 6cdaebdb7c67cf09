"""Small pictures of attachments: upright, of photos and scans, and none of what is none."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from secretary_desk.desk.fields.thumbnail import look, seen, shrunk
from secretary_desk.records.record import Attachment
from secretary_desk.store import attachments
from secretary_desk.store.attachments import State

SIDE = 40


def photo(form="JPEG", size=(80, 40), **options):
    """A picture that is red on its left and blue on its right."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    buffer = BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def bomb(side=40_000):
    """A PNG of a few bytes that unpacks to gigabytes."""

    def chunk(kind, data):
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def at(pixels, x, y):
    start = 4 * (y * pixels.width + x)
    red, _, blue, _ = pixels.rgba[start : start + 4]
    return "red" if red > blue else "blue"


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP"])
def test_a_picture_is_made_to_fit(form):
    pixels = shrunk(photo(form), SIDE)
    assert (pixels.width, pixels.height) == (SIDE, SIDE // 2)
    assert len(pixels.rgba) == pixels.width * pixels.height * 4
    assert (at(pixels, 2, 10), at(pixels, 37, 10)) == ("red", "blue")


def test_a_photo_taken_upright_is_shown_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned a quarter to the right
    pixels = shrunk(photo(exif=exif), SIDE)
    assert (pixels.width, pixels.height) == (SIDE // 2, SIDE)
    assert (at(pixels, 10, 2), at(pixels, 10, 37)) == ("red", "blue")


def test_a_large_photo_is_made_small_as_well():
    assert shrunk(photo(size=(9000, 8000)), SIDE).width == SIDE


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize("side", [8_000, 12_000, 40_000])
def test_what_would_unpack_to_gigabytes_is_not_unpacked(side):
    assert shrunk(bomb(side), SIDE) is None


@pytest.mark.parametrize(
    "data",
    [b"", b"x", b"%PDF-1.7", b"%!PS-Adobe-3.0 EPSF-3.0\n", photo()[:200], photo("PNG")[:60]],
)
def test_what_is_broken_or_no_picture_has_none(data):
    assert shrunk(data, SIDE) is None


def test_what_is_seen_of_a_file_tells_whether_it_is_sound(tmp_path):
    archive = tmp_path / "a.sdesk"
    archive.touch()
    kept = attachments.keep_bytes(archive, "照片.JPG", photo())
    paper = attachments.keep_bytes(archive, "决议.pdf", photo("PNG"))
    assert seen(archive, kept, SIDE).pixels
    assert seen(archive, paper, SIDE) == (State.SOUND, None)
    assert look(archive, kept, SIDE).result() == seen(archive, kept, SIDE)
    attachments.path_of(archive, kept).write_bytes(photo("PNG"))
    assert seen(archive, kept, SIDE) == (State.CHANGED, None)
    attachments.path_of(archive, kept).unlink()
    assert seen(archive, kept, SIDE) == (State.MISSING, None)
    assert seen(archive, Attachment(name="../a.jpg", sha256="../a"), SIDE) == (State.MISSING, None)
