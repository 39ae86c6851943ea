"""The brief of a made story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

import pytest
from msgspec.structs import replace
from tests.analysis.made_story import DENIED, EXPECTED, MATTER, SHIPMENT, SHIPPED, STRIKE, VISIT, MadeView

from musnad.analysis.brief import brief
from musnad.analysis.brief_page import Brief, Section
from musnad.analysis.naming import Outlets
from musnad.analysis.wording import published_date
from musnad.errors import NotFoundError
from musnad.model.story import Matter, SourceDocument, StoryCluster, StoryEvent, Voice
from musnad.store.base import EventFilter, View


@pytest.fixture
def view() -> View:
    return cast(View, MadeView())


def section(page: Brief, name: str) -> Section:
    return next(s for s in page.sections if s.id == name)


def test_brief_cites_every_line_that_says_something(view: View) -> None:
    page = brief(view)
    known = {citation.number for citation in page.citations}
    for part in page.sections:
        for line in part.lines:
            assert line.citations or line.details
            assert set(line.citations) <= known
            assert all(detail.citations and set(detail.citations) <= known for detail in line.details)


def test_brief_tells_an_event_once_with_both_documents(view: View) -> None:
    visits = [line for line in section(brief(view), "timeline").lines if line.ref == "e1"]
    assert len(visits) == 1
    assert len(visits[0].citations) == 2
    assert "فلاديمير بوتين" in visits[0].text
    assert "كوريا الشمالية" in visits[0].text


def test_brief_shows_both_sides_of_what_is_contested_in_their_words(view: View) -> None:
    (line,) = section(brief(view), "contested").lines
    assert SHIPPED.content is not None
    assert DENIED.content is not None
    assert [SHIPPED.content.text in line.details[0].text, DENIED.content.text in line.details[1].text] == [True, True]
    assert line.details[1].lead == "روسيا"
    assert "reuters" in line.details[1].tail


def test_brief_lines_up_figures_that_differ(view: View) -> None:
    (line,) = section(brief(view), "numbers").lines
    assert [detail.text.split()[0] for detail in line.details] == ["6,700", "11,000"]


def test_brief_in_english_uses_english_names(view: View) -> None:
    page = brief(view, "en")
    assert "Vladimir Putin" in section(page, "timeline").lines[0].text
    assert section(page, "follows").lines[0].text.count("→") == 2


def test_brief_since_leaves_older_articles_out(view: View) -> None:
    page = brief(view, since="2024-06-20")
    assert {citation.document for citation in page.citations} <= {"d1", "d2"}
    assert [line.ref for line in section(page, "timeline").lines] == ["e3"]


@pytest.mark.parametrize(
    ("sizes", "title"),
    [
        ((3,), "موجز مُسنَد: خبر 1"),
        ((2, 1), "موجز مُسنَد: خبر 1"),
        ((2, 1, 1, 1), "موجز مُسنَد: كوريا الشمالية، روسيا"),
        ((1, 1, 1), "موجز مُسنَد: كوريا الشمالية، روسيا"),
        ((1, 1, 1, 1, 1, 1), "موجز مُسنَد: 6 قصص"),
    ],
)
def test_brief_is_titled_after_the_story_or_the_parties_that_most_articles_tell(
    sizes: tuple[int, ...], title: str
) -> None:
    class OfMany(MadeView):
        def stories(self) -> Iterator[StoryCluster]:
            for number, size in enumerate(sizes, 1):
                documents = tuple(f"d{number}.{place}" for place in range(size))
                parties = ("RUS", "PRK") if number < 4 else ("KOR",)
                yield StoryCluster(id=f"t{number}", label=f"خبر {number}", documents=documents, entities=parties)

    assert brief(cast(View, OfMany())).title == title


def test_brief_of_one_story_cites_its_articles_alone(view: View) -> None:
    class OfTwo(MadeView):
        def stories(self) -> Iterator[StoryCluster]:
            yield StoryCluster(id="t1", label="زيارة بوتين", documents=("d1", "d2"))
            yield StoryCluster(id="t2", label="عودة ترامب", documents=("d3",))

    page = brief(cast(View, OfTwo()), story="t2")
    assert page.title == "موجز مُسنَد: عودة ترامب"
    assert {citation.document for citation in page.citations} == {"d3"}
    with pytest.raises(NotFoundError):
        brief(cast(View, OfTwo()), story="t9")


def undated(event: StoryEvent, ref: str) -> StoryEvent:
    return replace(event, id=ref, date=None, precision="unknown")


def test_events_without_a_date_stand_where_they_were_first_reported() -> None:
    class Undated(MadeView):
        def events(self, where: EventFilter | None = None) -> Iterator[StoryEvent]:
            return iter((STRIKE, undated(EXPECTED, "e9"), undated(SHIPMENT, "e0"), VISIT))

    lines = section(brief(cast(View, Undated())), "timeline").lines
    assert [line.ref for line in lines] == ["e1", "e0", "e3", "e9"]
    assert [lines[1].lead, lines[3].lead] == ["نُشر 19 يونيو 2024", "بلا تاريخ"]


def test_who_will_not_comment_denies_nothing_and_a_relayed_denial_is_told_once() -> None:
    silent = replace(DENIED, id="s8", position="asks", voice=Voice(entity="PRK"))
    again = replace(DENIED, id="s9", voice=Voice(name="وسائل إعلام روسية"))

    class Silent(MadeView):
        def matters(self, status: Sequence[str] = (), *, min_statements: int = 1) -> Iterator[Matter]:
            return iter((replace(MATTER, statements=(SHIPPED, silent, again, DENIED)),))

    (line,) = section(brief(cast(View, Silent())), "contested").lines
    said = [(detail.lead, detail.text.split(":")[0]) for detail in line.details]
    assert said == [("كوريا الجنوبية", "قول"), ("كوريا الشمالية", "امتناع"), ("روسيا", "نفي")]


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("2024-06-19", "19 June 2024"),
        ("2024-06-17/2024-06-19", "17 June 2024 – 19 June 2024"),
        ("2019/2025", "between 2019 and 2025"),
        ("2000/..", "undated"),
        (None, "undated"),
    ],
)
def test_an_inferred_date_says_how_little_is_known(published: str | None, said: str) -> None:
    assert published_date(published, "en") == said


def test_an_outlet_without_a_name_is_called_by_its_file() -> None:
    document = SourceDocument(id="sha256:ab", uri="/articles/one.txt")
    named = Outlets([document])
    assert named.of(replace(SHIPPED.place, document=document.id, outlet="")) == "one.txt"
    assert [named.name("sha256:ab"), named.name("RUS")] == ["one.txt", "RUS"]


@pytest.mark.parametrize(
    ("documents", "said"),
    [
        (
            (("a", "أفق", "2024-06-19"), ("b", "أفق", "2024-06-21")),
            "2 articles from 1 outlet, 19 June 2024 to 21 June 2024.",
        ),
        ((("a", "", "2024-06-19"), ("b", "", "2024-06-19")), "2 articles, 19 June 2024."),
        ((("a", "", None), ("b", "أفق", None)), "2 articles from 1 outlet."),
    ],
)
def test_brief_counts_known_outlets_and_days_only(
    documents: tuple[tuple[str, str, str | None], ...], said: str
) -> None:
    class Of(MadeView):
        def documents(self) -> Iterator[SourceDocument]:
            for name, outlet, published in documents:
                basis = "given" if published else "unknown"
                yield SourceDocument(id=name, outlet=outlet, published=published, published_basis=basis)

    summary = brief(cast(View, Of()), "en").summary
    assert summary[0] == said
    unnamed = sum(not outlet for _, outlet, _ in documents)
    assert (f"Without a named outlet: {unnamed}." in summary) == bool(unnamed)
