"""The DuckDB store: what goes in comes out, once."""

from __future__ import annotations

import zipfile
from pathlib import Path

import msgspec
import pytest
from tests.resolve.builders import article

from musnad.errors import NotFoundError, StoreDamagedError, StoreError, UsageError
from musnad.model import Annotation
from musnad.store import EventFilter, Store, View, open_store

FIRST = article(
    "بدأ كمال آيدين زيارة إلى قطر.\nوقالت الدوحة إن تركيا سترسل 5 آلاف طن من القمح إلى السودان.",
    outlet="الميناء",
    events=[
        {"trigger": "زيارة", "type": "CONSULT", "sources": ["kemal-aydin"], "targets": ["QAT"], "time": "2024-03-10"}
    ],
    claims=[
        {"cue": "قالت", "source": "الدوحة", "entity": "QAT", "content": "تركيا سترسل 5 آلاف طن من القمح إلى السودان"}
    ],
    quantities=[{"text": "5 آلاف طن", "value": 5000, "unit": "ton"}],
    links=[{"kind": "purpose", "cue": "إلى", "from": "زيارة", "to": "قطر"}],
)
SECOND = article(
    "استقبل أمير قطر الوزير كمال أيدين في الدوحة.",
    outlet="السهل",
    published="2024-03-11",
    events=[
        {"trigger": "استقبل", "type": "CONSULT", "sources": ["QAT"], "targets": ["kemal-aydin"], "time": "2024-03-10"}
    ],
)


def filled(path: Path | str, *annotations: Annotation) -> Store:
    store = open_store(path, create=True)
    with store.writer() as writer:
        for each in annotations or (FIRST, SECOND):
            writer.add(each)
        writer.resolve()
    return store


def test_an_article_comes_out_as_it_went_in(tmp_path: Path) -> None:
    view = filled(tmp_path / "s.duckdb").view()
    assert view.annotation(FIRST.document.id) == FIRST
    assert [each.document.id for each in view.annotations()] == [FIRST.document.id, SECOND.document.id]
    assert view.text(FIRST.document.id[:20]) == FIRST.document.text
    assert view.document(FIRST.document.id[7:20]).outlet == "الميناء"


def test_the_same_bytes_twice_change_nothing_and_say_so(tmp_path: Path) -> None:
    store = filled(tmp_path / "s.duckdb")
    before = store.view().counts()
    with store.writer() as writer:
        assert writer.known(FIRST.document.id)
        assert writer.add(FIRST).outcome == "unchanged"
        assert writer.resolve() == 0
    assert store.view().counts() == before
    assert (before.documents, before.events, before.pending) == (2, 1, 0)


def test_one_event_of_two_articles_with_its_reports() -> None:
    view = filled(":memory:").view()
    [event] = view.events()
    assert [report.place.outlet for report in event.reports] == ["الميناء", "السهل"]
    assert [p.entity for p in event.sources] == ["kemal-aydin"]
    assert all(view.event(report.id) == event for report in event.reports)


@pytest.mark.parametrize(
    ("where", "count"),
    [
        (EventFilter(types=("consult",)), 1),
        (EventFilter(types=("CONSULT/visit",)), 0),
        (EventFilter(actors=("TUR", "QAT")), 1),
        (EventFilter(actors=("kemal-aydin",)), 1),
        (EventFilter(sources=("QAT",)), 0),
        (EventFilter(since="2024-03-11"), 0),
        (EventFilter(until="2024-03-10"), 1),
        (EventFilter(since_published="2024-03-11"), 1),
        (EventFilter(since_published="2024-03-12"), 0),
        (EventFilter(outlet="السهل"), 1),
        (EventFilter(min_sources=3), 0),
        (EventFilter(status=("asserted",)), 1),
        (EventFilter(min_confidence=0.999), 0),
    ],
)
def test_filters_say_which_events(where: EventFilter, count: int) -> None:
    assert len(list(filled(":memory:").view().events(where))) == count


def test_everything_listed_can_be_explained() -> None:
    view = filled(":memory:").view()
    listed = [*view.events(), *view.matters(), *view.statements(), *view.figures(), *view.links(), *view.stories()]
    assert len(listed) >= 6
    for record in listed:
        assert view.explain(record.id) == record
    assert view.explain("Kemal Aydin") == view.entity("كمال أيدين")
    with pytest.raises(NotFoundError):
        view.explain("e0000000000")


def test_statements_and_figures_stand_in_their_place() -> None:
    view = filled(":memory:").view()
    [said] = view.statements(speaker="QAT")
    assert said.place.sentence.text.startswith("وقالت الدوحة")
    assert not list(view.statements(stance="deny"))
    [group] = view.figures(unit="ton")
    assert group.figures[0].voice is not None
    assert group.figures[0].voice.entity == "QAT"


def test_removing_a_document_leaves_no_trace(tmp_path: Path) -> None:
    store = filled(tmp_path / "s.duckdb")
    with store.writer() as writer:
        writer.remove(FIRST.document.id)
        with pytest.raises(NotFoundError):
            writer.remove(FIRST.document.id)
    alone = filled(":memory:", SECOND).view()
    assert list(store.view().events()) == list(alone.events())
    assert store.view().counts() == alone.counts()


def test_a_document_is_known_from_its_adding_to_its_removal(tmp_path: Path) -> None:
    store = filled(tmp_path / "s.duckdb", FIRST)
    with store.writer() as writer:
        assert writer.known(FIRST.document.id)
        assert not writer.known(SECOND.document.id)
        writer.add(SECOND)
        assert writer.known(SECOND.document.id)
        writer.remove(SECOND.document.id)
        assert not writer.known(SECOND.document.id)


def test_articles_of_an_older_version_are_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = filled(tmp_path / "s.duckdb", FIRST)
    assert list(store.stale()) == []
    monkeypatch.setattr("musnad.store.writer.version", lambda: "9.9+new")
    monkeypatch.setattr("musnad.store.duck.version", lambda: "9.9+new")
    assert list(store.stale()) == [FIRST.document.id]
    with store.writer() as writer:
        assert not writer.known(FIRST.document.id)
        assert writer.add(FIRST).outcome == "updated"
        writer.resolve()
    assert list(store.stale()) == []
    assert store.view().counts().documents == 1


def test_sql_reads_and_does_not_write(tmp_path: Path) -> None:
    view = filled(tmp_path / "s.duckdb").view()
    found = view.sql("SELECT outlet, count(*) AS n FROM event_report GROUP BY outlet ORDER BY outlet")
    assert found.columns == ("outlet", "n")
    assert found.rows == [("السهل", 1), ("الميناء", 1)]
    other = tmp_path / "x.csv"
    for query in (
        "DELETE FROM document",
        "DROP TABLE event",
        "SELECT 1; SELECT 2",
        f"COPY document TO '{other}'",
        f"SELECT * FROM '{__file__}'",
        f"SELECT * FROM read_text('{__file__}')",
        f"ATTACH '{other}'",
        "SELECT nonsense",
        "SELEC",
        "INSTALL httpfs",
        "SET memory_limit='1GB'",
    ):
        with pytest.raises(UsageError):
            view.sql(query)
    assert view.counts().documents == 2
    assert not other.exists()


def test_no_store_a_folder_and_foreign_files_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store here"):
        open_store(tmp_path / "none.duckdb")
    text = tmp_path / "text.duckdb"
    text.write_text("ليس هذا ملف قاعدة بيانات", encoding="utf-8")
    archive = tmp_path / "zip.duckdb"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("a", "b")
    for path in (text, archive):
        with pytest.raises(StoreDamagedError):
            open_store(path, create=True)
    with pytest.raises(StoreError):
        open_store(tmp_path, create=True)


def test_a_duckdb_file_of_another_program_is_refused(tmp_path: Path) -> None:
    import duckdb

    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE t (a INTEGER)")
    with pytest.raises(StoreDamagedError, match="did not make"):
        open_store(path)


def test_a_cut_off_store_is_one_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    filled(path)
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(StoreError) as raised:
        list(open_store(path).view().events())
    assert "\n" not in str(raised.value)
    assert raised.value.advice


def test_a_store_with_broken_pages_is_one_clear_error_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    filled(path)
    whole = path.read_bytes()
    broken = whole[:12288] + bytes(byte ^ 0x5A for byte in whole[12288:])
    path.write_bytes(broken)
    for use in (lambda: list(open_store(path).view().events()), lambda: filled(path)):
        with pytest.raises(StoreDamagedError) as raised:
            use()
        assert "\n" not in str(raised.value)
        assert path.read_bytes() == broken
    path.write_bytes(whole)
    assert open_store(path).view().counts().documents == 2


def test_an_updated_version_is_linked_to_the_first_and_is_no_second_source() -> None:
    lead = (
        "بدأ كمال آيدين زيارة إلى قطر صباح الأحد يبحث خلالها أسعار القمح وطرق شحنه عبر الميناء الجديد، ورافقه وفد من "
        "التجار والمهندسين ومديري المصارف، ومن المقرر أن يزور مخازن الحبوب شمال المدينة قبل أن يعود مساء الاثنين"
    )
    told = {"trigger": "زيارة", "type": "CONSULT", "sources": ["kemal-aydin"], "targets": ["QAT"], "time": "2024-03-10"}
    first = article(f"{lead}.", published="2024-03-10", outlet="الميناء", events=[told])
    newer = f"(نسخة محدثة) {lead}، وأضاف بيان لاحق أن الوفد وقع ثلاثة عقود."
    view = filled(":memory:", first, article(newer, published="2024-03-11", outlet="الميناء", events=[told])).view()
    [link] = view.passages()
    assert (link.update, link.whole, link.original.document) == (True, True, first.document.id)
    [event] = view.events()
    assert (event.documents, event.independent_sources) == (2, 1)
    assert view.explain(link.id) == link


def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    import duckdb

    path = tmp_path / "s.duckdb"
    filled(path)
    with duckdb.connect(str(path)) as connection:
        connection.execute("INSERT INTO musnad_schema VALUES (999, 'future')")
    with pytest.raises(StoreError, match="newer Musnad"):
        open_store(path)


def test_the_store_is_what_the_protocols_ask_for() -> None:
    assert isinstance(filled(":memory:").view(), View)


def test_what_was_put_right_in_a_text_is_kept() -> None:
    store = open_store(":memory:", create=True)
    document = msgspec.structs.replace(FIRST.document, mended="put into reading order")
    with store.writer() as writer:
        writer.add(msgspec.structs.replace(FIRST, document=document))
    assert store.view().sql("SELECT mended FROM document").rows == [("put into reading order",)]
