"""Annotations built by hand: short Arabic articles whose records are named by the words they stand on."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import Any

from musnad.model import (
    Annotation,
    Article,
    Claim,
    Document,
    Entity,
    Event,
    Link,
    Mention,
    Quantity,
    Sentence,
    Span,
)
from musnad.model.claim import Relay

# id: (kind, code, Arabic names)
ENTITIES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "QAT": ("state", "QAT", ("قطر", "الدوحة", "القطري", "القطرية")),
    "TUR": ("state", "TUR", ("تركيا", "أنقرة", "التركي", "التركية")),
    "SDN": ("state", "SDN", ("السودان", "الخرطوم", "السوداني", "السودانية")),
    "TCD": ("state", "TCD", ("تشاد", "نجامينا", "التشادي", "التشادية")),
    "EGY": ("state", "EGY", ("مصر", "القاهرة", "المصري", "المصرية")),
    "ETH": ("state", "ETH", ("إثيوبيا", "أديس أبابا", "الإثيوبي", "الإثيوبية")),
    "GRC": ("state", "GRC", ("اليونان", "أثينا", "اليوناني", "اليونانية")),
    "LBY": ("state", "LBY", ("ليبيا", "طرابلس", "الليبي", "الليبية")),
    "USA": ("state", "USA", ("الولايات المتحدة", "واشنطن", "الأميركي", "الأميركية")),
    "united-nations": ("organization", "", ("الأمم المتحدة",)),
    "rescuers": ("organization", "", ("الدفاع المدني",)),
    "salim-haddad": ("person", "QAT GOV", ("سليم حداد",)),
    "kemal-aydin": ("person", "TUR GOV", ("كمال آيدين", "كمال أيدين")),
    "selim-kaya": ("person", "TUR GOV", ("سليم كايا",)),
    "idris-nour": ("person", "TCD GOV", ("إدريس نور",)),
    "hassan-bashir": ("person", "SDN GOV", ("حسن بشير",)),
    "wire": ("organization", "", ("وكالة الساحل",)),
}


def spot(text: str, words: str, nth: int = 0) -> Span:
    """The nth place of some words in a text; fails where they do not stand in it."""
    places = [match.start() for match in re.finditer(re.escape(words), text)]
    assert len(places) > nth, f"{words!r} is not in {text!r}"
    return Span.of(text, places[nth], places[nth] + len(words))


def sentences(text: str) -> tuple[Sentence, ...]:
    """Sentences by full stop and line."""
    found = []
    for match in re.finditer(r"[^\n]+?(?:[.؟!](?=\s|$)|(?=\n)|$)", text):
        start, end = match.span()
        while start < end and text[start].isspace():
            start += 1
        if start < end:
            found.append(Sentence(start=start, end=end))
    return tuple(found)


def mentions(text: str) -> tuple[Mention, ...]:
    """Every name of ENTITIES in a text, the longest first."""
    taken: list[tuple[int, int]] = []
    found = []
    names = sorted(((name, key) for key, (_, _, names) in ENTITIES.items() for name in names), key=lambda n: -len(n[0]))
    for name, key in names:
        for match in re.finditer(re.escape(name), text):
            if all(match.end() <= start or end <= match.start() for start, end in taken):
                taken.append(match.span())
                found.append((match.start(), match.end(), name, key))
    return tuple(
        Mention(id=f"m{at}", start=start, end=end, text=name, kind=ENTITIES[key][0], entity=key)  # type: ignore[arg-type]
        for at, (start, end, name, key) in enumerate(sorted(found), start=1)
    )


def article(
    text: str,
    *,
    published: str | None = "2024-03-10",
    outlet: str = "صحيفة الميناء",
    events: Sequence[dict[str, Any]] = (),
    claims: Sequence[dict[str, Any]] = (),
    quantities: Sequence[dict[str, Any]] = (),
    links: Sequence[dict[str, Any]] = (),
    extra: Iterable[Entity] = (),
) -> Annotation:
    """An annotation; spans are given by their words (`trigger`, `cue`, `content`, `source`, `text`, `via`)."""
    found = mentions(text)
    used = {mention.entity for mention in found} | {
        e for x in events for e in (*x.get("sources", ()), *x.get("targets", ()))
    }
    used |= {claim["entity"] for claim in claims if claim.get("entity") in ENTITIES}
    made_claims = tuple(_claim(text, number, claim) for number, claim in enumerate(claims, start=1))
    return Annotation(
        document=Document(
            id="sha256:" + hashlib.sha256(f"{outlet}{published}{text}".encode()).hexdigest(),
            uri=f"{outlet}.txt",
            title=text.split("\n", 1)[0][:80],
            outlet=outlet,
            published=published,
            published_basis="given" if published else "unknown",
            text=text,
        ),
        articles=(Article(id="a1", start=0, end=len(text), published=published),),
        sentences=sentences(text),
        entities=(*(_entity(key) for key in sorted(used) if key in ENTITIES), *extra),
        mentions=found,
        events=tuple(_event(text, number, event, made_claims) for number, event in enumerate(events, start=1)),
        claims=made_claims,
        quantities=tuple(_quantity(text, number, each) for number, each in enumerate(quantities, start=1)),
        links=tuple(_link(text, number, each) for number, each in enumerate(links, start=1)),
    )


def _entity(key: str) -> Entity:
    kind, code, names = ENTITIES[key]
    return Entity(id=key, name=key.replace("-", " ").title(), name_ar=names[0], kind=kind, code=code)  # type: ignore[arg-type]


def _event(text: str, number: int, event: dict[str, Any], claims: Sequence[Claim]) -> Event:
    trigger = spot(text, event["trigger"], event.get("n", 0))
    holding = [c.id for c in claims if c.content and c.content.start <= trigger.start and trigger.end <= c.content.end]
    rest = {key: value for key, value in event.items() if key not in ("trigger", "n")}
    rest |= {key: tuple(rest[key]) for key in ("sources", "targets") if key in rest}
    return Event(
        id=f"v{number}", trigger=trigger, claim=holding[0] if holding else None, confidence=0.9, **_plain(rest)
    )


def _plain(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if key not in ("confidence", "of_event")}


def _claim(text: str, number: int, claim: dict[str, Any]) -> Claim:
    content = spot(text, claim["content"]) if "content" in claim else None
    after = [(m.start(), m.end()) for m in re.finditer(re.escape(claim["cue"]), text)]
    near = min(after, key=lambda place: abs(place[0] - (content.start if content else 0)))
    via = [spot(text, words) for words in claim.get("via", ())]
    return Claim(
        id=f"c{number}",
        source=spot(text, claim["source"]) if "source" in claim else None,
        entity=claim.get("entity"),
        via=tuple(Relay(start=v.start, end=v.end, text=v.text, entity=claim.get("via_entity")) for v in via),
        cue=Span.of(text, *near),
        content=content,
        stance=claim.get("stance", "assert"),
        source_class=claim.get("source_class", "named"),
    )


def _quantity(text: str, number: int, quantity: dict[str, Any]) -> Quantity:
    span = spot(text, quantity["text"], quantity.get("n", 0))
    rest = {key: value for key, value in quantity.items() if key not in ("text", "n")}
    return Quantity(id=f"q{number}", start=span.start, end=span.end, text=span.text, **rest)


def _link(text: str, number: int, link: dict[str, Any]) -> Link:
    ends = {"cue": spot(text, link["cue"]), "from_": spot(text, link["from"]), "to": spot(text, link["to"])}
    return Link(id=f"l{number}", kind=link["kind"], polarity=link.get("polarity", "+"), **ends)
