"""Pictures that weigh a hundred bytes: what programs read of one to know what it is."""

from __future__ import annotations

import struct
import zlib


def png(width: int, height: int) -> bytes:
    """Return a white picture of so many pixels."""
    rows = (b"\0" + b"\xff" * ((width + 7) // 8)) * height
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


def jpeg(width: int, height: int) -> bytes:
    """Return the segments of a photograph that say its size; its dots are missing."""
    head = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    frame = b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", height, width) + b"\x01\x01\x11\x00"
    return head + frame + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + b"\xff\xd9"


def gif(width: int, height: int) -> bytes:
    """Return an animation of one frame, without colours."""
    frame = b"," + struct.pack("<HHHHB", 0, 0, width, height, 0) + b"\x02\x02\x44\x01\x00"
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff" + frame + b";"


def svg(width: int, height: int) -> bytes:
    """Return a drawing: whatever its size, it weighs nothing more."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"></svg>\n'.encode()


def ico(side: int) -> bytes:
    """Return the icon of a site, a picture in its box."""
    picture = png(side, side)
    return struct.pack("<HHHBBBBHHII", 0, 1, 1, side, side, 0, 0, 1, 1, len(picture), 22) + picture
