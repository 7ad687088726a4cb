"""The list of rules for contributors, made from their explanations: docs/regles.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guides_api.catalogue.explanations import Explanation, Family

_LANGUAGES = {"yaml": "yaml", "md": "markdown", "svg": "xml"}
_INTRODUCTION = """\
# Les règles

Ce que `guides check` vérifie dans les données et les contenus. Une *erreur* arrête la construction du site ; un
*avertissement* signale ce qui gênerait un lecteur et n’arrête rien. La première ligne d’un message finit par le nom de
sa règle, entre crochets : cherchez-le ici, ou lancez `guides explain` suivi de ce nom.

Cette page est faite par `guides regles`, d’après `hooks/guides_api/catalogue/explanations/` : ne la modifiez pas à la
main. Les exemples portent sur des données inventées.
"""


def rule_reference(families: Iterable[Family]) -> str:
    """Return the reference in Markdown."""
    return "\n".join([_INTRODUCTION, *(line for family in families for line in _family(family))])


def _family(family: Family) -> Iterator[str]:
    yield f"## {family.family}\n"
    for rule in family.rules:
        yield from _rule(rule)


def _rule(rule: Explanation) -> Iterator[str]:
    yield f"### {rule.id}\n"
    yield f"**{rule.severity.value.capitalize()}.** {rule.title}\n"
    yield f"{rule.why}\n"
    yield f"À ne pas écrire{f', par exemple dans `{rule.file}`' if rule.file else ''} :\n"
    yield _excerpt(rule.wrong, rule.file)
    yield "À écrire :\n"
    yield _excerpt(rule.right, rule.file)
    yield f"{rule.mend}\n"


def _excerpt(text: str, file: str | None) -> str:
    language = _LANGUAGES[file.rpartition(".")[2]] if file else "text"
    return f"```{language}\n{text.rstrip()}\n```\n"
