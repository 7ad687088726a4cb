"""Templates as Python runs them, from one build to the next: compiling them takes as long as drawing many pages."""

from __future__ import annotations

from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from guides_api.engine.cache_file import CacheFile, sum_of
from guides_api.engine.our_code import of_code


class KeptTemplates(CacheFile):
    """What earlier builds compiled, while our code and Jinja stay the same; Jinja itself compares the source."""

    tables = """
    CREATE TABLE IF NOT EXISTS templates (name TEXT PRIMARY KEY, code BLOB, compiled BLOB, sum BLOB) WITHOUT ROWID
    """

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self._root, self._code = root, of_code()
        rows = self._found("SELECT name, compiled, sum FROM templates WHERE code = ?", self._code)
        self.compiled = {name: made for name, made, kept in rows if kept and kept == sum_of(name, made)}
        self._before = {**self.compiled}
        self.close()

    def of(self, environment: str) -> BytecodeCache:
        """Return what keeps the templates of one environment: another would compile the same file otherwise."""
        return _Shelf(self.compiled, environment)

    def keep(self) -> None:
        """Keep what was compiled since."""
        new = {name: made for name, made in self.compiled.items() if self._before.get(name) != made}
        if not new:
            return
        super().__init__(self._root)
        with self._at_worst_nothing():
            if self._base is not None:
                self._base.execute("BEGIN IMMEDIATE")
                self._base.execute("DELETE FROM templates WHERE code <> ?", (self._code,))
                rows = ((name, self._code, made, sum_of(name, made)) for name, made in new.items())
                self._base.executemany("REPLACE INTO templates VALUES (?, ?, ?, ?)", rows)
                self._base.execute("COMMIT")
        self.close()


class _Shelf(BytecodeCache):
    def __init__(self, compiled: dict[str, bytes], environment: str) -> None:
        self._compiled, self._environment = compiled, environment

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002  Jinja gives both
        """Return what a template is known by: its file may be anywhere, for the source is compared."""
        return f"{self._environment} {name}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what is known of a template."""
        if known := self._compiled.get(bucket.key):
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Note a template that was compiled."""
        self._compiled[bucket.key] = bucket.bytecode_to_string()
