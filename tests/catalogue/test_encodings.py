"""UTF-8 that was misread, once or twice, in whole or in part, says again what it said; French is left alone."""

from __future__ import annotations

from itertools import product

import pytest

from guides_api.catalogue.encodings import damaged, damages, undamaged

TEXT = "À l’été, « où » ça ? Œuvre… 3 € ☀️ ⚙️ 🛠 À Â Ê ù ï"
CODECS = ("cp1252", "mac_roman", "latin-1")
UNDEFINED = "\x81\x8d\x8f\x90\x9d"  # what Windows-1252 leaves undefined


def misread(text: str, codec: str) -> str:
    return "".join(
        chr(byte) if codec == "cp1252" and chr(byte) in UNDEFINED else bytes([byte]).decode(codec)
        for byte in text.encode()
    )


@pytest.mark.parametrize("codec", CODECS)
def test_text_misread_once_is_restored_exactly(codec: str) -> None:
    assert undamaged(misread(TEXT, codec)) == TEXT


@pytest.mark.parametrize(("first", "second"), list(product(CODECS, CODECS)))
def test_text_misread_twice_is_restored_exactly(first: str, second: str) -> None:
    assert undamaged(misread(misread(TEXT, first), second)) == TEXT


@pytest.mark.parametrize("codec", CODECS)
def test_a_sign_misread_beside_one_that_was_not_is_restored(codec: str) -> None:
    assert undamaged(f"«{misread('été', codec)}» déjà") == "«été» déjà"


@pytest.mark.parametrize(
    "text",
    [TEXT, TEXT.upper(), "ÉLÈVE…", "2 × 3 ≈ 6, √2, ∏, ¬", "ÂGE « Â »", "São Paulo, Ängström", "‚bas‘ „bas“ †‡ ‰"],
)
def test_text_that_was_never_misread_is_left_alone(text: str) -> None:
    assert undamaged(text) == text
    assert list(damages(text)) == []


def test_each_damaged_place_is_told_with_what_it_said() -> None:
    text = f"Le d{misread('é', 'cp1252')}lai, l'{misread('été', 'cp1252')}"
    assert [(text[item.start : item.end], item.was) for item in damages(text)] == [("Ã©", "é")] * 3
    assert damaged(text) == (4, "dÃ©lai", "délai")
