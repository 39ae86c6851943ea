"""Durations, repetitions and what is reckoned from them: «ثلاثة أشهر», «كل أسبوع», «قبل يومين», «بعد ذلك بيوم»."""

from __future__ import annotations

from datetime import date

from musnad.extract.times.context import Context, Hit, Resolved, shift
from musnad.extract.times.items import Item
from musnad.lang.ar.calendar import day
from musnad.model.time import Modifier

# what may stand before a bare singular such as «عام» for it to be a duration
_BARE_BEFORE = ("FOR", "SINCE", "BEFORE", "AFTER", "APPROX", "MORE", "LESS")
_UNIT_NAMES = ("UNIT", "YEAR", "AMONTH", "YAWM", "ACCUNIT", "UNITS", "DUAL", "DECADEOF", "DEFUNITS", "DEFDUAL")
_NUMBERS = ("NUM", "DIGITDAY", "YEARNUM")
_AFTER_A_NOUN = ("OF", "IN")
_OPEN = "X"


class Count:
    """A number of units: `number` is None for an open plural («أشهر»)."""

    __slots__ = ("accusative", "bare", "number", "unit")

    def __init__(self, hit: Hit) -> None:
        unit = next(item for item in hit.items if item.name in _UNIT_NAMES)
        number = hit.get(*_NUMBERS)
        self.unit = str(unit.value)
        few = hit.has("FEW")
        self.bare = number is None and not few and unit.name not in ("DUAL", "DEFDUAL", "DECADEOF")
        self.accusative = unit.name == "ACCUNIT"
        self.number: float | None = None if few or (self.bare and unit.name in ("UNITS", "DEFUNITS")) else 1.0
        # «أسبوعين أو ثلاثة» and «ثلاثة أو أربعة أشهر» keep the lower number
        if unit.name in ("DUAL", "DEFDUAL"):
            self.number = 2.0
        elif number is not None:
            self.number = float(str(number.value))
        half = hit.get("HALF")
        if half is not None and self.number is not None:
            self.number += float(str(half.value))


def iso_duration(number: float | None, unit: str) -> str | None:
    """The ISO 8601 duration; an open number is X («أشهر» → PXM), tens of years are PnDE."""
    letter = {"S": "S", "I": "M", "H": "H"}.get(unit, unit)
    head = "PT" if unit in ("S", "I", "H") else "P"
    if number is None:
        return f"{head}{_OPEN}{letter}"
    if number != int(number):
        smaller = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7), "D": ("H", 24), "H": ("M", 60), "I": ("S", 60)}.get(
            unit
        )
        if smaller is None:
            return None
        head = "PT" if unit in ("D", "H", "I") else "P"
        return f"{head}{round(number * smaller[1])}{smaller[0]}"
    if unit == "C":
        return f"P{int(number) * 100}Y"
    return f"P{int(number)}{'DE' if unit == 'DE' else letter}" if head == "P" else f"PT{int(number)}{letter}"


def _modifier(hit: Hit) -> Modifier:
    item = hit.get("APPROX", "MORE", "LESS")
    return item.value if item else ""  # type: ignore[return-value]


def duration(hit: Hit, context: Context) -> Resolved | None:
    """A length of time; None for bare words that are more often something else («عقد», «أشهر الكتاب», «عام»)."""
    count = Count(hit)
    before = context.items[hit.first - 1] if hit.first else None
    if count.bare and not _bare_is_time(hit, context, count, before):
        return None
    if hit.items[0].name in _NUMBERS and before is not None and before.name in ("HALF",):
        return None
    value = iso_duration(count.number, count.unit)
    return Resolved("DURATION", value, _modifier(hit)) if value else None


def _bare_is_time(hit: Hit, context: Context, count: Count, before: Item | None) -> bool:
    led = (
        hit.has("APPROX", "MORE", "LESS")
        or (before is not None and before.name in _BARE_BEFORE)
        or (hit.items[0].skip > 0 and hit.items[0].name != "YAWM")
    )
    if count.number is None:
        following = context.form(hit.items[-1].last + 1)
        if hit.has("FEWAFTER"):
            return True
        if count.unit == "DE":
            return led or context.form(hit.items[0].last).endswith("ا")
        if count.unit == "M" and context.form(hit.items[0].last).endswith("اشهر") and not led:
            return False
        if following.startswith("ال") and following not in ("الي", "الا", "الان"):
            return False
        return not hit.items[0].skip or led
    if count.accusative:
        return count.unit in ("W", "M", "Y", "C") or led
    if hit.items[0].name == "YAWM":
        return led and hit.has("EXTRA", "HALF")
    following = context.form(hit.items[-1].last + 1)
    return led and not following.startswith("ال") and hit.items[0].skip == 0 and not _starts_name(hit, context)


def _starts_name(hit: Hit, context: Context) -> bool:
    """«بعد عام الفيل», «قبل شهر رمضان»: the unit is the head of a name or a date."""
    after = context.items[hit.last] if hit.last < len(context.items) else None
    return after is not None and after.name in ("YEARNUM", "MONTH", "WEAKMONTH", "HMONTH", "NUM")


def _leans_on_noun(hit: Hit, context: Context) -> bool:
    """«بعد يومين من …», «قبل أقل من شهر على …»: the time is reckoned from an event, not from a day."""
    at = hit.items[-1].last + 1
    if context.form(at) == "فقط":
        at += 1
    return context.form(at) in ("من", "علي") and context.form(at + 1) not in ("الان", "اليوم", "تاريخه")


def ago(hit: Hit, context: Context) -> Resolved | None:
    """«قبل يومين»: a day, week, month or year before the article's; open plurals are PAST_REF."""
    count = Count(Hit(hit.items[1:], hit.first + 1, hit.last))
    if _leans_on_noun(hit, context) or (count.bare and count.number and not _bare_ago(hit, context)):
        return None
    if count.number is None:
        if context.is_future(hit.items[0].first) or context.form(hit.items[-1].last + 1).startswith("ال"):
            return None
        return Resolved("DATE", "PAST_REF", "", context.published)
    if context.today is None:
        return Resolved("DATE", "PAST_REF", _modifier(hit), context.published)
    value = _moved(context.today, count, -1)
    return Resolved("DATE", value, _modifier(hit), context.published) if value else None


def _bare_ago(hit: Hit, context: Context) -> bool:
    following = context.form(hit.items[-1].last + 1)
    return not following.startswith("ال") and hit.items[-1].name != "YAWM" and not _starts_name(hit, context)


def _moved(anchor: date, count: Count, sign: int) -> str | None:
    number = count.number or 0
    if number != int(number):
        months = {"Y": 12, "M": 1}.get(count.unit)
        return shift("M", sign * round(number * months), anchor) if months else shift("D", sign * round(number), anchor)
    if count.unit == "H" and number >= 24:
        return shift("D", sign * int(number // 24), anchor)
    return shift(count.unit, sign * int(number), anchor) if number < 10_000 else None


def later(hit: Hit, context: Context) -> Resolved | None:
    """«بعد يومين» without «من»: reckoned from the time told before, or ahead from the article's day."""
    count = Count(Hit(hit.items[1:], hit.first + 1, hit.last))
    if _leans_on_noun(hit, context) or (count.bare and count.number and not _bare_ago(hit, context)):
        return None
    ahead = context.is_future(hit.items[0].first)
    anchor = context.today if ahead else context.last_day
    if count.number is None:
        if ahead:
            return Resolved("DATE", "FUTURE_REF", "", context.published)
        near = context.last if count.unit in ("D", "H", "I") else None
        return Resolved("DATE", near, "AFTER", context.last) if near else None
    if anchor is None:
        anchor = context.today if context.last is None else None
    value = _moved(anchor, count, 1) if anchor else None
    return Resolved("DATE", value, _modifier(hit), anchor.isoformat() if anchor else None) if value else None


def from_that(hit: Hit, context: Context) -> Resolved | None:
    """«قبل ذلك بيوم», «بعدها بأسبوعين»: reckoned from the time told before."""
    count = Count(Hit(hit.items[1:], hit.first + 1, hit.last))
    anchor = context.last_day or day(context.last)
    if hit.items[1].skip == 0 or count.number is None or anchor is None:
        return None
    value = _moved(anchor, count, -1 if hit.items[0].name == "BEFORETHAT" else 1)
    return Resolved("DATE", value, _modifier(hit), anchor.isoformat()) if value else None


def open_units(hit: Hit, context: Context) -> Resolved | None:
    """«الأشهر الأخيرة», «الأيام القليلة المقبلة»; «العام الأخير» is a length."""
    unit = hit.items[0]
    if unit.name in ("DEFUNIT", "THEYEAR", "THEMONTH", "THECENTURY"):
        if not hit.has("RECENT"):
            return None
        value = iso_duration(1, str(unit.value))
        return Resolved("DURATION", value, "", context.published) if value else None
    if unit.name == "DEFDUAL":
        value = iso_duration(2, str(unit.value))
        return Resolved("DURATION", value, "", context.published) if value else None
    return Resolved("DATE", "FUTURE_REF" if hit.has("NEXT") else "PAST_REF", "", context.published)


def every(hit: Hit, context: Context) -> Resolved | None:
    """«كل يوم», «كل ثلاثة أشهر»; None for «كل عام وأنتم بخير» and open plurals."""
    count = Count(Hit(hit.items[1:], hit.first + 1, hit.last))
    value = iso_duration(count.number, count.unit) if count.number is not None else None
    return Resolved("SET", value) if value else None


def fixed_set(hit: Hit, context: Context) -> Resolved | None:
    """«سنوياً», «الأسبوعي»."""
    return Resolved("SET", str(hit.items[0].value))


def per_day(hit: Hit, context: Context) -> Resolved | None:
    """«في اليوم», «في السنة» after a number: how often."""
    if not any(
        item.name in (*_NUMBERS, "UNITS", "DUAL") or context.form(item.first) in ("مره", "مرات", "مرتين")
        for item in context.items[max(0, hit.first - 6) : hit.first]
    ):
        return None
    value = iso_duration(1, "D" if hit.items[0].name == "TODAY" else str(hit.items[0].value))
    return Resolved("SET", value) if value else None
