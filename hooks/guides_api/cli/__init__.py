"""The `guides` command: one module per subcommand."""

import click

from guides_api.cli import french
from guides_api.cli.addresses import addresses
from guides_api.cli.check import check
from guides_api.cli.components import components
from guides_api.cli.compress import compress
from guides_api.cli.explain import explain
from guides_api.cli.fix import fix
from guides_api.cli.init import init
from guides_api.cli.issue import issue
from guides_api.cli.materialize import materialize
from guides_api.cli.new import new
from guides_api.cli.nginx import nginx
from guides_api.cli.rules import rules
from guides_api.cli.schema import schema
from guides_api.cli.serve import serve
from guides_api.cli.stats import stats
from guides_api.cli.verify import verify


@click.group(cls=french.Group, subcommand_metavar="COMMANDE [ARGUMENTS]...")
def guides() -> None:
    """Les outils de Guides API."""


for command in (
    addresses,
    check,
    components,
    compress,
    explain,
    fix,
    init,
    issue,
    materialize,
    new,
    nginx,
    rules,
    schema,
    serve,
    stats,
    verify,
):
    guides.add_command(command)


def main() -> None:
    """Run the command as a program."""
    french.run(guides, "guides")
