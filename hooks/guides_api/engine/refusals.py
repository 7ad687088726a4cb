"""Why a build left the site as it was, in French: what happened, what is intact, what to do."""

from __future__ import annotations

import errno
from pathlib import Path

_AGAIN = "puis relancez la commande."
_ELSEWHERE = "construisez le site ailleurs : mkdocs build --strict --site-dir DOSSIER"
_ROOM = f"Faites de la place, {_AGAIN}"
_RIGHT = ("vous n’en avez pas le droit", f"Demandez ce droit, ou {_ELSEWHERE}")
_TAKEN = ("le système ne sait pas remplacer ce dossier, ou un programme le tient", f"Libérez-le, ou {_ELSEWHERE}")
_REASONS = {
    errno.ENOSPC: ("il n’y a plus de place sur le disque", _ROOM),
    errno.EDQUOT: ("votre part du disque est pleine", _ROOM),
    errno.EFBIG: ("ce fichier dépasse la taille que le système permet", f"Relevez cette limite (ulimit -f), {_AGAIN}"),
    errno.EACCES: _RIGHT,
    errno.EPERM: _RIGHT,
    errno.EROFS: ("ce disque ne se laisse que lire", f"Rendez-le inscriptible, ou {_ELSEWHERE}"),
    errno.EXDEV: _TAKEN,
    errno.EBUSY: _TAKEN,
}


def disk_trouble(error: OSError, site: Path) -> str:
    """Tell what the system answered to who wanted to read or write."""
    code = errno.errorcode.get(error.errno or 0, str(error))
    reason, remedy = _REASONS.get(
        error.errno or 0, (f"le système a répondu « {code} »", f"Vérifiez ce fichier et le disque, {_AGAIN}")
    )
    path = error.filename2 or error.filename  # a copy has two: what it writes comes last
    where = f" ({_shown(Path(path))})" if isinstance(path, str) else ""
    return f"Le site n’a pas été construit : {reason}{where}.\n{_intact(site)}\n{remedy}"


def lost_work(error: Exception, site: Path) -> str:
    """Tell that a process which drew some of the pages was ended by something else."""
    return f"Le site n’a pas été construit : {error}\n{_intact(site)}"


def no_place(site: Path, why: str) -> str:
    """Tell why a site can't be put where it is asked for."""
    return (
        f"Le site ne peut pas être construit dans {_shown(site)} : {why}.\n"
        f"Rien n’a été touché.\nDéplacez ce qui s’y trouve, ou {_ELSEWHERE}"
    )


def busy(site: Path, folder: Path) -> str:
    """Tell that somebody else is building the site."""
    return (
        f"Une autre construction de ce site est en cours, dans {_shown(folder)}.\n"
        f"{_intact(site)}\nAttendez qu’elle se termine, {_AGAIN}"
    )


def warned(site: Path) -> str:
    """Tell that strict mode wants no warning."""
    return (
        "Le site n’a pas été publié : sa construction a donné les avertissements qui précèdent.\n"
        f"{_intact(site)}\nCorrigez ce qu’ils disent, {_AGAIN}"
    )


def unheard(event: str, module: str) -> str:
    """Tell that somebody's extension waits for what never comes: pages are drawn without MkDocs."""
    return (
        f"L’extension « {module} » attend que MkDocs lui montre chaque page ({event}), ce qui n’arrive jamais ici : "
        "les pages sont dessinées ensemble, et gardées d’une fois à l’autre.\n"
        "Retirez-la de mkdocs.yml ; docs/ajouter.md dit comment ajouter un composant ou un type de page."
    )


def active(edits: str, what: str) -> str:
    """Tell of a written page that would do something: values of the data are escaped by templates."""
    return (
        f"{edits} : la page contiendrait « {what} », qui pourrait s’exécuter, "
        "charger autre chose que le site ou emmener son lecteur ailleurs. Retirez-le."
    )


def _intact(site: Path) -> str:
    return f"Le site précédent, dans {_shown(site)}, est intact." if site.exists() else "Aucun site n’était en place."


def _shown(path: Path) -> str:
    """Return a path as short as it can be told from the current folder."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)
