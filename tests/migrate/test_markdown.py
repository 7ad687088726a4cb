"""The parts of a guide's Markdown stand at the lines of its file, and code is none of them."""

from __future__ import annotations

from guides_api.migrate.markdown import Markdown

BODY = """\
## Été à Évry
Voir [là](#ete-a-evry) et <a name="ici"></a>.

```html
## Du code
<b>du code</b> | a |
```

### Été à Évry
<Button href='/a b'>Aller</Button>
<Card title="Une mairie">
</Card>

| a | b |
| --- | :-: |
| `x|y` | z \\| t |
| seul |
> | c |
> | - |
> | d | e |

a | b
--- | ---
1 | 2

Fin | sans tableau
"""
MARKDOWN = Markdown(BODY, 5)


def test_headings_have_the_anchors_of_the_site() -> None:
    assert [(MARKDOWN.line(item.start), item.level, item.words, item.anchor) for item in MARKDOWN.headings] == [
        (5, 2, "Été à Évry", "ete-a-evry"),
        (13, 3, "Été à Évry", "ete-a-evry-2"),
    ]


def test_a_link_can_lead_to_headings_and_to_named_places() -> None:
    assert MARKDOWN.anchors == {"ete-a-evry", "ete-a-evry-2", "ici", "une-mairie"}


def test_tags_have_their_attributes_however_quoted() -> None:
    assert [(tag.name, tag.closing, dict(tag.attributes), tag.line) for tag in MARKDOWN.tags] == [
        ("a", False, {"name": "ici"}, 6),
        ("a", True, {}, 6),
        ("Button", False, {"href": "/a b"}, 14),
        ("Button", True, {}, 14),
        ("Card", False, {"title": "Une mairie"}, 15),
        ("Card", True, {}, 16),
    ]


def test_tables_have_rows_of_cells_whatever_their_pipes() -> None:
    first, second, third = MARKDOWN.tables
    assert (first.head.line, first.head.cells) == (18, ("a", "b"))
    assert [(row.line, row.cells) for row in first.rows] == [(20, ("`x|y`", "z \\| t")), (21, ("seul",))]
    assert [(row.line, row.cells) for row in second.rows] == [(24, ("d", "e"))]
    assert (second.head.cells, second.delimiter.cells) == (("c",), ("-",))
    assert [(row.line, row.cells) for row in third.rows] == [(28, ("1", "2"))]
