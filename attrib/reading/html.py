"""An article out of a web page, with what the page says of itself: the extra `[html]`.

trafilatura finds the article; we prune before it what must not be read as the article's words
(captions, pull quotes, related links, comments) and read the page's JSON-LD and `meta` elements.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import asdict, frozen

from attrib.errors import MissingExtraError

_ARTICLE = re.compile(r"(?i)article|posting|report|webpage")
# Words in class, id or data attributes of elements that repeat, promote or answer the article.
_ASIDES = (
    *("pullquote", "pull-quote", "pull_quote", "pulled", "related", "read-more", "readmore"),
    *("more-on", "recirc", "recommend", "promo", "newsletter", "subscribe", "share-", "share "),
    *("share_", "sharing", "social-", "social ", "comments", "comment-", "comment ", "disqus"),
    *("sidebar", "breadcrumb", "caption", "photo-credit", "image-credit"),
    *("advert", "trending", "most-read", "outbrain", "taboola", "tags-list", "cookie"),
)
_TAGS = (
    *("figure", "figcaption", "aside", "nav", "footer", "form", "button", "iframe", "noscript"),
    *("script", "style", "svg", "video", "audio", "dialog", "template"),
)


@frozen(kw_only=True)
class Page:
    """A page's article and, as far as the page says, its facts. Offsets are into `text`."""

    text: str
    """The title, then paragraphs parted by blank lines; empty where no article was found."""
    title: str | None = None
    author: str | None = None
    published: str | None = None
    """ISO 8601 date."""
    publisher: str | None = None
    url: str | None = None

    def facts(self) -> dict[str, str | None]:
        """What there is besides the text, under the names that `Document` has for it."""
        return asdict(self, filter=lambda field, value: field.name != "text")


def read(data: bytes | str, *, url: str | None = None) -> Page:
    """The article of an HTML page; MissingExtraError where the extra is not installed.

    Bytes are decoded as the page says. `url` is where it came from, kept where the page names no
    canonical address itself.
    """
    try:
        import trafilatura
        from lxml import html
    except ImportError as error:
        raise MissingExtraError(
            "reading web pages needs the extra [html]: pip install 'attrib[html]'"
        ) from error
    tree = trafilatura.load_html(data)
    if tree is None:
        return Page(text="", url=url)
    node = _news(tree)
    metas = _metas(tree)
    _prune(tree)
    found = trafilatura.bare_extraction(
        html.tostring(tree, encoding="unicode"),
        url=url,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        favor_precision=True,
    )
    title = _text(node.get("headline")) or metas.get("og:title") or (found and found.title)
    author = _names(node.get("author")) or metas.get("author") or (found and found.author)
    date = _text(node.get("datePublished")) or metas.get("article:published_time")
    site = found and found.sitename
    return Page(
        text=_article(found.text or "" if found else "", title or ""),
        title=title or None,
        author=_byline(author) if author else None,
        published=_date(date) or (found.date if found else None) or None,
        publisher=_names(node.get("publisher")) or metas.get("og:site_name") or site or None,
        url=_url(node) or metas.get("canonical") or url,
    )


def _article(body: str, title: str) -> str:
    """The paragraphs, under the title, which extraction keeps on some pages and not on others."""
    lines = [" ".join(line.split()) for line in body.split("\n")]
    paragraphs = [line for line in lines if line]
    if not paragraphs:
        return ""
    if title and paragraphs[0] != title:
        paragraphs.insert(0, title)
    return "\n\n".join(paragraphs)


def _prune(tree: Any) -> None:
    """Take away what stands in or about the article without being its words."""
    attributes = "concat(' ', @class, ' ', @id, ' ', @data-component, ' ', @role, ' ')"
    lower = f"translate({attributes}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"
    named = " or ".join(f"contains({lower}, '{word}')" for word in _ASIDES)
    tags = " or ".join(f"self::{tag}" for tag in _TAGS)
    hidden = "@hidden or @aria-hidden='true'"
    # An element around the article may be called what an aside is (`has-sidebar`); where it says
    # nothing else for itself, it has more than half of the page's words.
    around = "self::html or self::body or self::main or descendant-or-self::article or .//h1"
    path = f"//*[{tags} or (({named} or {hidden}) and not({around}))]"
    most = len(tree.text_content()) / 2
    for element in tree.xpath(path):
        if element.getparent() is not None and len(element.text_content()) < most:
            element.drop_tree()


def _news(tree: Any) -> Mapping[str, Any]:
    """The JSON-LD node that describes the article; empty where there is none."""
    scripts = tree.xpath("//script[contains(@type, 'ld+json')]/text()")
    nodes = [node for script in scripts for node in _nodes(_json(script))]
    for node in nodes:
        if _ARTICLE.search(_text(node.get("@type")) or "") and node.get("headline"):
            return {**node, "publisher": _referred(node.get("publisher"), nodes)}
    return {}


def _json(script: str) -> Any:
    try:
        return json.loads(script, strict=False)
    except ValueError:
        return None


def _nodes(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if depth > 6:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(value.get(key), depth + 1)


def _referred(value: Any, nodes: Iterable[Mapping[str, Any]]) -> Any:
    """The node that `{"@id": …}` stands for."""
    if isinstance(value, dict) and "name" not in value and "@id" in value:
        return next((n for n in nodes if n.get("@id") == value["@id"] and "name" in n), value)
    return value


def _metas(tree: Any) -> dict[str, str]:
    metas: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        name = element.get("property") or element.get("name")
        if name and element.get("content").strip():
            metas.setdefault(name.lower(), " ".join(element.get("content").split()))
    for element in tree.xpath("//link[@rel='canonical']/@href"):
        metas.setdefault("canonical", str(element))
    return metas


def _text(value: Any) -> str | None:
    """The first string of a JSON-LD value."""
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str)), None)
    return " ".join(value.split()) if isinstance(value, str) and value.strip() else None


def _names(value: Any) -> str | None:
    """The names of one or several people or organisations, joined with commas."""
    items = value if isinstance(value, list) else [value]
    names = (_text(item.get("name") if isinstance(item, dict) else item) for item in items)
    return ", ".join(name for name in names if name) or None


def _byline(author: str) -> str:
    """Names joined with commas, without the word that introduces them."""
    return re.sub(r"(?i)^by\s+", "", author.replace("; ", ", "))


def _date(value: str | None) -> str | None:
    found = re.match(r"\d{4}-\d{2}-\d{2}", value) if value else None
    return found[0] if found else None


def _url(node: Mapping[str, Any]) -> str | None:
    own, page = _text(node.get("url")), node.get("mainEntityOfPage")
    return own or _text(page.get("@id") if isinstance(page, dict) else page)
