"""Values of numbers in digits: thousands and decimals in the usages of East and West."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from musnad.lang.ar.tokens import Token

_PLAIN = re.compile(r"\d+\Z")
_THOUSANDS = re.compile(
    r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?\Z|[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d+)?\Z|[1-9]\d{0,2}\.\d{3},\d+\Z"
)
_ONE_DOT = re.compile(r"[1-9]\d{0,2}\.\d{3}\Z")
_DECIMAL = re.compile(r"\d+[.,]\d+\Z")
_MAX_DIGITS = 30  # longer runs of digits are no counts


def digit_value(tokens: Sequence[Token], at: int, scaled: Callable[[int], bool]) -> tuple[float, int] | None:
    """Value and last token of the number in digits at `at`; None for dates, hours and codes.

    «10 000» and the Arabic comma of «3،7» take in the tokens that follow; `scaled(last)` says whether a word such as
    «مليون» follows, which makes «1,250» and «2.125» decimals.
    """
    form = tokens[at].form
    if len(form) > _MAX_DIGITS:
        return None
    if _PLAIN.match(form):
        return _plain(tokens, at, form)
    if _ONE_DOT.match(form) or (form.count(",") == 1 and "." not in form and _THOUSANDS.match(form)):
        decimal = scaled(at) or _is_percent(tokens, at + 1)
        return (float(form.replace(",", ".")) if decimal else float(re.sub(r"[.,]", "", form))), at
    if _THOUSANDS.match(form):
        return _grouped(form), at
    if _DECIMAL.match(form):
        return float(form.replace(",", ".")), at
    return None


def _is_percent(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and (tokens[at].form == "%" or tokens[at].form in ("بالميه", "بالمايه"))


def _grouped(form: str) -> float:
    mark = "," if "," in form else "."
    if "," in form and "." in form and form.rfind(".") < form.rfind(","):
        mark = "."  # «1.234,5»: the last sign is the decimal one
    return float(form.replace(mark, "").replace(",", "."))


def _plain(tokens: Sequence[Token], at: int, form: str) -> tuple[float, int]:
    last, digits = at, form
    if len(form) <= 3 and form[0] != "0":
        while (
            last + 1 < len(tokens)
            and tokens[last + 1].kind == "number"
            and len(tokens[last + 1].form) == 3
            and tokens[last + 1].form.isdigit()
            and tokens[last + 1].start == tokens[last].end + 1
            and len(digits) < 13
        ):
            last += 1
            digits += tokens[last].form
    if last == at and at + 2 < len(tokens) and tokens[at + 1].form == "،" and tokens[at + 2].kind == "number":
        comma, rest = tokens[at + 1], tokens[at + 2]
        if comma.start == tokens[at].end and rest.start == comma.end and rest.form.isdigit() and len(rest.form) <= 2:
            return float(f"{form}.{rest.form}"), at + 2
    return float(digits), last
