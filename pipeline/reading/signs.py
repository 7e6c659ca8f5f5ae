"""Signing stamps: what signing services print on the pages of a signed copy."""

from __future__ import annotations

import re
from collections.abc import Iterable

from schemas.page import Page

STAMPS = re.compile(
    r"signerat,? sha-?\d{3}"
    r"|(?:digitalt|elektroniskt) (?:signer|underskriv|undertecknat|undertecknad)"
    r"|(?:digitally|electronically) signed"
    r"|e-?signerat? (?:med|av|via|dokument)"
    r"|underskrifterna? i detta dokument (?:är|har)"
    r"|detta dokument är (?:elektroniskt|digitalt)? ?(?:signerat|undertecknat|underskrivet)"
    r"|signed (?:with|via|using) \w+"
    r"|(?:adobe sign|docusign|scrive|comfact|visma addo|penneo|verified|assently|egreement|oneflow)\S* "
    r"(?:transaction|document|dokument|transaktion|envelope|id|signature|signering)"
    r"|transaktion \d{12,}"
    r"|(?:verifikat|signeringsbevis)\w* (?:är|har) utfärdat av"
    r"|(?:transaktions?|transaction|envelope|kuvert)[- ]?id:? [0-9a-z-]{10,}",
    re.IGNORECASE,
)
ROOTS = (
    *("sign", "underskri", "underteckna", "transaktion", "transaction", "envelope", "kuvert", "verified"),
    *("scrive", "comfact", "visma addo", "penneo", "assently", "egreement", "oneflow"),
)
"""Every stamp has one of these: pages without any, nearly all, are not searched further."""


def is_signed(pages: Iterable[Page]) -> bool:
    """Tell whether a page carries the stamp of a signing service."""
    texts = (" ".join([word.text for word in page.words]) for page in pages)
    return any(STAMPS.search(text) for text in texts if _has_root(text.casefold()))


def _has_root(text: str) -> bool:
    return any(root in text for root in ROOTS)
