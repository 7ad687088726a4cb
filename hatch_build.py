"""What the wheel holds beside the package: how this project is built, for the sites that only add their content."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SHARED = ("mkdocs.yml", "overrides", "requirements.lock")


class Shared(BuildHookInterface[Any]):
    """Puts it under guides_api/shared/, laid out as here."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the files, unless the install is an editable one: the package then finds them where they are."""
        if version == "editable":
            return
        root = Path(self.root)
        paths = [*SHARED, *(file.relative_to(root).as_posix() for file in sorted((root / "hooks").glob("*.py")))]
        build_data["force_include"] |= {str(root / path): f"guides_api/shared/{path}" for path in paths}
