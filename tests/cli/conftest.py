"""The command line run in this process, and a store with a small story of ours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from musnad.cli.main import run

ARTICLES = {
    "one.md": """---
title: قمة في موسكو
outlet: صحيفة الميناء
published: 2024-06-18
---
وصل الرئيس الروسي فلاديمير بوتين إلى بيونغ يانغ اليوم الثلاثاء في زيارة تستمر يومين.
وقال المتحدث باسم الكرملين ديمتري بيسكوف إن الزعيمين سيوقعان اتفاقية شراكة.
ونفت موسكو أن تكون قد تسلمت أسلحة من كوريا الشمالية. وأفاد مسؤول أميركي بأن روسيا تسلمت 6700 حاوية من الذخيرة.
""",
    "two.txt": """---
outlet: وكالة السهل
published: 2024-06-19
---
زار بوتين كوريا الشمالية أمس الثلاثاء والتقى الزعيم كيم جونغ أون.
واتهمت واشنطن بيونغ يانغ بتزويد روسيا بنحو 7 آلاف حاوية من الذخيرة، وهو ما تنفيه موسكو.
""",
}


class Result(NamedTuple):
    """What a command printed and its exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def musnad(capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs `musnad` with these arguments."""

    def running(*arguments: object) -> Result:
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        return Result(code, *capfd.readouterr())

    return running


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory, articles: Path) -> Path:
    """A store that has read both articles."""
    path = tmp_path_factory.mktemp("store") / "story.duckdb"
    assert run(["read", str(articles), "--store", str(path), "--quiet"]) == 0
    return path
