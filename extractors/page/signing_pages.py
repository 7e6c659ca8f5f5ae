"""Pages that a signing service adds to a document: who signed when and how, hashes, addresses, logs. They state nothing of it.

Such a page names the service or an electronic identity, and most of its lines speak of signing or hold what proves it. A page
with a numbered paragraph or an amount of money is the document's own, whatever it says of signatures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from schemas.page import Line

_SERVICE = re.compile(
    r"\b(?:scrive|penneo|visma\s?addo|comfact|docusign|adobe\s(?:acrobat\s)?sign|assently|oneflow|getaccept|edusign|signicat|signport"
    r"|zigned|egreement|simplesign|bank-?id|freja|e-?leg(?:itimation(?:en)?)?)\b",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"signer(?:a[dt]?|ad?e|are|ings\w*)\b|signatur|undertecknat|undertecknad|undertecknande|underskri[fv]t|verifikat|\bsigned\b|\bsigner",
    re.IGNORECASE,
)
_PROOF = re.compile(
    r"\bsha-?\d|\b[0-9a-f]{32,}\b|hash(?:värde|summa)|kryptograf|certifikat|tidsstämp|bevis|dokumentnyckel|transaktion|händelselogg"
    r"|audit\strail|envelope|\bip(?:-adress|-address)?\b|\b\d{1,3}(?:\.(?:\d{1,3}|x{2,3})){3}\b|serienummer|personnummer"
    r"|\b(?:\d{4}-\d\d-\d\d|\d{1,2}:\d\d:\d\d)\s.*\d\d:\d\d(?::\d\d)?|\d\d:\d\d:\d\d|\b(?:CES?T|UTC|GMT)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"^§+\s?\d|\d\s?(?:kr|tkr|kkr|mnkr|mkr|kronor)\b", re.IGNORECASE)
"""What only the document itself says."""
_MARKED = 0.4
"""Share of the lines that speak of signing or prove it."""
_PROOFS = 3
"""Fewest lines that prove it."""


def is_signing_page(lines: Sequence[Line]) -> bool:
    """Tell whether the lines of a page are those of a signing service's own page."""
    texts = [line.text for line in lines]
    if not any(_SERVICE.search(text) for text in texts) or any(_OWN.search(text) for text in texts):
        return False
    acts, proofs = [[pattern.search(text) is not None for text in texts] for pattern in (_ACT, _PROOF)]
    marked = sum(act or proof for act, proof in zip(acts, proofs, strict=True))
    return any(acts) and sum(proofs) >= _PROOFS and marked >= _MARKED * len(texts)
