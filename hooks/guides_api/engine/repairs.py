"""What the theme writes wrong where no template can be overridden, put right in the finished page."""

from __future__ import annotations

REPAIRS = (
    # The switches of the theme are boxes to tick: HTML has no `autocomplete` for them.
    (' type="checkbox" id="__drawer" autocomplete="off">', ' type="checkbox" id="__drawer" hidden>'),
    (' type="checkbox" id="__search" autocomplete="off">', ' type="checkbox" id="__search" tabindex="-1">'),
    # It closes a drawer that our header doesn't open.
    ('<label class="md-overlay" for="__drawer"></label>', ""),
)


def repaired(page: str) -> str:
    """Return a finished page with each fault of the theme put right; one that is no longer there changes nothing."""
    for wrong, right in REPAIRS:
        page = page.replace(wrong, right, 1)
    return page
