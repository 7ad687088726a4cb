"""Pages as text: prose with components, plus the catalogue, gives plain Markdown. Nothing here knows MkDocs."""
