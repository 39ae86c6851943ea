"""The brief: the story on one page, each line with its citations.

with Store(path).view() as view:
    page = brief(view, language="ar")
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from musnad.analysis.brief_page import Brief, Line, Section
from musnad.analysis.brief_sections import actors, contested, follows, numbers, sides, timeline
from musnad.analysis.citations import Citations
from musnad.analysis.desk import Desk
from musnad.analysis.wording import Language, counted, full_date, wording
from musnad.errors import NotFoundError
from musnad.model.story import SourceDocument, StoryCluster
from musnad.resolve.dates import iso, published_day
from musnad.store.base import View

CHIEF_PARTIES = 3  # parties that a title names


def brief(view: View, language: Language = "ar", *, since: str | None = None, story: str | None = None) -> Brief:
    """The brief of the whole store, of what was published on or after `since` (ISO 8601 date), or of one `story`.

    A story is given by its reference; raises NotFoundError where there is none of it.
    """
    from musnad import __version__

    stories = _stories(view, story)
    documents = [d for d in view.documents() if not since or _is_since(d, since)]
    if story:
        documents = [d for d in documents if d.id in stories[0].documents]
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
        title=_title(desk, stories, documents, language),
        summary=tuple(_summary(desk, documents, since, story)),
        sections=tuple(sections),
        citations=desk.citations.listed(),
        version=__version__,
    )


def _stories(view: View, story: str | None) -> list[StoryCluster]:
    """The stories, the largest first, or the one of a reference."""
    stories = sorted(view.stories(), key=lambda each: (-len(each.documents), each.id))
    if story:
        stories = [each for each in stories if each.id == story]
        if not stories:
            raise NotFoundError(f"no story {story}", advice="see `musnad stories`")
    return stories


def _is_since(document: SourceDocument, since: str) -> bool:
    """Whether a document came out on that day or later; one whose date is not known to a month did not."""
    day = published_day(document.published)
    return day is not None and iso(day) >= since


def _title(desk: Desk, stories: list[StoryCluster], documents: list[SourceDocument], language: Language) -> str:
    """The label of the story that most articles tell; else the parties that most of them are about; else a count."""
    plain = wording("title", "brief", language)
    told = sum(len(story.documents) for story in stories)
    label = stories[0].label if stories and stories[0].label else (documents[0].title if documents else "")
    if stories and 2 * len(stories[0].documents) < told:
        count = Counter({name: 0 for story in stories for name in story.entities})
        for story in stories:
            count.update(dict.fromkeys(story.entities, len(story.documents)))
        chief = sorted((name for name in count if 2 * count[name] > told), key=lambda name: (-count[name], name))
        label = desk.naming.names(chief[:CHIEF_PARTIES]) or counted("stories", len(stories), language)
    return f"{plain}: {label}" if label else plain


def _summary(desk: Desk, documents: list[SourceDocument], since: str | None, story: str | None) -> list[str]:
    language = desk.language
    dates = sorted(d.published for d in documents if d.published and d.published_basis in ("given", "stated"))
    undated = len(documents) - len(dates)
    lines = [wording("summary", "since", language, date=full_date(since, language))] if since else []
    if story:
        lines.append(wording("summary", "story", language, ref=story))
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
