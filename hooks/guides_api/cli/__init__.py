"""The `guides` command: one module per subcommand."""

import click

from guides_api.cli.check import check
from guides_api.cli.components import components
from guides_api.cli.serve import serve


@click.group()
def main() -> None:
    """Les outils de Guides API."""


main.add_command(check)
main.add_command(components)
main.add_command(serve)
