"""What a page says of itself: headline, standfirst, authors, days, publisher and address.

Every fact has several places where pages put it, and an order in which they are to be believed.
The headline is what readers see; the publisher is the name on which most places agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timezone
from typing import Any
from urllib.parse import urljoin, urlsplit

from attrs import frozen

from attrib.lazily import re
from attrib.reading.pages import linked_data
from attrib.reading.pages.linked_data import LinkedData, plain


@frozen(kw_only=True)
class Facts:
    """What there is besides the text, as far as the page says."""

    title: str | None = None
    titles: tuple[str, ...] = ()
    """Every form of the headline, for other programs too."""
    descriptions: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601 date."""
    modified: str | None = None
    publisher: str | None = None
    url: str | None = None
    body: str | None = None
    """The article's text as JSON-LD repeats it, for comparison."""
    kind: str | None = None
    """What the page says it is: `NewsArticle`, `video.other`."""
    is_free: bool = True
    """False where the page says that only subscribers can read it."""


def read(tree: Any, *, url: str | None = None) -> Facts:
    """The facts in `tree`, before anything is taken out of it."""
    metas = _metas(tree)
    shown = [title for title in map(_shown, tree.iter("h1")) if title]
    data = linked_data.read(
        tree.xpath("//script[contains(@type,'ld+json') or contains(@type,'LD+JSON')]/text()"),
        titles={*shown, *_of(metas, ("og:title", "twitter:title"))},
    )
    node = data.article
    address = _url(tree, metas, node, url)
    declared = [
        title
        for title in (
            linked_data.text(node.get("headline")),
            *(metas.get(name) for name in ("og:title", "twitter:title", "dc.title", "title")),
            linked_data.text(node.get("name")),
            plain(tree.findtext(".//title") or ""),
        )
        if title
    ]
    title = _headline(shown, declared, metas.get("og:site_name"))
    return Facts(
        title=title,
        titles=tuple(dict.fromkeys([title, *declared] if title else declared)),
        descriptions=tuple(
            dict.fromkeys(
                text
                for text in (
                    *(metas.get(name) for name in ("og:description", "description")),
                    linked_data.text(node.get("description")),
                    metas.get("twitter:description"),
                    linked_data.text(node.get("alternativeHeadline")),
                )
                if text
            )
        ),
        authors=tuple(_authors(tree, data, metas)),
        published=_first_day(
            linked_data.text(node.get("datePublished")), *_of(metas, _PUBLISHED), _time(tree)
        ),
        modified=_first_day(linked_data.text(node.get("dateModified")), *_of(metas, _MODIFIED)),
        publisher=_publisher(data, metas, declared, address),
        url=address,
        body=_body(node.get("articleBody")),
        kind=_kind(data, metas),
        is_free=str(node.get("isAccessibleForFree", True)).lower() != "false",
    )


def _body(value: Any) -> str | None:
    lines = map(plain, value.split("\n")) if isinstance(value, str) else ()
    return "\n".join(line for line in lines if line) or None


def _kind(data: LinkedData, metas: Mapping[str, str]) -> str | None:
    types = (linked_data.text(node.get("@type")) for node in (data.article, *data.nodes))
    told = next((kind for kind in types if kind and _TELLING.search(kind)), None)
    return told or metas.get("og:type")


_TELLING = re.compile(r"(?i)article|posting|report|videoobject")
_PUBLISHED = (
    *("article:published_time", "og:article:published_time", "datepublished", "date"),
    *("parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date"),
    *("dcterms.date", "pubdate", "publish-date", "publish_date", "publication_date"),
    *("citation_online_date", "citation_publication_date", "published", "originalpublicationdate"),
)
_MODIFIED = (
    *("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified"),
    *("last-modified", "lastmod", "dc.date.modified"),
)
_AUTHOR = (
    *("article:author_name", "article:author", "author", "parsely-author", "sailthru.author"),
    *("dc.creator", "dcterms.creator", "byl", "citation_author", "cxenseparse:author"),
)


def _metas(tree: Any) -> dict[str, str]:
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        words = plain(element.get("content") or "")
        if name and words:
            metas.setdefault(name.lower(), words)
    return metas


def _of(metas: Mapping[str, str], names: Iterable[str]) -> Iterator[str]:
    return (metas[name] for name in names if name in metas)


def _shown(heading: Any) -> str | None:
    """What a heading says, unless it holds half a page."""
    return plain(" ".join("".join(heading.itertext()).split())) if len(heading) < 50 else None


def _headline(shown: list[str], declared: list[str], site: str | None) -> str | None:
    """The headline that readers see, if the page declares one like it; else what it declares."""
    words = [frozenset(_WORD.findall(title.casefold())) for title in declared]
    best, share = None, 0.4
    for heading in shown:
        own = frozenset(_WORD.findall(heading.casefold()))
        # Not in the mean of both: the name of the site is in its titles too.
        alike = max((len(own & other) / max(len(own), len(other)) for other in words), default=0.0)
        if len(heading) <= 400 and alike > share and heading != site:
            best, share = heading, alike
    # `<title>` alone often names the page; its one large heading is what readers see.
    if best is None and shown and (not declared or len(declared) == len(shown) == 1):
        return shown[0]
    if best is None and declared:
        return _without_site(declared[0]) if len(declared) == 1 else declared[0]
    return best


_WORD = re.compile(r"\w+")
_SUFFIX = re.compile(r"\s+[|–—·•-]\s+([^|–—]{2,40})\Z")


def _without_site(title: str) -> str:
    found = _SUFFIX.search(title)
    return title[: found.start()] if found and found.start() > 20 else title


# Authors.

_BY = re.compile(r"(?i)\A(?:(?:written|reported|words|story|text)\s+)?by:?\s+")
_ADDRESS = re.compile(r"(?i)https?://|www\.|\S@\S+\.\w")
_JOB = re.compile(
    r"(?i)\s*(?:[,|–—(/]|\s-\s|\bfor\b)\s*(?:[\w&'’.-]+ ){0,5}"
    r"(?:writer|reporter|correspondent|editor|columnist|contributor|bureau|desk|chief|critic"
    r"|analyst|producer|journalist|dailymail\.com|mailonline|[\w-]+\.com)\b.{0,60}\Z"
)
_BARE_JOB = re.compile(
    r"(?i)(?:[\w&'’.-]+ ){0,4}(?:writer|reporter|correspondent|editor|columnist|critic|analyst)s?"
)
_AND = re.compile(r"\s*(?:;|,\s+and\s+|,|\s+and\s+|\s+&\s+)\s*")


def _turned(tree: Any) -> list[str]:
    """The authors of pages that give each an element of its own, surname first: `Ruiz, Ana`."""
    found: list[str] = []
    for element in tree.iter("meta"):
        if (element.get("name") or "").lower() in ("citation_author", "dc.creator"):
            surname, comma, given = (plain(element.get("content") or "") or "").partition(", ")
            if not comma or "," in given or len(given.split()) > 3:
                return []
            found.append(f"{given} {surname}")
    return list(dict.fromkeys(found))


def _authors(tree: Any, data: LinkedData, metas: Mapping[str, str]) -> Iterator[str]:
    """The names in the byline; an agency behind one (`Jo Lund, AP`) stays."""
    names = data.names(data.article.get("author")) or data.names(data.article.get("creator"))
    if not names:
        told = next((name for name in _of(metas, _AUTHOR) if not _ADDRESS.search(name)), None)
        if several := _turned(tree):
            yield from several
            return
        parts = _AND.split(told) if told else []
        names = [part for part in parts if not _BARE_JOB.fullmatch(part)] or parts
    for name in dict.fromkeys(names):
        shown = _JOB.sub("", _BY.sub("", name)).strip(" ,;|")
        if shown and not _ADDRESS.search(shown) and len(shown) < 120:
            yield shown


def name(told: str) -> str | None:
    """The name in what stands in a byline, `Ana Ruiz · Radio Merrow`; None where that is in doubt.

    >>> name("Ana Ruiz · Radio Merrow"), name("Ana Ruiz Chief Reporter"), name("admin")
    ('Ana Ruiz', 'Ana Ruiz', None)
    """
    words = _JOB_AFTER.sub("", re.split(r"\s[·|•]\s|\d", told)[0]).strip(" ,;")
    # A single word is as likely the account that uploaded it.
    return words if _NAME.fullmatch(words) and not _NO_NAME.search(words) else None


_JOB_AFTER = re.compile(
    r"(?:\s+(?:Chief|Senior|Deputy|Assistant|Managing|Staff|News|Political|Business|Sports?|Health"
    r"|Science|Foreign|Legal|Crime|Education|Environment|Culture|Features?|Lifestyle|Content|Hub))*"
    r"\s+(?:Writer|Reporter|Correspondent|Editor|Columnist|Critic|Director|Producer|Contributor)s?"
    r"(?:\s.{0,40})?\Z"
)
_NAME = re.compile(r"\w[\w.'’-]*(?:\s+[\w.'’-]+){1,4}")
_NO_NAME = re.compile(
    r"(?i)\b(?:comments?|e-?mail|share|show|image|images|photo|getty|follow|posted|updated|wp|block"
    r"|view|more|read|by|published|news|min)\b"
)


# Days.

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_PLAIN_DAY = re.compile(r"(\d{4})/?(\d{2})/?(\d{2})(?!\d)")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")


def _first_day(*values: str | None) -> str | None:
    return next(filter(None, map(_day, values)), None)


def _day(value: str | None) -> str | None:
    if not value:
        return None
    if _EPOCH.fullmatch(value):
        seconds = int(value[:10])
        return datetime.fromtimestamp(seconds, timezone.utc).date().isoformat()
    found = _DAY.search(value) or _PLAIN_DAY.match(value)
    if found is None or not (1 <= int(found[2]) <= 12 and 1 <= int(found[3]) <= 31):
        return None
    return "-".join(found.groups())


def _time(tree: Any) -> str | None:
    """The day in the page's one `<time>` that says it is that of publication."""
    for element in tree.iter("time"):
        if element.get("pubdate") is not None or element.get("itemprop") == "datePublished":
            return str(element.get("datetime") or "") or None
    return None


# The publisher.

_COMPANY = re.compile(r"(?i)\b(?:ltd|llc|inc|plc|gmbh|group|publishing|holdings?|corporation)\b")
_NAMES_OF_SITE = (
    *("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher"),
    *("citation_journal_title", "prism.publicationname", "al:ios:app_name", "cre"),
)


def _publisher(
    data: LinkedData, metas: Mapping[str, str], titles: Iterable[str], url: str | None
) -> str | None:
    """The name by which most of the places call the site, as people would write it."""
    host = urlsplit(url).hostname or "" if url else ""
    votes: dict[str, float] = {}
    forms: dict[str, list[str]] = {}

    def vote(name: str | None, weight: float) -> None:
        key = _key(name) if name else ""
        if not name or not key or len(name) > 60 or "://" in name:
            return
        votes[key] = votes.get(key, 0.0) + weight
        forms.setdefault(key, []).append(name)

    for name in data.names(data.article.get("publisher")):
        vote(name, 3)
    for name in _NAMES_OF_SITE:
        vote(metas.get(name), 3 if name == "og:site_name" else 1.5)
    for name in data.names_of_site():
        vote(name, 2)
    for title in dict.fromkeys(titles):
        suffix = _SUFFIX.search(title)
        # A headline has dashes of its own: its end is a name where the address or the page has it.
        if suffix and (_key(suffix[1]) in votes or _is_host(_key(suffix[1]), host)):
            vote(suffix[1], 2)
    handle = metas.get("twitter:site", "").lstrip("@")
    if handle and (_key(handle) in votes or _is_host(_key(handle), host)):
        vote(handle, 0.5)
    for key in votes:
        names = forms[key]
        if _is_host(key, host):
            votes[key] += 2 if votes[key] > 1 else 1
        is_slogan = all(len(name.split()) > 4 for name in names)
        is_raw = all(name == name.lower() and " " not in name for name in names)
        if is_slogan or is_raw or _COMPANY.search(names[0]):
            votes[key] -= 2
    if not votes:
        return None
    best = max(votes, key=lambda key: votes[key])
    return _well_written(forms[best])


def _key(name: str) -> str:
    key = "".join(_WORD.findall(name.casefold())).replace("_", "")
    return key.removeprefix("the") if len(key) > 6 else key


def _is_host(key: str, host: str) -> bool:
    """Whether a name is that of its address: `nature` of `www.nature.com`."""
    labels = host.replace("-", "").split(".")
    return bool(key) and (
        any(label in (key, f"the{key}") for label in labels)
        or "".join(labels[-2:]).removeprefix("the") == key
    )


def _well_written(forms: list[str]) -> str:
    """Of the ways in which one name is written the first that has capitals, and parts its words."""

    def manner(name: str) -> tuple[bool, bool]:
        return name != name.lower(), " " in name or not any(" " in form for form in forms)

    best = max(map(manner, forms))
    name = next(name for name in forms if manner(name) == best)
    return name[:1].upper() + name[1:] if name == name.lower() and "." not in name else name


# The address.


def _url(tree: Any, metas: Mapping[str, str], node: Any, given: str | None) -> str | None:
    page = node.get("mainEntityOfPage")
    told = (
        *(link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"),
        metas.get("og:url"),
        linked_data.text(node.get("url")),
        linked_data.text(page.get("@id") if isinstance(page, dict) else page),
    )
    for address in told:
        if address and address.strip():
            whole: str = urljoin(given or "", str(address).strip())
            if urlsplit(whole).scheme in ("http", "https") and urlsplit(whole).netloc:
                return whole.partition("#")[0] if "#" in whole else whole
    return given
