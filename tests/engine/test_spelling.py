"""The words of every page, read by Debian's French dictionary."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from tests import dom

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.project import Project

ACCEPTED = Path(__file__).with_name("accepted_words.txt")
WORD = re.compile(r"(?<![\w&])[^\W\d_]+(?:['-][^\W\d_]+)*")
ELISION = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'", re.IGNORECASE)
ADDRESS = re.compile(r"https?://\S+|\S+@\S+|(?<!\S)/\S+/|\b[\w-]+(?:\.[\w-]+)+")
NOT_READ = ("script", "style", "code", "pre", "svg")


def test_every_word_is_french_or_known_to_us(site: Path, real: Project) -> None:
    accepted = {*names(real.catalogue), *ACCEPTED.read_text(encoding="utf-8").split()}
    found = {word: pages for word, pages in words_of(site).items() if not {word, bare(word)} & accepted}
    unknown = {word for word in dictionary_lacks(found) if bare(word) in dictionary_lacks([bare(word)])}
    told = [f"{word} : {', '.join(sorted(found[word])[:3])}" for word in sorted(unknown)]
    assert told == [], f"fautes, ou mots à ajouter à {ACCEPTED.name}"


def test_the_dictionary_is_there_and_tells_words_apart() -> None:
    assert dictionary_lacks(["délibération", "l'aide", "délibèration", "DataPass"]) == {"délibèration", "DataPass"}


def test_our_own_words_are_all_needed_and_in_order(site: Path, real: Project) -> None:
    ours = ACCEPTED.read_text(encoding="utf-8").split()
    assert ours == sorted(set(ours))
    used = {form for word in words_of(site) for form in (word, bare(word))}
    assert [word for word in ours if word not in used or word in names(real.catalogue)] == []
    assert dictionary_lacks(ours) == set(ours)


def words_of(site: Path) -> dict[str, set[str]]:
    """Return the words of all pages' own content, each with the pages that hold it."""
    found = defaultdict(set)
    for file in site.rglob("*.html"):
        tree, _ = dom.read(file.read_text(encoding="utf-8"))
        for article in tree.all("article"):
            text = ADDRESS.sub(" ", "".join(pieces(article))).replace("’", "'")
            for word in WORD.findall(text):
                found[word].add(file.parent.relative_to(site).as_posix())
    return found


def pieces(element: dom.Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.tag not in NOT_READ and child.attributes.get("lang", "fr") == "fr":
            yield " "
            yield from pieces(child)
            yield " "


def names(catalogue: Catalogue) -> set[str]:
    """Return the words of what has a name of its own: editors, solutions, providers, terms, what was removed."""
    named = chain(
        (editor.name for editor in catalogue.editors.values()),
        (solution.name for _, solution in catalogue.solutions()),
        (f"{provider.name} {provider.full_name}" for provider in catalogue.providers.values()),
        (f"{term.name} {term.full} {' '.join(term.variants)}" for term in catalogue.glossary.values()),
        (removed.name for removed in catalogue.removed.values()),
    )
    return {form for name in named for word in WORD.findall(name.replace("’", "'")) for form in (word, bare(word))}


def bare(word: str) -> str:
    return ELISION.sub("", word)


def dictionary_lacks(words: Iterator[str] | list[str] | dict[str, set[str]]) -> set[str]:
    hunspell = shutil.which("hunspell")
    assert hunspell, "hunspell manque. Sous Debian ou Ubuntu : sudo apt-get install hunspell hunspell-fr"
    done = subprocess.run(
        [hunspell, "-d", "fr_FR", "-i", "utf-8", "-l"],
        input="\n".join(words),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(filter(None, done.stdout.split("\n")))
