"""`guides compresser`: the built site's texts, compressed once for all beside themselves."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click

from guides_api.cli.french import Command
from guides_api.pages.hosting.compression import BROTLI, GZIP, TEXT, compressed
from guides_api.pages.templating import french_number


@click.command("compresser", cls=Command)
@click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("site"),
    metavar="DOSSIER",
    help="Dossier du site construit (par défaut : site).",
)
def compress(site: Path) -> None:
    """Écrit, à côté de chaque page et de chaque texte du site, ses formes compressées .gz et .br."""
    files = [file for file in sorted(site.rglob("*")) if file.suffix[1:] in TEXT and file.is_file()]
    click.echo(f"Fichiers à compresser dans {site} : {french_number(str(len(files)))}.")
    with ThreadPoolExecutor() as threads:  # both libraries let other threads work meanwhile
        weights = list(threads.map(_compress, files))
    whole, gzip, brotli = (_kilobytes(sum(weight[rank] for weight in weights)) for rank in range(3))
    click.echo(f"Leur poids : {whole} sans compression, {gzip} avec gzip, {brotli} avec brotli.")


def _compress(file: Path) -> tuple[int, int, int]:
    """Write the compressed forms of a file; return what a server then sends without, with gzip and with brotli."""
    content = file.read_bytes()
    made = compressed(content)
    for ending, smaller in made.items():
        half = file.with_name(f".{file.name}{ending}")
        half.write_bytes(smaller)
        half.replace(file.with_name(file.name + ending))  # whole or absent: a server would send a half
    return len(content), len(made.get(GZIP, content)), len(made.get(BROTLI, content))


def _kilobytes(size: int) -> str:
    return f"{french_number(str(round(size / 1000)))} ko"
