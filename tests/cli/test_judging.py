"""What a person decides on the command line: one by one in a review, or by script."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from musnad.cli.main import cli
from musnad.store import open_store


@pytest.fixture
def own(store: Path, tmp_path: Path) -> Path:
    """A copy of the store, to change."""
    return Path(shutil.copy(store, tmp_path / "own.duckdb"))


def rows(text: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in text.splitlines()]


def events(store: Path) -> dict[str, str]:
    with open_store(store).view() as view:
        return {event.id: event.type for event in view.events()}


def reviewed(store: Path, keys: str, *options: str) -> str:
    result = CliRunner().invoke(cli, ["review", "-s", str(store), "--author", "نور", *options], input=keys)
    assert result.exception is None
    return result.output


def shown(output: str) -> list[str]:
    """The references shown, in order."""
    return [line.split()[1] for line in output.splitlines() if line[:1].isdigit() and "/" in line.split()[0]]


def test_review_rejects_and_undoes(own: Path) -> None:
    before = events(own)
    output = reviewed(own, "r\nq\n")
    gone = shown(output)[0]
    assert "⟦" in output
    assert set(before) - set(events(own)) == {gone}
    with open_store(own).view() as view:
        [said] = view.judgements()
    assert (said.verdict, said.author, said.at[-1]) == ("reject", "نور", "Z")


def test_review_undo_goes_back_to_the_record(own: Path) -> None:
    before = events(own)
    output = reviewed(own, "s\nr\nu\nq\n")
    first, second, _third, again = shown(output)
    assert first != second == again
    assert events(own) == before
    assert "nothing to undo" in reviewed(own, "u\nq\n")


def test_review_retypes_and_changes(own: Path) -> None:
    first = shown(reviewed(own, "t\nCOERCE\nd\n2024-02-03\nq\n"))
    assert events(own)[first[0]] == "COERCE"
    with open_store(own).view() as view:
        assert view.event(first[1]).date == "2024-02-03"


def test_review_asks_again_after_a_wrong_answer(own: Path) -> None:
    output = reviewed(own, "t\nNOTYPE\nz\nd\nsomeday\nq\n")
    assert "there is no NOTYPE" in output
    assert "no key z" in output
    assert "someday is no date" in output
    assert len(set(shown(output))) == 1


def test_review_shows_the_uncertain_first_and_never_what_was_judged(own: Path) -> None:
    once = shown(reviewed(own, "a\n" * 40, "--limit", "3"))
    assert len(once) == 3
    assert not set(once) & set(shown(reviewed(own, "s\n" * 40)))


@pytest.mark.parametrize("kind", ["claims", "figures", "entities"])
def test_review_of_other_kinds(own: Path, kind: str) -> None:
    assert shown(reviewed(own, "x\nq\n", "--kind", kind))
    with open_store(own).view() as view:
        assert [said.verdict for said in view.judgements()] == ["split"]


def test_review_rejects_statements_and_takes_it_back(own: Path) -> None:
    def statements() -> set[str]:
        with open_store(own).view() as view:
            return {said.id for said in view.statements()}

    before = statements()
    first, *_ = shown(reviewed(own, "r\nq\n", "--kind", "claims"))
    assert first in before
    assert first not in statements()
    again = reviewed(own, "r\nu\nq\n", "--kind", "claims")
    assert statements() == before - {first}
    assert len(set(shown(again))) < len(shown(again))


def test_review_changes_who_says_it_and_what_is_counted(own: Path) -> None:
    first, *_ = shown(reviewed(own, "w\nروسيا\nq\n", "--kind", "claims"))
    second, *_ = shown(reviewed(own, "v\nmany\nv\n12,345\nq\n", "--kind", "figures"))
    with open_store(own).view() as view:
        assert {said.voice.entity for said in view.statements() if said.id == first} == {"RUS"}
        assert {figure.value for group in view.figures() for figure in group.figures if figure.id == second} == {12345}


def test_review_of_one_outlet(own: Path) -> None:
    output = reviewed(own, "s\n" * 40, "--outlet", "وكالة السهل")
    assert "وكالة السهل, 2024-06-19" in output
    assert "صحيفة الميناء, " not in output


def test_judge_and_undo_by_script(musnad, own: Path) -> None:
    ref = next(iter(events(own)))
    made = musnad("judge", ref, "-s", own, "--reject", "--note", "خبر قديم", "--author", "نور")
    assert made.code == 0
    assert ref not in events(own)
    [said] = rows(musnad("judgements", "-s", own).out)
    assert (said["id"], said["target"], said["note"]) == (made.out.strip(), ref, "خبر قديم")
    assert musnad("undo", made.out.strip(), "-s", own).code == 0
    assert ref in events(own)
    assert musnad("judgements", "-s", own).code == 3
    assert len(rows(musnad("judgements", "-s", own, "--all").out)) == 1


def test_judge_takes_names_for_ids(musnad, own: Path) -> None:
    ref = next(iter(events(own)))
    assert musnad("judge", ref, "-s", own, "--sources", "روسيا", "--date", "2024-06", "--author", "نور").code == 0
    with open_store(own).view() as view:
        event = view.event(ref)
    assert [p.entity for p in event.sources] == ["RUS"]
    assert (event.date, event.precision) == ("2024-06", "month")


def test_judge_wants_one_verdict_that_exists(musnad, own: Path) -> None:
    ref = next(iter(events(own)))
    assert "no verdict" in musnad("judge", ref, "-s", own).err
    assert musnad("judge", ref, "-s", own, "--reject", "--type", "AID").code == 2
    assert musnad("judge", ref, "-s", own, "--type", "NOTYPE").code == 2
    assert musnad("judge", ref, "-s", own, "--status", "maybe").code == 2
    assert musnad("judge", "e0000000000", "-s", own, "--reject").code == 3
    assert musnad("undo", "j0", "-s", own).code == 3


def test_judgements_travel(musnad, own: Path, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ref = next(iter(events(own)))
    musnad("judge", ref, "-s", own, "--reject", "--author", "نور")
    file, other = tmp_path / "said.jsonl", Path(shutil.copy(store, tmp_path / "other.duckdb"))
    assert musnad("judgements", "-s", own, "--export", file).code == 0
    taken = musnad("judgements", "-s", other, "--import", file)
    assert (taken.code, taken.err.strip()) == (0, "1 taken in, 0 left out")
    assert events(other) == events(own)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(file.read_bytes())))
    assert musnad("judgements", "-s", other, "--import", "-").code == 4


@pytest.mark.parametrize("date", ["31/12/2020", "12/2020", "2024-06-31", "2024-06/soon", ""])
def test_judge_refuses_what_is_no_date(musnad, own: Path, date: str) -> None:
    ref = next(iter(events(own)))
    result = musnad("judge", ref, "-s", own, "--date", date or "..")
    assert (result.code, result.out) == (2, "")
    assert "is no date" in result.err


def test_judge_one_report_and_an_entity_by_script(musnad, own: Path) -> None:
    ref = next(iter(events(own)))
    assert musnad("judge", ref, "--report", "--type", "COERCE", "-s", own).code == 0
    assert events(own)[ref] == "COERCE"
    assert musnad("judge", "entity:RUS", "--role", "RUS XYZ", "-s", own).code == 2
    assert musnad("judge", "entity:RUS", "--kind", "thing", "-s", own).code == 2
    assert musnad("judge", "entity:RUS", "--name-ar", "الاتحاد الروسي", "-s", own).code == 0
    with open_store(own).view() as view:
        assert view.entity("RUS").name_ar == "الاتحاد الروسي"


def test_review_rejects_an_entity_and_renames_another(own: Path) -> None:
    first, second, *_ = shown(reviewed(own, "r\ny\nاسم آخر\nq\n", "--kind", "entities"))
    with open_store(own).view() as view:
        names = {entity.id: entity.name_ar for entity in view.entities()}
    assert first.removeprefix("entity:") not in names
    assert names[second.removeprefix("entity:")] == "اسم آخر"
