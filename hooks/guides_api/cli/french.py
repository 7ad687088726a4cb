"""Click in French: its help, and what it says of a command that is misused."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any, NoReturn

import click

from guides_api.catalogue.problems import listed

MISUSE = 2  # the exit code of a command that can't be understood


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Utilisation : ")

    def write_heading(self, heading: str) -> None:
        self.write(f"{heading} :\n")


class _Context(click.Context):
    formatter_class = _Formatter


class Option(click.Option):
    """An option whose help tells in French that it is required."""

    def get_help_extra(self, ctx: click.Context) -> click.types.OptionHelpExtra:
        """Return what Click adds to the words of the help."""
        extra = super().get_help_extra(ctx)
        return extra | {"required": "obligatoire"} if self.required else extra


class Command(click.Command):
    """A command whose help is in French."""

    context_class = _Context

    def get_help_option(self, ctx: click.Context) -> click.Option:
        """Return the option that shows the help."""
        return _help_option(ctx)


class Group(click.Group):
    """A command that leads to others, whose help is in French."""

    context_class = _Context

    def get_help_option(self, ctx: click.Context) -> click.Option:
        """Return the option that shows the help."""
        return _help_option(ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each command does, in whole sentences: a terminal wraps them."""
        commands = [command for name in self.list_commands(ctx) if not (command := self.commands[name]).hidden]
        with formatter.section("Commandes"):
            formatter.write_dl([(command.name or "", command.get_short_help_str(limit=200)) for command in commands])


def run(group: click.Group, name: str) -> NoReturn:
    """Run a group as the program of that name, and leave with its exit code; a misuse is told in French."""
    try:
        code = group.main(prog_name=name, standalone_mode=False)
    except click.UsageError as misuse:
        if isinstance(misuse, click.exceptions.NoArgsIsHelpError):
            click.echo(misuse.message)
        else:
            click.echo(told(misuse), err=True)
        sys.exit(MISUSE)
    except click.Abort:
        click.echo("Interrompu.", err=True)
        sys.exit(1)
    sys.exit(code if isinstance(code, int) else 0)


def told(misuse: click.UsageError) -> str:
    """Return what was misused, in French, and how to learn more."""
    lines = [f"Erreur : {_reason(misuse)}"]
    if misuse.ctx is not None:
        lines += [misuse.ctx.get_usage(), f"Pour en savoir plus : {misuse.ctx.command_path} --help"]
    return "\n".join(lines)


def _reason(misuse: click.UsageError) -> str:
    match misuse:
        case click.NoSuchOption():
            return f"option « {misuse.option_name} » inconnue.{_perhaps(misuse.possibilities)}"
        case click.exceptions.NoSuchCommand():
            return f"commande « {misuse.command_name} » inconnue.{_perhaps(misuse.possibilities)}"
        case click.MissingParameter(param=click.Parameter() as parameter):
            return f"il manque {_named(parameter)}."
        case click.BadParameter(param=click.Parameter() as parameter):
            return f"{_named(parameter)} : {_expected(parameter.type, misuse.message)}"
        case click.BadOptionUsage():
            return f"l’option « {misuse.option_name} » est mal employée : elle demande une valeur, ou n’en veut pas."
        case _:
            return "il y a un mot de trop, ou il manque une commande."


def _perhaps(possibilities: Iterable[str] | None) -> str:
    names = list(possibilities or ())
    return f" Vouliez-vous dire « {names[0]} » ?" if names else ""


def _named(parameter: click.Parameter) -> str:
    if isinstance(parameter, click.Option):
        return f"l’option « {parameter.opts[-1]} »"
    return f"l’argument « {parameter.make_metavar(click.Context(click.Command('-')))} »"


def _expected(kind: click.ParamType[Any], message: str) -> str:
    """Return what a parameter accepts; one of our own types says it in French already."""
    match kind:
        case click.Choice():
            return f"valeurs possibles : {listed(map(str, kind.choices))}."
        case click.Path(file_okay=False):
            return "ce dossier n’existe pas, ou n’est pas un dossier."
        case click.Path():
            return "ce fichier n’existe pas, ou ne peut pas être lu."
        case click.types.IntParamType() | click.types.FloatParamType():
            return "un nombre est attendu."
        case click.DateTime():
            return "une date est attendue, écrite année-mois-jour : 2026-08-31."
        case _:
            return message


def _help_option(_context: click.Context) -> click.Option:
    def show(context: click.Context, _option: click.Parameter, value: bool) -> None:
        if value and not context.resilient_parsing:
            click.echo(context.get_help())
            context.exit()

    return click.Option(
        ["--help"], is_flag=True, is_eager=True, expose_value=False, callback=show, help="Affiche cette aide."
    )
