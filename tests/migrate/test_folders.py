"""A folder of guides is read with no configuration, one file at a time, whatever its files hold."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from guides_api.migrate.files import UnreadableError
from guides_api.migrate.foreign import Folder, surveyed

TEXT = "---\ntitle: L’été à Évry\n---\n\nDéjà l’été, « où » ça ?\n"


def put(root: Path, path: str, content: str | bytes = TEXT) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(content.encode() if isinstance(content, str) else content)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    for path in (
        *("guides/a.md", "guides/b/index.md", "_posts/2018-10-18-c.markdown", "README.md", "guides/CHANGELOG.md"),
        *("node_modules/x/d.md", ".git/e.md", "apis/f.md", "static/g.md", "static/images/h.png"),
    ):
        put(tmp_path, path)
    return surveyed(tmp_path)


class TestAFolder:
    def test_guides_are_its_markdown_but_what_is_about_the_project_or_is_no_guide(self, folder: Folder) -> None:
        assert folder.guides == ("_posts/2018-10-18-c.markdown", "guides/a.md", "guides/b/index.md")

    def test_records_of_apis_and_public_files_stand_where_they_are_used_to(self, folder: Folder) -> None:
        assert (folder.apis_below, folder.public_below) == ("apis", ("static",))
        assert [(api.path, api.title, api.line, api.slug) for api in folder.apis] == [
            ("apis/f.md", "L’été à Évry", 2, "f"),
        ]
        assert folder.public == {"static/g.md", "static/images/h.png"}

    def test_a_folder_of_pages_without_a_title_is_none_of_apis(self, tmp_path: Path) -> None:
        put(tmp_path, "api/a.md", "# Une page\n")
        assert surveyed(tmp_path).guides == ("api/a.md",)

    def test_other_folders_can_be_named(self, folder: Folder) -> None:
        named = surveyed(folder.root, guides="./guides/", apis="guides/b", public="apis")
        assert named.guides == ("guides/a.md",)
        assert named.api_files == ("guides/b/index.md",)
        assert named.public == {"apis/f.md"}

    def test_articles_of_jekyll_are_known(self, folder: Folder) -> None:
        assert [folder.guide(path).is_post for path in folder.guides] == [True, False, False]


class TestAGuide:
    @pytest.mark.parametrize(
        ("raw", "encoding"),
        [
            (TEXT.encode(), ""),
            (TEXT.encode("utf-8-sig"), ""),
            (TEXT.replace("\n", "\r\n").encode(), ""),
            (TEXT.encode("cp1252"), "Windows-1252"),
            (TEXT.encode("mac_roman"), "Mac Roman"),
            (TEXT.encode("utf-16"), "UTF-16"),
        ],
        ids=["utf-8", "mark", "crlf", "cp1252", "mac", "utf-16"],
    )
    def test_its_text_is_the_same_whatever_its_encoding(self, raw: bytes, encoding: str, tmp_path: Path) -> None:
        put(tmp_path, "a.md", raw)
        guide = surveyed(tmp_path).guide("a.md")
        assert (guide.text, guide.raw, guide.encoding) == (TEXT, raw, encoding)
        assert guide.header.text("title") == "L’été à Évry"
        assert (guide.body, guide.body_line) == ("\nDéjà l’été, « où » ça ?\n", 4)
        assert guide.encoding_line == (1 if "16" in encoding else 2 if encoding else 0)

    @pytest.mark.parametrize("codec", ["cp1252", "mac_roman", "latin-1"])
    @pytest.mark.parametrize("times", [1, 2])
    def test_its_text_is_undamaged_and_the_damage_is_told(self, codec: str, times: int, tmp_path: Path) -> None:
        text = TEXT
        for _ in range(times):
            text = text.encode().decode(codec)
        put(tmp_path, "a.md", text)
        guide = surveyed(tmp_path).guide("a.md")
        assert guide.text == TEXT
        assert (guide.damage_line, guide.damage_count) == (2, len(re.findall(r"[^\x00-\x7f]+", TEXT)))

    def test_its_line_numbers_are_those_of_the_file(self, tmp_path: Path) -> None:
        put(tmp_path, "a.md", "\n\n---\ntitle: A\n---\nUn\n")
        guide = surveyed(tmp_path).guide("a.md")
        assert (guide.header.get("title") or guide.header.entries[0]).line == 4
        assert (guide.body, guide.body_line) == ("Un\n", 6)


class TestAnUnreadableFile:
    def reason(self, root: Path, path: str) -> str:
        with pytest.raises(UnreadableError) as refused:
            surveyed(root).guide(path)
        return str(refused.value)

    def test_a_link_that_leads_nowhere_or_outside_is_not_followed(self, tmp_path: Path) -> None:
        root = tmp_path / "dossier"
        put(root, "a.md")
        put(tmp_path, "secret.md")
        (root / "b.md").symlink_to("absent.md")
        (root / "c.md").symlink_to("../secret.md")
        (root / "d.md").symlink_to("a.md")
        assert self.reason(root, "b.md") == "il mène à un fichier qui n’existe pas"
        assert self.reason(root, "c.md") == "c’est un lien qui mène hors du dossier, ou nulle part"
        assert surveyed(root).guide("d.md").text == TEXT

    def test_what_is_no_file_is_not_opened(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "a.md")
        (tmp_path / "b.md").mkdir()
        assert self.reason(tmp_path, "a.md") == "ce n’est pas un fichier"
        assert surveyed(tmp_path).unreadable == ("b.md",)

    def test_what_is_no_text_or_is_too_big_is_not_read(self, tmp_path: Path) -> None:
        put(tmp_path, "a.md", b"\x89PNG\r\n\0\0\xff")
        with (tmp_path / "b.md").open("wb") as file:
            file.truncate(50 * 1024 * 1024)
        assert self.reason(tmp_path, "a.md") == "ce n’est pas un fichier de texte"
        assert self.reason(tmp_path, "b.md") == "il pèse 50 Mio, 2 au plus sont lus"

    @pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
    def test_what_may_not_be_read_is_told(self, tmp_path: Path) -> None:
        put(tmp_path, "a.md")
        (tmp_path / "a.md").chmod(0)
        assert self.reason(tmp_path, "a.md") == "vous n’avez pas le droit de le lire"
