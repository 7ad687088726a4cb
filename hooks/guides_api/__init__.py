"""Guides API: turn typed facts and Markdown guides into a static French site."""
