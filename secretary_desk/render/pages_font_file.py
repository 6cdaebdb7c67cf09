"""The TrueType files that Qt puts into a PDF, without what no viewer reads."""

from struct import Struct

_FIRST = 12  # where the list of tables begins
_TABLE = Struct(">4sLLL")  # tag, checksum, offset, length
_LONG = Struct(">L")
_SUM = 4  # of a table's entry: where its checksum is
_ADJUSTMENT = 8  # of the head: where what makes up the whole file's checksum is


def nameless(font: bytes) -> bytes:
    """Return a font file of the same length whose names are blank, its checksums right.

    One without names stays as it is. They hold licences in many languages: packed, up to ten
    kilobytes of a Chinese font.
    """
    tables = {}
    for entry in range(_FIRST, _FIRST + _TABLE.size * font[5], _TABLE.size):
        tag, checksum, offset, length = _TABLE.unpack_from(font, entry)
        tables[tag] = entry, checksum, offset, length
    if b"name" not in tables:
        return font
    entry, checksum, offset, length = tables[b"name"]
    made = bytearray(font)
    made[offset : offset + length] = bytes(length)
    _LONG.pack_into(made, entry + _SUM, 0)
    # The names went into the whole file's sum twice: as they are, and by their checksum.
    at = tables[b"head"][2] + _ADJUSTMENT
    (adjustment,) = _LONG.unpack_from(font, at)
    _LONG.pack_into(made, at, (adjustment + 2 * checksum) % 2**32)
    return bytes(made)
