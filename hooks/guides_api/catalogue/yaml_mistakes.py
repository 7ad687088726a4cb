"""From what stopped the YAML parser to the mistake a person most likely made, in French."""

from __future__ import annotations

import re

import yaml

_TYPOGRAPHIC = re.compile(r"[^:]*:\s+[“”„«‘]")
_NO_BREAK = re.compile(r" *(?:- )*(?:-|[a-z_]+:)?(?=[\u00a0\u202f])")
_GLUED = re.compile(r"\s*(?:- +)*[a-z_]+:[^\s:]+$")


def diagnose(text: str, error: Exception) -> tuple[int, int, str, str]:
    """Return line and column (from 0), message and remedy for an error of the pure Python parser.

    An error without a place stands for a text that its parser could not even report on.
    """
    if isinstance(error, yaml.reader.ReaderError):
        before = text[: error.position]
        line = before.count("\n")
        column = len(before) - before.rfind("\n") - 1
        code = f"U+{ord(text[error.position]):04X}" if error.position < len(text) else "inconnu"
        return line, column, f"caractère interdit ({code}).", "Supprimez ce caractère invisible."
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return (
            0,
            0,
            "ce texte n’est pas du YAML valide.",
            "Comparez sa mise en forme à celle d’un fichier voisin.",
        )
    mark, problem = error.problem_mark, error.problem or ""
    lines = text.split("\n")
    here = lines[mark.line] if mark.line < len(lines) else ""
    above = lines[mark.line - 1] if 0 < mark.line <= len(lines) else ""
    sign = here[mark.column : mark.column + 1].strip() or here[mark.column - 1 : mark.column]
    context = error.context_mark or mark
    spaced = next((number for number in (mark.line, context.line, mark.line - 1) if _no_break(lines, number)), -1)
    for matches, line, column, message, remedy in (
        (
            spaced >= 0,
            spaced,
            _no_break(lines, spaced) - 1,
            "espace insécable : YAML ne connaît que les espaces ordinaires.",
            "Remplacez-la par une espace ordinaire.",
        ),
        (
            "\\t" in problem or "\t" in _indentation(here),
            mark.line,
            here.find("\t") if "\t" in here else mark.column,
            "tabulation : YAML ne connaît que les espaces.",
            "Remplacez la tabulation par deux espaces.",
        ),
        (
            "unexpected end of stream" in problem or "document separator" in problem,
            context.line,
            context.column,
            "guillemet ouvert qui n’est jamais fermé.",
            "Fermez le guillemet à la fin de la valeur.",
        ),
        (
            "mapping values are not allowed" in problem and _TYPOGRAPHIC.match(here) is not None,
            mark.line,
            mark.column,
            "deux-points entre des guillemets que YAML ne connaît pas.",
            'Employez des guillemets droits ("…") autour de toute la valeur.',
        ),
        (
            "mapping values are not allowed" in problem and _GLUED.match(above) is not None,
            mark.line - 1,
            above.find(":"),
            "il manque une espace après « : ».",
            "Écrivez « clé: valeur », avec une espace après les deux-points.",
        ),
        (
            "mapping values are not allowed" in problem and _lacks_a_colon(above, here),
            mark.line - 1,
            len(_indentation(above)) + 2 * above.lstrip().startswith("- "),
            "il manque « : » après la clé.",
            "Écrivez « clé: valeur », avec une espace après les deux-points.",
        ),
        (
            "mapping values are not allowed" in problem,
            mark.line,
            mark.column,
            "deux-points inattendu.",
            "Mettez entre guillemets une valeur qui contient « : » ; sinon, alignez la ligne sur celle du dessus.",
        ),
        (
            "could not find expected ':'" in problem,
            context.line,
            context.column,
            "il manque « : » après la clé.",
            "Écrivez « clé: valeur », avec une espace après les deux-points.",
        ),
        (
            "expected <block end>" in problem and _closes_a_quote(lines, mark),
            mark.line,
            mark.column,
            "texte après un guillemet fermant.",
            "Entourez toute la valeur de guillemets doubles, ou doublez l’apostrophe.",
        ),
        (
            "expected <block end>" in problem and here[mark.column : mark.column + 1] in ("]", "}"),
            mark.line,
            mark.column,
            f"« {here[mark.column : mark.column + 1]} » est de trop.",
            'Supprimez ce signe, ou mettez la valeur entre guillemets droits ("…").',
        ),
        (
            "expected <block end>" in problem or "did not find expected" in problem,
            mark.line,
            mark.column,
            "alignement inattendu.",
            "Alignez cette ligne sur les autres du même enregistrement, avec des espaces.",
        ),
        (
            "document start" in problem,
            mark.line - 1,
            0,
            "cette ligne met fin au fichier avant ce qui suit.",
            "Supprimez-la : une ligne « ... » ou qui commence par « % » a un sens spécial en YAML.",
        ),
        (
            "node content" in problem or "alphabetic or numeric" in problem or "are not allowed" in problem,
            mark.line,
            mark.column,
            f"« {sign} » n’est pas attendu ici.",
            'Supprimez ce signe, ou mettez la valeur entre guillemets droits ("…").',
        ),
        (
            "chomping" in problem or "comment or" in problem,
            mark.line,
            mark.column,
            "texte sur la même ligne que « > » ou « | ».",
            'Commencez-le à la ligne suivante, ou mettez la valeur entre guillemets droits ("…").',
        ),
        (
            "cannot start any token" in problem,
            mark.line,
            mark.column,
            f"une valeur ne peut pas commencer par « {here[mark.column : mark.column + 1]} ».",
            'Mettez la valeur entre guillemets droits ("…").',
        ),
        (
            "expected ',' or" in problem,
            context.line,
            context.column,
            "crochet ou accolade jamais fermé.",
            "Fermez-le, et séparez les valeurs par des virgules.",
        ),
        (
            "escape" in problem or "hexdecimal" in problem,
            mark.line,
            mark.column,
            "barre oblique inversée mal comprise entre guillemets doubles.",
            "Doublez-la (\\\\), ou employez des guillemets simples.",
        ),
    ):
        if matches:
            return line, max(column, 0), message, remedy
    return (
        mark.line,
        mark.column,
        "ce texte n’est pas du YAML valide ici.",
        "Comparez avec l’enregistrement voisin.",
    )


def _indentation(line: str) -> str:
    found = re.match(r"\s*", line)
    return found.group() if found else ""


def _lacks_a_colon(above: str, here: str) -> bool:
    """Tell whether a line looks like a key and a value but for its colon, above one that has it."""
    key = re.compile(r"((?:- | )*)[a-z_]+(:?)(?: |$)")
    first, second = key.match(above), key.match(here)
    return bool(first and second and len(first[1]) == len(second[1]) and not first[2] and second[2])


def _no_break(lines: list[str], number: int) -> int:
    """Return how many signs stand before a no-break space that YAML takes for a letter, one included; 0 for none."""
    found = _NO_BREAK.match(lines[number]) if 0 <= number < len(lines) else None
    return found.end() + 1 if found else 0


def _closes_a_quote(lines: list[str], mark: yaml.Mark) -> bool:
    before = lines[mark.line][: mark.column].rstrip() if mark.line < len(lines) else ""
    return before.endswith(("'", '"'))
