"""Which hosts may be asked where somebody else names the address: those of the public web alone.

A name is resolved once, each of its addresses is looked at, and the one that was looked at is the
one that is asked: a name that leads elsewhere a moment later gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence

from attrs import frozen

from attrib.errors import InputError

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that stand for one of IPv4, by their last 32 bits."""


def is_public(address: str) -> bool:
    """Whether an address is one of the public web: not of this machine, its network or a cloud's.

    >>> [is_public(each) for each in ("93.184.215.14", "127.0.0.1", "10.0.0.7", "169.254.169.254")]
    [True, False, False, False]
    >>> [is_public(each) for each in ("2606:4700::6810:84e5", "::1", "::ffff:127.0.0.1", "fe80::1")]
    [True, False, False, False]
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo and found.teredo[1])
        if found in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner and not is_public(str(inner)):
            return False
    return found.is_global and not found.is_multicast


def resolved(host: str, port: int) -> list[str]:
    """The addresses of a name, as this machine knows it."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError(f"{host} is not known; check the address") from error
    return [str(entry[4][0]) for entry in found]


@frozen(kw_only=True)
class Hosts:
    """Who may be asked."""

    resolve: Callable[[str, int], Sequence[str]] = resolved
    may_be_asked: Callable[[str], bool] = is_public

    def address(self, host: str, port: int) -> str:
        """The address to ask for a host; InputError where any that it has may not be asked."""
        addresses = self.resolve(host, port)
        if not addresses or not all(map(self.may_be_asked, addresses)):
            raise InputError(f"{host[:100]} is not on the public web; paste the article's text")
        return addresses[0]
