"""What a line looks like, whatever it says: a sentence, a headline, a list item, a date, a byline."""

from __future__ import annotations

import re

SENTENCE = "sentence"
HEADLINE = "headline"
ITEM = "item"
MARKS = "marks"

_BULLET = re.compile(r"^(?:[•◦▪‣*–-]\s+(?=\S)|\d{1,2}[.)]\s+(?=[A-ZÆØÅÄÖ]))")
_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_ABBREVIATION_END = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|No|St|Dr|vs)\.$")
_INNER_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+[A-ZÆØÅÄÖ]")
_LONG_WORDS = 18
_LONG = 130

_MONTH = (
    r"(?:jan|feb|mar|mars|apr|mai|maj|may|jun|juni|jul|juli|aug|sep|sept|okt|oct|nov|des|dec|january|january|february"
    r"|march|april|june|july|august|september|october|november|december|januar|februar|januari|februari|marts|augusti"
    r"|oktober|desember)\.?"
)
_DATE = (
    rf"(?:\d{{1,2}}\.?\s+{_MONTH}(?:\s+\d{{4}})?|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2})"
)
_TIME = r"(?:\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?)"
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:man|tirs|ons|tors|fre|lør|løy|laur|søn|sun|lör|sön)dag)"
_NAME = r"[^\W\d_][\w.'’-]*(?:\s+(?:av|af|van|von|de|der|den))?"
_STAMP = re.compile(
    rf"^(?P<label>(?:[^\W\d_]+[:,.]?\s+){{0,4}}?)(?:{_DAY},?\s+)?(?:{_DATE}|{_TIME})"
    rf"(?:[\s,|·–-]*(?:kl\.?|klokken|at|the|den|{_DATE}|{_TIME}|[A-Z]{{2,4}}\b))*"
    rf"(?:\s+(?:av|af|by)\s+{_NAME}(?:\s+{_NAME}){{0,4}})?\s*\.?$",
    re.IGNORECASE,
)
_STAMP_LABEL = re.compile(
    r"publi[sc]\w*|oppdat\w*|uppdat\w*|opdat\w*|udgiv\w*|utgitt|offentlig\w*|endr\w*|ändr\w*|ændr\w*|rediger\w*"
    r"|skrev\w*|updated|posted|modified|last|sist|senast|senest|først|först|den|on|lagt|lagd|ut|"
    r"kl\.?|av|by|and|og|i|dag|idag|går|today|yesterday|at",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"^(?=.*[^\W\d_]\.?$)(?:[^\W\d_]+:?\s+)?(?:for\s+)?\d+\s*(?:min(?:utt(?:er)?s?|utes?|uters?)?|t(?:imer|immar)?|hours?|dager|days?|dage|dagar|sekunder)?\.?\s*"
    r"(?:siden|sidan|sedan|ago|lesetid|lästid|læsetid|l[eæä]s[nt]ing|read|min read|å lese)?$",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"^(?:[Aa]v|[Aa]f|[Bb]y|[Tt]e[kx]st|[Kk]ilder?|[Kk]älla|[Uu]tgiver|[Uu]tgivare|[Uu]dgiver|[Uu]tgjevar|[Rr]edaktør"
    r"|[Rr]edaktör|[Oo]versatt av|[Öö]versättning|[Oo]versat af)\s*:\s+(?P<name>.{2,60})$"
)
_BYLINE = re.compile(
    r"^(?:(?:[Ss]kre[vt]\w*|[Ss]kriven|[Ww]ritten) )?(?:[Aa]v|[Aa]f|[Bb]y|BY|AV|Tekst|Text|Journalist|Skribent|Reporter"
    r"|(?:\w+ )?[Rr]edaktør|(?:\w+ )?[Uu]tgivare)\s*:?\s+"
    rf"(?P<name>{_NAME}(?:[\s,/&|]+(?:and |og |och )?{_NAME}){{1,8}})(?:,\s+[a-zæøåäö-]{{4,20}})?$"
)
_PARTS = re.compile(r"\s*[|·•]\s*(?=\S)|(?<=\d)\.\s+(?=[A-ZÅÄÖØÆ])")
_AND = ("and", "och", "van", "von", "der", "den")
_COPYRIGHT = re.compile(
    r"©|\(c\)\s*\d{4}|\bcopyright\b|\ball rights reserved\b|\brettigheter forbeholdt\b", re.IGNORECASE
)
_AGENCIES = re.compile(r"^(?:(?:NTB|TT|Ritzau|Reuters|AFP|AP|DPA|STT|Scanpix|Bloomberg)[\s/,&-]*)+$")
_ADDRESS = re.compile(
    r"^(?:\w*adresse?|telefon|tlf|mobil|e-?post|e-?mail|org\.? ?(?:nr|nummer)|cvr)\.?(?:-?nr)?\.?:? \S.{0,80}$"
    r"|^(?:https?://\S+|www\.\S+|\S+@\S+\.\w+|@\w+|\+?[\d\s()-]{8,}|#\w+)$",
    re.IGNORECASE,
)
_SITE_ENGLISH = re.compile(
    r"^(?:we|this (?:web)?site|our (?:web)?site) uses? cookies\b|^by (?:continuing|clicking|using)\b.*\bcookies\b"
    r"|^(?:sign up|subscribe|log in|register)\b.*\b(?:newsletter|account|inbox|access|today|now)\b"
    r"|^(?:get|receive)\b.*\b(?:newsletter|inbox)\b"
    r"|^share (?:this|on|via|with)\b|^follow us\b|^skip to\b|^all rights reserved\b",
    re.IGNORECASE,
)


def shape(text: str) -> str:
    """SENTENCE, HEADLINE, ITEM or MARKS; by its end and its length, for a headline has no full stop."""
    if not re.search(r"[^\W\d_]", text):
        return MARKS
    if _BULLET.match(text):
        return ITEM
    words = len(text.split())
    if words > _LONG_WORDS or len(text) > _LONG:
        return SENTENCE
    if text.endswith(("?", "!")) and words <= 12 and not _INNER_END.search(text):
        return HEADLINE
    if _END.search(text) and not (_ABBREVIATION_END.search(text) and words <= 12) and words > 2:
        return SENTENCE
    return HEADLINE


def is_one_sentence(text: str) -> bool:
    return not _INNER_END.search(text)


def item_text(text: str) -> str:
    """A list item without its bullet or number."""
    return _BULLET.sub("", text, count=1)


def is_numbered(text: str) -> bool:
    return bool(_BULLET.match(text)) and text[:1].isdigit()


def page_data(text: str) -> str:
    """The role of a line that is data about the page and no text: a date, a byline, a copyright, an address.

    Empty for all others. Data is no interface string: nobody translates `Publisert 15. desember 2025`.
    """
    parts = _PARTS.split(text)
    if len(parts) > 1:
        roles = [page_data(part) for part in parts]
        return roles[0] if all(roles) else ""
    stamp = _STAMP.match(text)
    if stamp and all(_STAMP_LABEL.fullmatch(word.strip(":,.")) for word in stamp["label"].split()):
        return "date"
    if _AGO.match(text):
        return "date"
    byline = _BYLINE.match(text) or _SIGNED.match(text)
    if byline and all(word[0].isupper() for word in re.findall(r"[^\W\d_]{3,}", byline["name"]) if word not in _AND):
        return "byline"
    if _AGENCIES.match(text):
        return "byline"
    if _COPYRIGHT.search(text) and len(text.split()) <= 25:
        return "copyright"
    return "address" if _ADDRESS.match(text) else ""


def is_site_talk(text: str) -> bool:
    """English that a site says of itself: its cookies, its newsletter, its sharing buttons."""
    return bool(_SITE_ENGLISH.search(text))


def stems(text: str) -> set[str]:
    """What the text is about, roughly: its longer words, cut so that `reader` and `readers` are one."""
    return {word[:5] for word in re.findall(r"[^\W_]+", text.casefold()) if len(word) > 3 or word.isdigit()}
