"""Runs the command as `python -m guides_api.cli`, where no script of its name is installed."""

from guides_api.cli import main

main()
