"""The `guides` command: one module per subcommand, which bears its name in English."""

from collections.abc import Iterator, Mapping
from importlib import import_module

import click

from guides_api.cli import french

_MODULES = {
    "adresses": "addresses",
    "check": "check",
    "composants": "components",
    "compresser": "compress",
    "explain": "explain",
    "fix": "fix",
    "formulaire": "issue",
    "import": "import_",
    "init": "init",
    "materialize": "materialize",
    "new": "new",
    "nginx": "nginx",
    "regles": "rules",
    "schema": "schema",
    "serve": "serve",
    "stats": "stats",
    "verify": "verify",
}


class _Commands(Mapping[str, click.Command]):
    """The subcommands, each read when it is asked for: none waits for what only others need."""

    def __getitem__(self, name: str) -> click.Command:
        module = _MODULES[name]
        command: click.Command = getattr(import_module(f"guides_api.cli.{module}"), module)
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(_MODULES)

    def __len__(self) -> int:
        return len(_MODULES)


@click.group(cls=french.Group, commands=_Commands(), subcommand_metavar="COMMANDE [ARGUMENTS]...")
def guides() -> None:
    """Les outils de Guides API."""


def main() -> None:
    """Run the command as a program."""
    french.run(guides, "guides")
