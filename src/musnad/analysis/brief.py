"""The brief: the story on one page, each line with its citations.

with Store(path).view() as view:
    page = brief(view, language="ar")
"""

from __future__ import annotations

from collections.abc import Callable

from musnad.analysis.brief_page import Brief, Line, Section
from musnad.analysis.brief_sections import actors, contested, follows, numbers, sides, timeline
from musnad.analysis.citations import Citations
from musnad.analysis.desk import Desk
from musnad.analysis.wording import Language, counted, full_date, wording
from musnad.model.story import SourceDocument
from musnad.store.base import View


def brief(view: View, language: Language = "ar", *, since: str | None = None) -> Brief:
    """The brief of the whole store, or of what was published on or after `since` (ISO 8601 date)."""
    from musnad import __version__

    documents = [d for d in view.documents() if not since or (d.published or "") >= since]
    desk = Desk(view, Citations(documents), language, {d.id for d in documents}, since)
    builders: dict[str, Callable[[Desk], list[Line]]] = {
        "actors": actors,
        "timeline": timeline,
        "contested": contested,
        "numbers": numbers,
        "sides": sides,
        "follows": follows,
    }
    sections = []
    for name, build in builders.items():
        if lines := tuple(build(desk)):
            title, note = wording("sections", name, language), wording("notes", name, language)
            sections.append(Section(id=name, title=title, note=note, lines=lines))
    return Brief(
        language=language,
        title=_title(view, documents, language),
        summary=tuple(_summary(desk, documents, since)),
        sections=tuple(sections),
        citations=desk.citations.listed(),
        version=__version__,
    )


def _title(view: View, documents: list[SourceDocument], language: Language) -> str:
    """The label of the largest story, and how many others there are if most articles are about those."""
    stories = sorted(view.stories(), key=lambda story: (-len(story.documents), story.id))
    plain = wording("title", "brief", language)
    largest = len(stories[0].documents) if stories else 0
    label = stories[0].label if stories and stories[0].label else (documents[0].title if documents else "")
    if largest and 2 * largest < sum(len(story.documents) for story in stories):
        if largest == 1 or not label:  # none stands out
            return f"{plain}: {counted('stories', len(stories), language)}"
        label = f"{label} {counted('other_stories', len(stories) - 1, language)}"
    return f"{plain}: {label}" if label else plain


def _summary(desk: Desk, documents: list[SourceDocument], since: str | None) -> list[str]:
    language = desk.language
    dates = sorted(d.published for d in documents if d.published and d.published_basis in ("given", "stated"))
    undated = len(documents) - len(dates)
    lines = [wording("summary", "since", language, date=full_date(since, language))] if since else []
    if documents:
        lines.append(_coverage(documents, dates, language))
    if unnamed := sum(not d.outlet for d in documents):
        lines.append(wording("summary", "unnamed", language, count=unnamed))
    if undated:
        lines.append(wording("summary", "undated", language, count=undated))
    found = {noun: counted(noun, count, language) for noun, count in desk.counts().items()}
    lines.append(wording("summary", "found", language, **found))
    return lines


def _coverage(documents: list[SourceDocument], dates: list[str], language: Language) -> str:
    """How many articles from how many outlets between which days; only of the outlets and days that are known."""
    said = counted("documents", len(documents), language)
    if outlets := {d.outlet for d in documents if d.outlet}:
        said = wording(
            "summary", "outlets", language, documents=said, outlets=counted("outlets", len(outlets), language)
        )
    if dates:
        first, last = full_date(dates[0], language), full_date(dates[-1], language)
        key = "date" if first == last else "dates"
        said = wording("summary", key, language, documents=said, first=first, last=last, date=first)
    return f"{said}."
