"""Python-Markdown without what it tries in vain: the same HTML, for half of the time.

Of each text, the stock converter asks every inline pattern and every block processor whether it is theirs, by as many
regular expressions. Most need a sign that most texts don't hold: to look for it first costs next to nothing, and says
no only where they would.

What each of them needs was read in the releases below. With any other one, or with a pattern that is not known, the
stock converter does the work.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Self, cast
from xml.etree.ElementTree import Element

import markdown
from markdown import Markdown, blockprocessors, inlinepatterns
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import def_list, footnotes, sane_lists, tables
from markdown.extensions.toc import TocExtension
from markdown.treeprocessors import InlineProcessor
from markdown.util import STX, AtomicString
from pymdownx import __meta__ as pymdownx
from pymdownx import superfences
from pymdownx.blocks import BlocksProcessor
from pymdownx.blocks.html import HTML

from guides_api.engine.quick_parts import (
    QuickAttrList,
    QuickHTML,
    QuickHtmlBlocks,
    QuickToc,
    QuickUnescape,
    Unstyled,
)
from guides_api.engine.quick_xhtml import quick_xhtml

READ = (("markdown", "3.11.3"), ("pymdownx", "13.1"))
INSTALLED = (("markdown", markdown.__version__), ("pymdownx", pymdownx.__version__))

# What a text holds wherever a pattern has a match that counts, any of two: by the pattern, and by its class.
_INLINE_SIGNS = {
    (inlinepatterns.BacktickInlineProcessor, inlinepatterns.BACKTICK_RE): ("`", "`"),
    (inlinepatterns.EscapeInlineProcessor, inlinepatterns.ESCAPE_RE): ("\\", "\\"),
    (footnotes.FootnoteInlineProcessor, r"\[\^([^\]]*)\]"): ("[^", "[^"),
    (inlinepatterns.ReferenceInlineProcessor, inlinepatterns.REFERENCE_RE): ("[", "["),
    (inlinepatterns.LinkInlineProcessor, inlinepatterns.LINK_RE): ("[", "["),
    (inlinepatterns.ImageInlineProcessor, inlinepatterns.IMAGE_LINK_RE): ("![", "!["),
    (inlinepatterns.ImageReferenceInlineProcessor, inlinepatterns.IMAGE_REFERENCE_RE): ("![", "!["),
    (inlinepatterns.ShortReferenceInlineProcessor, inlinepatterns.REFERENCE_RE): ("[", "["),
    (inlinepatterns.ShortImageReferenceInlineProcessor, inlinepatterns.IMAGE_REFERENCE_RE): ("![", "!["),
    (inlinepatterns.AutolinkInlineProcessor, inlinepatterns.AUTOLINK_RE): ("://", "://"),
    (inlinepatterns.AutomailInlineProcessor, inlinepatterns.AUTOMAIL_RE): ("@", "@"),
    (inlinepatterns.SubstituteTagInlineProcessor, inlinepatterns.LINE_BREAK_RE): ("  \n", "  \n"),
    (inlinepatterns.HtmlInlineProcessor, inlinepatterns.HTML_RE): ("<", "<"),
    (inlinepatterns.HtmlInlineProcessor, inlinepatterns.ENTITY_RE): ("&", "&"),
    (inlinepatterns.DelimiterProcessor, r"\*|_"): ("*", "_"),
}
# What a block holds wherever a processor takes it, by the processor's class; four spaces are an indent.
_INDENT = "    "
_BLOCK_SIGNS = {
    blockprocessors.ListIndentProcessor: _INDENT,
    def_list.DefListIndentProcessor: _INDENT,
    superfences.SuperFencesCodeBlockProcessor: _INDENT,
    tables.TableProcessor: "|",
    blockprocessors.HashHeaderProcessor: "#",
    blockprocessors.SetextHeaderProcessor: "\n",
    sane_lists.SaneOListProcessor: ". ",
    sane_lists.SaneUListProcessor: " ",
    def_list.DefListProcessor: ": ",
    blockprocessors.BlockQuoteProcessor: ">",
    footnotes.FootnoteBlockProcessor: "[^",
    blockprocessors.ReferenceProcessor: "]:",
}


def converter(extensions: Sequence[str], configs: Mapping[str, Mapping[str, Any]]) -> Markdown:
    """Return a converter: a quick one if what it relies on is as it was read."""
    made = _QuickMarkdown if INSTALLED == READ else Markdown
    return made(extensions=extensions, extension_configs=configs)


class _QuickMarkdown(Markdown):
    def __init__(self, extensions: Sequence[str], extension_configs: Mapping[str, Mapping[str, Any]]) -> None:
        self._block_level: dict[object, bool] = {}
        super().__init__(extensions=extensions, extension_configs=extension_configs)
        for extension in self.registeredExtensions:
            if type(extension) is TocExtension:
                self.treeprocessors.register(QuickToc(self, extension.getConfigs()), "toc", 5)
        for processor in self.preprocessors:
            if type(processor) is superfences.SuperFencesBlockPreprocessor:
                fences = cast("Any", processor)
                fences.get_hl_settings()
                if not fences.noclasses:
                    fences.pygments_style = Unstyled()
        if "attr_list" in self.treeprocessors:
            self.treeprocessors.register(QuickAttrList(self), "attr_list", 8)
        for blocks in self.parser.blockprocessors:
            drawn: dict[str, Any] = cast("Any", blocks).blocks if type(blocks) is BlocksProcessor else {}
            if drawn.get("html") is HTML:
                drawn["html"] = QuickHTML
        self.serializer = quick_xhtml

    def build_parser(self) -> Self:
        super().build_parser()
        self.quick_parser = _QuickBlockParser(self)
        self.quick_parser.blockprocessors = self.parser.blockprocessors
        for processor in self.parser.blockprocessors:
            processor.parser = self.quick_parser
        self.parser = self.quick_parser
        self.preprocessors.register(QuickHtmlBlocks(self), "html_block", 20)
        self.quick_inline = _QuickInline(self)
        self.treeprocessors.register(self.quick_inline, "inline", 20)
        self.treeprocessors.register(QuickUnescape(self), "unescape", 0)
        return self

    def reset(self) -> Self:
        """Turn to another text; what was registered until now counts."""
        self._block_level.clear()
        self.quick_parser.learn()
        self.quick_inline.learn()
        return super().reset()

    def is_block_level(self, tag: object) -> bool:
        known = self._block_level.get(tag)
        if known is None:
            known = self._block_level[tag] = super().is_block_level(tag)
        return known


class _QuickBlockParser(BlockParser):
    def learn(self) -> None:
        """Read which processors there are."""
        self.signed = [
            ("", _Started(processor)) if type(processor) is BlocksProcessor else (self._sign(processor), processor)
            for processor in self.blockprocessors
        ]

    def _sign(self, processor: BlockProcessor) -> str:
        sign = _BLOCK_SIGNS.get(type(processor), "")
        return sign if sign != _INDENT or processor.tab_length == len(_INDENT) else ""

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802  its name
        while blocks:
            for sign, processor in self.signed:
                if (
                    sign in blocks[0]
                    and processor.test(parent, blocks[0])
                    and processor.run(parent, blocks) is not False
                ):
                    break


class _Started:
    """The processor of « /// », which takes what opens one or stands in one."""

    def __init__(self, processor: BlocksProcessor) -> None:
        self.processor, self.run = processor, processor.run

    def test(self, parent: Element, block: str) -> bool:
        """Tell whether a block is its own."""
        asked = self.processor
        return bool(asked.stack or asked.cached_parent is not None or "///" in block) and asked.test(parent, block)


class _QuickInline(InlineProcessor):
    def learn(self) -> None:
        """Read which patterns there are."""
        patterns = [cast("inlinepatterns.Pattern", pattern) for pattern in self.inlinePatterns]
        self.signed = [
            (rank, *_INLINE_SIGNS.get((type(pattern), pattern.pattern), ("", "")), pattern)
            for rank, pattern in enumerate(patterns)
        ]

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if isinstance(data, AtomicString):
            return data
        for rank, sign, other, pattern in self.signed[patternIndex:] if patternIndex else self.signed:
            if sign in data or other in data:
                matched, start = True, 0
                while matched:
                    data, matched, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                        pattern, data, rank, start
                    )
        return data

    def _InlineProcessor__processPlaceholders(  # noqa: N802
        self,
        data: str | None,
        parent: Element,
        isText: bool = True,  # noqa: FBT001, FBT002, N803
    ) -> list[tuple[Element, list[str]]]:
        if not data or STX in data:
            found = super()._InlineProcessor__processPlaceholders(data, parent, isText)  # type: ignore[misc]
            return cast("list[tuple[Element, list[str]]]", found)
        if isText:
            parent.text = parent.text + data if parent.text else data
        else:
            parent.tail = parent.tail + data if parent.tail else data
        return []
