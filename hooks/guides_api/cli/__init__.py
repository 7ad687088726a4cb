"""The `guides` command: one module per subcommand."""

import click

from guides_api.cli import french
from guides_api.cli.check import check
from guides_api.cli.components import components
from guides_api.cli.new import new
from guides_api.cli.serve import serve


@click.group(cls=french.Group, subcommand_metavar="COMMANDE [ARGUMENTS]...")
def guides() -> None:
    """Les outils de Guides API."""


for command in (check, components, new, serve):
    guides.add_command(command)


def main() -> None:
    """Run the command as a program."""
    french.run(guides, "guides")
