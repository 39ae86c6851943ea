"""Times with a name of their own: seasons, quarters, decades, centuries, feasts, Hijri months, hours of the clock."""

from __future__ import annotations

from datetime import date, timedelta
from typing import cast

from musnad.extract.quantities.nouns import noun_at
from musnad.extract.times.compose import compose, with_part
from musnad.extract.times.context import UNKNOWN_DAY, Context, Hit, Resolved, cue_forms
from musnad.extract.times.items import Item
from musnad.extract.times.parts import parts_of
from musnad.extract.times.units import unit_value
from musnad.lang.ar.calendar import add_days, day, easter, hijri_day, hijri_month, hijri_of, hijri_year, make_day
from musnad.model.time import Modifier

MODERN_YEAR, LAST_MODERN_YEAR = 1800, 2060  # bare four digits between these are read as a year
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_HALVES = {1: "H1", 2: "H2"}
_EDGE_OF_MONTH: dict[int, Modifier] = {1: "START", 2: "END"}


def reference(hit: Hit, context: Context) -> Resolved | None:
    """PRESENT_REF, PAST_REF or FUTURE_REF."""
    return Resolved("DATE", str(hit.items[0].value), "", context.published)


def back(hit: Hit, context: Context) -> Resolved | None:
    """«آنذاك», «حينها»: the time told last; PAST_REF where none was."""
    return Resolved("DATE", context.last or "PAST_REF", "", context.last)


def night(hit: Hit, context: Context) -> Resolved | None:
    """«الليلة الماضية», «هذه الليلة»."""
    if context.today is None:
        return Resolved("TIME", f"{UNKNOWN_DAY}TNI")
    moved = add_days(context.today, int(str(hit.items[0].value)))
    return Resolved("TIME", f"{moved}TNI", "", context.published) if moved else None


def part(hit: Hit, context: Context) -> Resolved | None:
    """«بعد الظهر», «فجراً» alone: on the day that the sentence told, else on the article's."""
    form, value = context.form(hit.items[0].first), str(hit.items[0].value)
    length = hit.items[0].last - hit.items[0].first
    adverb = (
        form.endswith(("احا", "اء", "لا", "جرا", "هرا", "صرا")) or length > 0 or form.lstrip("وفبل").startswith("ال")
    )
    following = context.form(hit.items[0].last + 1)
    if not adverb or (following.startswith("ال") and length == 0) or hit.items[0].name != "PART":
        return None
    if form.endswith("مساء") and (context.said_day is None or following[:2] == "ال"):
        return None
    anchor = context.said_day or context.today
    if anchor is None:
        return None
    return Resolved("TIME", with_part(anchor.isoformat(), value), "", anchor.isoformat())


def nth_day(hit: Hit, context: Context) -> Resolved | None:
    """«اليوم الأول»: some day of the month told last."""
    if context.last is None or len(context.last) < 7 or not context.last[5:7].isdigit():
        return None
    return Resolved("DATE", f"{context.last[:7]}-XX", "", context.last)


def same_day(hit: Hit, context: Context) -> Resolved | None:
    """«اليوم نفسه», «اليوم التالي»: the day told last, or the one beside it."""
    anchor = context.last_day or context.today
    if anchor is None:
        return None
    moved = add_days(anchor, 1 if hit.has("AFTERIT") else -1 if hit.has("BEFOREIT") else 0)
    return Resolved("DATE", moved.isoformat(), "", anchor.isoformat()) if moved else None


def half_date(hit: Hit, context: Context) -> Resolved | None:
    """«يوم 18/5»: day and month in digits."""
    item = hit.items[-1]
    month, number = cast(tuple[int, int], item.value)
    items = [
        *hit.items[:-1],
        Item("DIGITDAY", number, item.first, item.last),
        Item("MONTH", str(month), item.first, item.last),
    ]
    return compose(Hit(items, hit.first, hit.last), context)


def range_day(hit: Hit, context: Context) -> Resolved | None:
    """The first day of «من 3 إلى 5 مايو»: its month stands with the second."""
    rest = context.items[hit.last : hit.last + 8]
    end = next((at for at, item in enumerate(rest) if item.name in ("MONTH", "WEAKMONTH")), None)
    if end is None:
        return None
    stop = end + 1
    while stop < len(rest) and rest[stop].name in ("YEARNUM", "LAST", "NEXT", "THIS"):
        stop += 1
    return compose(Hit([*hit.items, *rest[end:stop]], hit.first, hit.last), context)


def bare_year(hit: Hit, context: Context) -> Resolved | None:
    """Four digits alone: a year after a preposition or a noun, unless something is counted or numbered by them."""
    item = hit.items[0]
    year, before, after = int(str(item.value)), context.form(item.first - 1), context.form(hit.items[-1].last + 1)
    if hit.has("HIJRI"):
        found = hijri_year(year)
        return Resolved("DATE", found or f"{year:04d}", "", None)
    if not MODERN_YEAR <= year <= LAST_MODERN_YEAR and not hit.has("CE"):
        return None
    thing = noun_at(context.tokens, hit.items[-1].last + 1)
    counted = after == "%" or (thing is not None and thing.noun.number == "s" and not thing.noun.definite)
    counted = counted or (after.endswith("ا") and len(after) > 4 and after not in cue_forms("not-counted"))
    previous = context.items[hit.first - 1].name if hit.first else ""
    if counted or before in cue_forms("number") or previous in ("APPROX", "MORE", "LESS", "DIGITDAY", "NUM", "SLASH"):
        return None
    return Resolved("DATE", f"{year:04d}")


def year_words(hit: Hit, context: Context) -> Resolved | None:
    """«عام ألفين وثمانية»."""
    value = float(str(hit.items[1].value))
    return (
        Resolved("DATE", f"{int(value)}") if MODERN_YEAR <= value <= LAST_MODERN_YEAR and value == int(value) else None
    )


def year_span(hit: Hit, context: Context) -> Resolved | None:
    """«2015-2018»."""
    first, second = int(str(hit.items[0].value)), int(str(hit.items[2].value))
    return Resolved("DURATION", f"{first}/{second}") if MODERN_YEAR <= first < second <= LAST_MODERN_YEAR else None


def century(hit: Hit, context: Context) -> Resolved | None:
    """«القرن التاسع عشر» → `18`."""
    number = hit.items[-1].value
    value = int(float(str(number)))
    modifier: Modifier = hit.items[0].value if hit.items[0].name == "EDGE" else ""  # type: ignore[assignment]
    return Resolved("DATE", f"{value - 1:02d}", modifier) if 1 <= value <= 22 else None


def decade(hit: Hit, context: Context) -> Resolved | None:
    """«ثمانينيات القرن الماضي» → `198`."""
    word = hit.get("DECADE")
    if word is None:
        return None
    number, hundred = int(str(word.value)), 19
    order = hit.get("ORDINAL", "NUM")
    if order is not None:
        hundred = int(float(str(order.value))) - 1
    elif hit.has("THIS") or (number <= 2 and not hit.has("LAST")):
        hundred = 20
    edge = hit.get("EDGE")
    modifier: Modifier = edge.value if edge else ""  # type: ignore[assignment]
    return Resolved("DATE", f"{hundred:02d}{number}", modifier)


def _year_said(hit: Hit, context: Context) -> str | None:
    """The year of «… من العام الماضي», «… 2023»; the article's where none is said."""
    item = hit.get("YEARNUM")
    if item is not None:
        return f"{int(str(item.value)):04d}"
    direction = hit.get("LAST", "NEXT", "THIS", "SAME", "AFTERIT", "BEFOREIT")
    return unit_value("Y", direction.name if direction else "THIS", context)


def part_of_year(hit: Hit, context: Context) -> Resolved | None:
    """«الربع الأول من 2023» → `2023-Q1`; halves of a month are its start and end."""
    order = hit.get("ORDINAL")
    number = int(str(order.value)) if order else {"Q": 4, "H": 2, "T": 3}[str(hit.items[0].value)]
    kind = str(hit.items[0].value)
    if hit.has("MONTH", "WEAKMONTH"):
        month = compose(
            Hit([item for item in hit.items if item.name not in ("ORDINAL", "PARTYEAR")], hit.first, hit.last), context
        )
        return Resolved("DATE", month.value, _EDGE_OF_MONTH.get(number, "")) if month and kind == "H" else None
    year = _year_said(hit, context)
    if year is None or number > {"Q": 4, "H": 2, "T": 3}[kind]:
        return None
    return Resolved("DATE", f"{year}-{kind}{number}", "", context.published)


def season(hit: Hit, context: Context) -> Resolved | None:
    """«صيف 2023», «الشتاء الماضي»; bare seasons only after a word that dates."""
    word = hit.get("SEASON", "DEFSEASON")
    if word is None:
        return None
    code = str(word.value)
    edge = hit.get("EDGE")
    modifier: Modifier = edge.value if edge else ""  # type: ignore[assignment]
    if hit.has("YEARNUM", "THEYEAR"):
        return Resolved("DATE", f"{_year_said(hit, context)}-{code}", modifier)
    direction = hit.get("LAST", "NEXT", "THIS")
    dated = context.form(hit.items[0].first - 1) in cue_forms("dated") or edge is not None
    if context.today is None or not (direction or (dated and word.name == "DEFSEASON" and word.skip == 0)):
        return None
    name = direction.name if direction else "NEXT" if context.is_future(word.first) else ""
    return Resolved("DATE", f"{_season_year(code, name, context.today)}-{code}", modifier, context.published)


def _season_year(code: str, direction: str, today: date) -> int:
    start = _SEASON_STARTS[code]
    if direction == "LAST":
        return today.year if start + 3 <= today.month else today.year - 1
    if direction == "NEXT":
        return today.year if today.month < start else today.year + 1
    if code == "WI" and today.month <= 3:
        return today.year - 1
    return today.year


def hijri(hit: Hit, context: Context) -> Resolved | None:
    """Hijri dates and months as Gregorian days; a month's name alone is no time (names of men)."""
    month_item = hit.get("HMONTH")
    parts = parts_of(hit)
    direction = hit.get("LAST", "NEXT", "THIS")
    if month_item is None or not (parts.number or parts.year or direction or hit.has("AMONTH", "THEMONTH", "EDGE")):
        return None
    month, year = int(str(month_item.value)), parts.year
    year = year if year is not None else _hijri_year_of(month, direction.name if direction else "", context, hit)
    if year is None:
        return None
    if parts.number:
        found = hijri_day(year, month, parts.number)
        value = found.isoformat() if found else None
    else:
        value = hijri_month(year, month)
    modifier: Modifier = parts.edge  # type: ignore[assignment]
    if value and parts.part and parts.number:
        return Resolved("TIME", with_part(value, parts.part), modifier, context.published)
    return Resolved("DATE", value, modifier, context.published) if value else None


def _hijri_year_of(month: int, direction: str, context: Context, hit: Hit) -> int | None:
    now = hijri_of(context.today) if context.today else None
    if now is None:
        return None
    year, current, _ = now
    if direction == "LAST":
        return year if month < current else year - 1
    if direction == "NEXT" or (not direction and context.is_future(hit.items[0].first)):
        return year if month > current or (month == current and not direction) else year + 1
    return year if month <= current or month - current <= 2 else year - 1


def holiday(hit: Hit, context: Context) -> Resolved | None:
    """The day of a feast in the year said, else in the year nearest to the article's day."""
    rule = str(hit.items[0].value)
    if context.today is None and not hit.has("YEARNUM"):
        return None
    said = _year_said(hit, context) if hit.has("YEARNUM", "THEYEAR") else None
    if said is not None and said.isdigit():
        days = [found for found in _feast_days(rule, int(said)) if found.year == int(said)]
        return Resolved("DATE", days[0].isoformat(), "", context.published) if days else None
    today = context.today
    if today is None:
        return None
    days = [found for year in (today.year - 1, today.year, today.year + 1) for found in _feast_days(rule, year)]
    if not days:
        return None
    if hit.has("LAST") and (past := [found for found in days if found < today]):
        return Resolved("DATE", max(past).isoformat(), "", context.published)
    if (hit.has("NEXT") or context.is_future(hit.items[0].first)) and (
        ahead := [found for found in days if found >= today]
    ):
        return Resolved("DATE", min(ahead).isoformat(), "", context.published)
    return Resolved("DATE", min(days, key=lambda found: abs(found - today)).isoformat(), "", context.published)


def beside_holiday(hit: Hit, context: Context) -> Resolved | None:
    """The day before or after a feast: «عشية عيد الأضحى», «غداة رأس السنة»."""
    found = holiday(Hit(hit.items[1:], hit.first + 1, hit.last), context)
    feast = day(found.value) if found else None
    moved = add_days(feast, int(str(hit.items[0].value))) if feast else None
    return Resolved("DATE", moved.isoformat(), "", context.published) if moved else None


def _feast_days(rule: str, year: int) -> list[date]:
    """The days in a Gregorian year of `g:MM-DD`, `h:MM-DD` (Hijri) or `e:offset` (from Easter)."""
    kind, _, rest = rule.partition(":")
    if not 1 < year < 9998:
        return []
    if kind == "e":
        return [easter(year) + timedelta(int(rest))]
    month, number = int(rest[:2]), int(rest[3:])
    if kind == "g":
        found = make_day(year, month, number)
        return [found] if found else []
    around = hijri_of(date(year, 7, 1))
    if around is None:
        return []
    days = [hijri_day(around[0] + offset, month, number) for offset in (-1, 0, 1)]
    return [found for found in days if found is not None and found.year == year]


def weekend(hit: Hit, context: Context) -> Resolved | None:
    """«عطلة نهاية الأسبوع»: the last weekend, of this week from Friday on; `2024-W24-WE`."""
    if context.today is None:
        return None
    today, direction = context.today, hit.get("LAST", "NEXT", "THIS")
    ahead = (direction is not None and direction.name == "NEXT") or (
        direction is None and context.is_future(hit.items[0].first)
    )
    back_days = (
        0
        if ahead and direction is None
        else -7
        if ahead
        else 7
        if today.isoweekday() < 5 or (direction and direction.name == "LAST")
        else 0
    )
    moved = add_days(today, -back_days)
    if moved is None:
        return None
    year, number, _ = moved.isocalendar()
    return Resolved("DATE", f"{year:04d}-W{number:02d}-WE", "", context.published)


def clock(hit: Hit, context: Context) -> Resolved | None:
    """An hour of the clock on the day that is said with it or was told last."""
    number = hit.get("CLOCK", "ORDINAL", "NUM", "DIGITDAY")
    if number is None:
        return None
    time = str(number.value) if number.name == "CLOCK" else f"{int(float(str(number.value))):02d}:{_minutes(hit)}"
    hour = int(time[:2])
    if hour > 24 or (number.name == "ORDINAL" and hour > 12):
        return None
    daypart = hit.get("PART")
    if (daypart is not None and hour < 12 and str(daypart.value) in ("EV", "AF")) or (
        daypart is not None and str(daypart.value) == "NI" and 6 < hour < 12
    ):
        time = f"{hour + 12:02d}{time[2:]}"
    offset, weekday = hit.get("REL", "TODAY"), hit.get("WEEKDAY")
    if offset is not None or weekday is not None:
        found = compose(Hit([item for item in (offset or weekday,) if item], hit.first, hit.last), context)
        anchor = day(found.value) if found else None
    else:
        anchor = context.said_day or context.today
    head = anchor.isoformat() if anchor else UNKNOWN_DAY
    return Resolved("TIME", f"{head}T{time}", "", context.published)


def _minutes(hit: Hit) -> str:
    part_of_hour = hit.get("HALF", "PARTYEAR")
    return "00" if part_of_hour is None else "30" if str(part_of_hour.value) in ("0.5", "H") else "15"
