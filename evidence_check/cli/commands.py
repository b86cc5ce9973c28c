"""The group of commands: each lives in its own module and is imported only when it is asked for."""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Callable
from typing import Any

import click

from evidence_check.cli.wording import LANGUAGES, Wording
from evidence_check.errors import UsageError
from evidence_check.report.visible import visible

COMMANDS = (
    "check", "batch", "plan", "watch", "review", "diff", "todo", "recap", "pack", "verify", "identify", "read", "init",
    "checklist", "demo", "cache", "ledger", "doctor", "explain",
)  # fmt: skip


def whole(low: int, high: int) -> Callable[[Any], int]:
    """Return what turns an option's value into a whole number between two bounds, both included."""

    def convert(value: Any) -> int:
        if not str(value).isdecimal() or not low <= int(value) <= high:
            raise ValueError
        return int(value)

    return convert


class Command(click.Command):
    """One command whose help page speaks the language of the person."""

    def __init__(self, name: str, wording: Wording, **settings: Any) -> None:
        settings["params"] = [*settings.get("params", ()), language_option(wording)]
        told = wording(f"{name}.help")
        super().__init__(name, help=told, short_help=told, options_metavar=wording("usage.options"), **settings)
        self.wording = wording
        self.context_class = context_class(wording)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help` with its words in the language of the person."""
        return _translated(super().get_help_option(ctx), self.wording)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; words left over are a usage error that names them."""
        ctx.allow_extra_args = True
        super().parse_args(ctx, args)
        if ctx.args:
            raise UsageError("extra_arguments", words=visible(" ".join(ctx.args)))
        return ctx.args


class Commands(click.Group):
    """`evidence-check` or a group of it: shows its commands, and guesses what was meant by an unknown one."""

    def __init__(self, wording: Wording, group: str = "", names: tuple[str, ...] = COMMANDS) -> None:
        told = wording(f"{group or 'group'}.help")
        super().__init__(
            group or "evidence-check",
            help=told,
            short_help=told,
            subcommand_metavar=wording("usage.command"),
            options_metavar=wording("usage.options"),
            params=[*([] if group else [version_option(wording)]), language_option(wording)],
            invoke_without_command=True,
            callback=show_help_without_command,
        )
        self.wording = wording
        self.names = names
        self.modules = f"evidence_check.cli.{group}_" if group else "evidence_check.cli."
        self.context_class = context_class(wording)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help` with its words in the language of the person."""
        return _translated(super().get_help_option(ctx), self.wording)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order a person meets them."""
        return list(self.names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return one command, importing its module; None when there is no such command."""
        if cmd_name not in self.names:
            return None
        command: click.Command = importlib.import_module(f"{self.modules}{cmd_name}").command(self.wording)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command named first; an unknown one is a usage error with the nearest name."""
        if args[0] in self.names:
            return args[0], self.get_command(ctx, args[0]), args[1:]
        near = difflib.get_close_matches(args[0], self.names, 1, 0.5)
        raise UsageError("no_such_command", name=visible(args[0]), near=near[0] if near else self.names[0])


@click.pass_context
def show_help_without_command(ctx: click.Context) -> None:
    """Print the help when no command was named."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def language_option(wording: Wording) -> click.Option:
    """Return `--lang`; its value was already read before the words of the options were chosen."""
    return click.Option(
        ["--lang"], type=click.Choice(LANGUAGES), expose_value=False, help=wording("option.lang"), metavar="id|en"
    )


def version_option(wording: Wording) -> click.Option:
    """Return `--version`, which prints the version and ends."""

    def show(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        from evidence_check import __version__

        if value:
            click.echo(f"evidence-check {__version__}")
            ctx.exit()

    return click.Option(
        ["--version"], is_flag=True, expose_value=False, is_eager=True, callback=show, help=wording("option.version")
    )


def context_class(wording: Wording) -> type[click.Context]:
    """Return a context whose help pages have their headings in the language of the person."""
    headings = {"Options": wording("heading.options"), "Commands": wording("heading.commands")}

    class Formatter(click.HelpFormatter):
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, wording("heading.usage"))

        def section(self, name: str) -> Any:
            return super().section(headings.get(name, name))

    class Context(click.Context):
        formatter_class = Formatter

    return Context


def _translated(option: click.Option | None, wording: Wording) -> click.Option | None:
    if option is not None:
        option.help = wording("option.help")
    return option
