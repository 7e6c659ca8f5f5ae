"""What the report page says, in Swedish and in English, side by side. A test sees that no text lacks a language."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

Language = Literal["sv", "en"]

TEXTS: dict[str, tuple[str, str]] = {
    "title": ("Stämmer siffrorna?", "Do the figures agree?"),
    "about": (
        "Siffrorna i dokumenten är lästa och ställda mot varandra, och varje skillnad är vägd mot den tryckta avrundningen.",
        "The figures in the documents were read and held against one another; each difference is weighed against the rounding.",
    ),
    "run": ("Körning", "Run"),
    "skip": ("Hoppa till fynden", "Skip to the findings"),
    "nav": ("Innehåll", "Contents"),
    "summary": ("Sammanfattning", "Summary"),
    "findings": ("Fynd", "Findings"),
    "documents": ("Dokument", "Documents"),
    "repairs": ("Rättade läsningar", "Repaired readings"),
    "quarantine": ("Filer som inte kunde läsas", "Files that could not be read"),
    "problems": ("Att känna till om läsningen", "What to know about the reading"),
    "gaps": ("Dokument som saknas", "Missing documents"),
    "changes": ("Ändrat sedan förra körningen", "Changed since the last run"),
    "first_run": ("Detta var den första körningen: allt är nytt.", "This was the first run: everything is new."),
    "nothing_changed": ("Inget har ändrats.", "Nothing has changed."),
    "change.new": ("tillkom", "new"),
    "change.changed": ("ändrades", "changed"),
    "change.gone": ("försvann", "gone"),
    "before": ("Före", "Before"),
    "after": ("Nu", "Now"),
    "more_changes": ("till; kommandot avstam changes visar alla", "more; the command avstam changes lists all"),
    "things.finding": ("Fynd", "Findings"),
    "things.document": ("Dokument", "Documents"),
    "things.figure": ("Siffror", "Figures"),
    "things.meeting": ("Möten", "Meetings"),
    "things.decision": ("Beslut", "Decisions"),
    "scenario.budget": ("budget", "budget"),
    "scenario.outcome": ("utfall", "outcome"),
    "scenario.forecast": ("prognos", "forecast"),
    "scenario.plan": ("plan", "plan"),
    "scenario.variance": ("avvikelse", "variance"),
    "scenario.granted": ("beviljat", "granted"),
    "scenario.requested": ("begärt", "requested"),
    "settled": ("Avgjorda och åtgärdade fynd", "Settled and resolved findings"),
    "none_found": ("Inga fynd: allt som kunde prövas stämmer.", "No findings: everything that could be checked agrees."),
    "none_checked": (
        "Inga fynd, men inga samband kunde prövas heller.",
        "No findings, but no identities could be checked either.",
    ),
    "error": ("Fel", "Error"),
    "warning": ("Varning", "Warning"),
    "notice": ("Upplysning", "Notice"),
    "errors": ("fel", "errors"),
    "warnings": ("varningar", "warnings"),
    "notices": ("upplysningar", "notices"),
    "files_unread": ("filer gick inte att läsa", "files that could not be read"),
    "error_means": ("två uppgifter kan inte båda vara sanna", "two statements cannot both be true"),
    "warning_means": ("troligen fel, eller en gräns är passerad", "probably wrong, or a limit is broken"),
    "notice_means": ("en avvikelse som är värd att läsa", "a deviation worth reading"),
    "open": ("öppet", "open"),
    "new": ("nytt", "new"),
    "reopened": ("öppnat igen", "reopened"),
    "right_value": ("rätt värde", "right value"),
    "accepted": ("godtaget", "accepted"),
    "dismissed": ("avfärdat", "dismissed"),
    "resolved": ("åtgärdat", "resolved"),
    "pages": ("sidor", "pages"),
    "read_from_picture": ("tolkade från bild", "read from a picture"),
    "numbers": ("Tal på sidorna", "Numbers on the pages"),
    "numbers_read": ("lästa som uppgifter", "read as data"),
    "numbers_furniture": ("sidnummer, datum och liknande", "page numbers, dates and the like"),
    "numbers_unread": ("inte lästa", "not read"),
    "checks_by_rule": ("Prövade samband per regel", "Identities checked, by rule"),
    "checks": ("Prövade samband", "Identities checked"),
    "exact": ("stämmer exakt", "exact"),
    "within_rounding": ("stämmer inom avrundning", "within rounding"),
    "explained": ("förklarade", "explained"),
    "inconsistent": ("stämmer inte", "inconsistent"),
    "not_checkable": ("gick inte att pröva", "not checkable"),
    "rule": ("Regel", "Rule"),
    "all_rules": ("Alla regler", "All rules"),
    "show": ("Visa", "Show"),
    "shown": ("fynd visas", "findings shown"),
    "stated": ("Står", "Stated"),
    "held_against": ("Ställs mot", "Held against"),
    "difference": ("Skillnad", "Difference"),
    "tolerance": ("Tillåten avrundning", "Rounding allowed"),
    "evidence": ("Uppgifter som fyndet vilar på", "What the finding rests on"),
    "place": ("Plats", "Place"),
    "printed": ("Tryckt", "Printed"),
    "value": ("Värde", "Value"),
    "what": ("Uppgift", "Statement"),
    "accused": ("ifrågasatt uppgift", "figure in question"),
    "other_evidence": ("annan uppgift", "other evidence"),
    "scanned": ("skannad sida", "scanned page"),
    "repaired": ("rättad läsning", "repaired reading"),
    "no_image": ("Bild av sidan saknas.", "No picture of the page."),
    "crop_of": ("Utsnitt av", "Part of"),
    "column_heads": ("tabellhuvud", "table header"),
    "first_seen": ("Först funnet i körning", "First found in run"),
    "page": ("sida", "page"),
    "file": ("Fil", "File"),
    "kind": ("Slag", "Kind"),
    "body": ("Organ", "Body"),
    "year": ("År eller datum", "Year or date"),
    "pages_short": ("Sidor", "Pages"),
    "ocr_pages": ("Från bild", "From picture"),
    "words_repaired": ("Rättade ord", "Words repaired"),
    "tables": ("Tabeller", "Tables"),
    "figures": ("Siffror", "Figures"),
    "decisions": ("Beslut", "Decisions"),
    "unread": ("Olästa tal", "Numbers unread"),
    "of": ("av", "of"),
    "duplicate": ("samma innehåll som", "same content as"),
    "attached": ("bilaga till", "attached to"),
    "as_read": ("Läst", "As read"),
    "taken_as": ("Tas som", "Taken as"),
    "method": ("Sätt", "Method"),
    "more": ("till, i warehouse-tabellen repairs", "more, in the warehouse table repairs"),
    "reason": ("Skäl", "Reason"),
    "message": ("Meddelande", "Message"),
    "unknown": ("okänt", "unknown"),
    "tables_end": (
        "Alla uppgifter finns i lagret (tabellerna i schemat avstam), var och en med sida och plats.",
        "All data are in the warehouse (schema avstam), each with its page and place.",
    ),
    "kind.minutes": ("Protokoll", "Minutes"),
    "kind.annual_report": ("Årsredovisning", "Annual report"),
    "kind.interim_report": ("Delårsrapport", "Interim report"),
    "kind.plan": ("Plan och budget", "Plan and budget"),
    "kind.audit_report": ("Revisionsberättelse", "Audit report"),
    "kind.attachment": ("Bilaga", "Attachment"),
    "kind.other": ("Annat", "Other"),
    "role.stated": ("angivet", "stated"),
    "role.computed": ("underlag", "source"),
    "role.item": ("post", "item"),
    "role.total": ("summa", "total"),
    "role.prose": ("löptext", "running text"),
    "role.table": ("tabell", "table"),
    "role.other": ("annan uppgift", "other"),
    "method.lexicon": ("ordlista", "word list"),
    "method.compound": ("sammansättning", "compound"),
    "method.context": ("sammanhang", "context"),
    "method.document": ("dokumentets egna ord", "the document's own words"),
    "method.second_reading": ("ny tolkning", "second reading"),
    "method.font": ("typsnittet", "font"),
    "method.arithmetic": ("räkning", "arithmetic"),
    "method.wordlist": ("ordlista", "word list"),
    "state.missing": ("saknas", "missing"),
    "state.unreadable": ("oläsbart", "unreadable"),
    "rule.table.total": ("Summa i tabell", "Total of a table"),
    "rule.table.row": ("Samband i en tabellrad", "Identity in a table row"),
    "rule.table.repeat": ("Upprepad rad", "Repeated row"),
    "rule.statement.chain": ("Resultaträkningens led", "Steps of the income statement"),
    "rule.statement.balance": ("Balansräkning", "Balance sheet"),
    "rule.statement.cash": ("Kassaflöde", "Cash flow"),
    "rule.statement.note": ("Not mot huvudräkning", "Note against statement"),
    "rule.equity.roll": ("Eget kapital mellan år", "Equity from year to year"),
    "rule.prose.table": ("Löptext mot tabell", "Running text against table"),
    "rule.prose.prose": ("Löptext mot löptext", "Running text against running text"),
    "rule.ratio": ("Andel eller procent", "Share or percentage"),
    "rule.prior_year": ("Föregående års siffror", "Prior-year figures"),
    "rule.budget.source": ("Budget mot beslutad budget", "Budget against decided budget"),
    "rule.allocation": ("Årets tilldelning", "Allocation of the year"),
    "rule.decision.figure": ("Beslut mot plan och rapport", "Decision against plan and report"),
    "rule.budget.variance": ("Avvikelse från budget", "Deviation from budget"),
    "rule.limit.equity": ("Eget kapital över gräns", "Equity above the limit"),
    "rule.fact.static": ("Fasta uppgifter", "Facts that do not change"),
    "rule.year.sane": ("Årtal", "Years"),
    "rule.minutes.sequence": ("Paragrafernas följd", "Sequence of paragraphs"),
    "rule.minutes.votes": ("Röster mot närvaro och röstlista", "Votes against attendance and voting list"),
    "rule.minutes.chain": ("Protokoll som ska finnas", "Minutes that should exist"),
    "rule.document.repeat": ("Samma sidor två gånger", "The same pages twice"),
}


def text(key: str, language: Language) -> str:
    """Return a text; a key with a dot that has none (a new rule, say) is returned without its first part."""
    if key not in TEXTS and "." in key:
        return key.split(".", 1)[1]
    return TEXTS[key][0 if language == "sv" else 1]


def unbroken(sentence: str) -> str:
    """Return a sentence whose amounts stay on one line: spaces inside them and before their unit do not break."""
    return re.sub(r"(?<=\d) (?=\d{3}(?!\d)|(?:kr|tkr|kkr|mnkr|Mkr|%)(?!\w))", "\N{NO-BREAK SPACE}", sentence)


def number(value: object, language: Language) -> str:
    """Write a number as the language does, with a real minus and spaces that do not break.

    >>> from decimal import Decimal
    >>> number(Decimal("-1858000.50"), "sv"), number(Decimal("-1858000.50"), "en")
    ('−1 858 000,50', '−1,858,000.50')
    """
    written = f"{value:,}".replace(".00", "") if value is not None else ""
    if language == "sv":
        written = written.replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")
    return written.replace("-", "−")


def amount(value: Decimal | None, unit: str | None, language: Language) -> str:
    """Write a value with its unit: kronor with two decimals or none, per cent and others with those that they have."""
    if value is None:
        return "–"
    value = value if unit == "SEK" else Decimal(f"{value.normalize():f}")
    sign = {"SEK": "\N{NO-BREAK SPACE}kr", "percent": "\N{NO-BREAK SPACE}%"}.get(unit or "", "")
    return number(value, language) + sign
