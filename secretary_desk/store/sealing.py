"""Encryption of one stream under a passphrase: libsodium's secretstream and Argon2id (PyNaCl).

The stream is XChaCha20-Poly1305 in pieces, of which none can be changed, left out, repeated or put
elsewhere, and the last one is marked, so that a cut is noticed. The key is derived by Argon2id,
which takes memory as well as time. The head with its cost is authenticated with every piece.

Only packages are encrypted; the archive at work is not. Measured in November 2026:
apsw-sqlite3mc 3.54 does not run under sqlite-utils. sqlcipher3-wheels 0.5.7 (win_amd64, cp313:
5.9 MB) does, no slower, 0.2 s for the key, once it stands in ``sys.modules`` for sqlite3 itself
before anything imports that: else its errors pass every ``except``. Keyed, 34 of 339 tests of the
store pass, for the file's first bytes tell nothing; with 96 of them left plain and the salt kept
elsewhere, 329 (the others look for words or compare bytes in the file). Not taken: a passphrase
forgotten is every year lost, and every backup with it; attachments and reports would lie beside
the archive as plain as now; and one maintainer's build would replace SQLite. Windows does it
better for the whole disk (BitLocker), and what leaves the computer goes as a sealed package.
"""

import struct
import unicodedata
from collections.abc import Iterator
from typing import IO

from ..errors import DeskError

MAGIC = b"sdeskpack-sealed"
PIECE = 64 * 1024  # bytes of plain text
COST = (3, 256 * 1024)  # Argon2id: passes, KiB of memory; libsodium's MODERATE, 0.7 s on a laptop
_MOST = (10, 1024 * 1024)  # what a file may ask of the machine that opens it
_HEAD = struct.Struct(f">{len(MAGIC)}sII16s")
_OVERHEAD, _HEADER = 17, 24  # of secretstream


class Sealer:
    """A file to be written to once, in order; what is written comes out encrypted."""

    def __init__(self, out: IO[bytes], passphrase: str) -> None:
        from nacl import bindings
        from nacl.utils import random

        self._out, self._waiting = out, bytearray()
        self._head = _HEAD.pack(MAGIC, *COST, random(16))
        self._state = bindings.crypto_secretstream_xchacha20poly1305_state()
        header = bindings.crypto_secretstream_xchacha20poly1305_init_push(
            self._state, _key(self._head, passphrase)
        )
        out.write(self._head + header)

    def write(self, data: bytes) -> int:
        """Take bytes in."""
        self._waiting += data
        while len(self._waiting) > PIECE:  # the last piece, marked as such, is never empty-handed
            self._push(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]
        return len(data)

    def flush(self) -> None:
        """Do nothing: pieces are written when they are full."""

    def finish(self) -> None:
        """Write the last piece."""
        self._push(bytes(self._waiting), last=True)

    def _push(self, piece: bytes, *, last: bool) -> None:
        from nacl import bindings

        tag = (
            bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL
            if last
            else bindings.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
        )
        sealed = bindings.crypto_secretstream_xchacha20poly1305_push(
            self._state, piece, self._head, tag
        )
        self._out.write(sealed)


def is_sealed(start: bytes) -> bool:
    """Whether a file that begins so was written by a ``Sealer``."""
    return start.startswith(MAGIC)


def unsealed(file: IO[bytes], passphrase: str) -> Iterator[bytes]:
    """Yield the plain pieces of a sealed file; raises DeskError, at the first one or later."""
    from nacl import bindings
    from nacl.exceptions import CryptoError

    head, header = file.read(_HEAD.size), file.read(_HEADER)
    if len(header) < _HEADER:
        raise broken()
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    key = _key(head, passphrase)
    bindings.crypto_secretstream_xchacha20poly1305_init_pull(state, header, key)
    reason, last = "口令不对，或文件已损坏", False
    while piece := file.read(PIECE + _OVERHEAD):
        if last or len(piece) < _OVERHEAD:
            raise broken()
        try:
            plain, tag = bindings.crypto_secretstream_xchacha20poly1305_pull(state, piece, head)
        except CryptoError:
            raise DeskError(reason) from None
        reason = "文件已损坏"
        last = tag == bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL
        yield plain
    if not last:
        raise broken()


def broken() -> DeskError:
    """Return the reason for a package that does not hold together."""
    return DeskError("文件不完整或已损坏")


def _key(head: bytes, passphrase: str) -> bytes:
    """Return the key for a head; the same passphrase typed on another system gives the same."""
    from nacl.pwhash import argon2id

    _, passes, memory, salt = _HEAD.unpack(head)
    if not (1 <= passes <= _MOST[0] and 8 <= memory <= _MOST[1]):
        raise broken()
    words = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    if not words:
        raise DeskError("口令不能是空的")
    try:
        return argon2id.kdf(32, words, salt, opslimit=passes, memlimit=memory * 1024)
    except (MemoryError, RuntimeError):
        raise DeskError("内存不够，请关闭一些程序后再试") from None
