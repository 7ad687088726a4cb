"""The only room that imports MkDocs: it hands catalogue and pages to the engine that makes HTML of them."""
