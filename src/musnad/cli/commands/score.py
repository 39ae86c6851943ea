"""`musnad score`: annotations against gold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from musnad.cli import exits
from musnad.cli.output import Output, output_options

if TYPE_CHECKING:
    from musnad.analysis.scoring.gold import GoldArticle
    from musnad.analysis.scoring.tally import Tally

_LAYERS = ("mentions", "times", "quantities", "events", "claims", "links")


@click.command()
@click.argument("gold_dir", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("system_dir", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--texts", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder of the gold's texts."
)
@click.option(
    "--entities", type=click.Path(dir_okay=False, path_type=Path), help="The gold's table of entities (YAML)."
)
@click.option("--errors", "layer", type=click.Choice(_LAYERS), help="List what a layer missed and what is spurious.")
@click.option("--per-article", is_flag=True, help="A row for each article and layer.")
@click.option("--intervals", is_flag=True, help="95 % intervals of F1, by drawing articles anew.")
@output_options
def score(
    gold_dir: Path,
    system_dir: Path | None,
    texts: Path | None,
    entities: Path | None,
    layer: str | None,
    per_article: bool,
    intervals: bool,
    output: Output,
) -> int:
    """Scores annotations against gold.

    GOLD_DIR and SYSTEM_DIR hold NAME.json files. Without SYSTEM_DIR the gold's texts are annotated first.

    \b
    Example:
      musnad score gold/dev --errors events
    """
    from musnad.analysis.scoring.gold import entity_names, gold_articles
    from musnad.analysis.scoring.score import score_article
    from musnad.analysis.scoring.sides import gold_side, system_side

    names = entity_names(gold_dir, entities)
    tallies: dict[str, Tally] = {}
    for article in gold_articles(gold_dir):
        system = system_side(_system(article, gold_dir, system_dir, texts))
        tallies[article.name] = score_article(gold_side(article.data), system, names)
    if layer:
        return _list_errors(tallies, layer, output)
    return _show(tallies, output, per_article=per_article, with_intervals=intervals)


def _system(article: GoldArticle, gold_dir: Path, system_dir: Path | None, texts: Path | None) -> dict[str, Any]:
    """What the system says of an article; empty, with a notice, where its folder holds nothing."""
    from musnad.analysis.scoring.gold import read_json, text_path

    if system_dir:
        path = system_dir / f"{article.name}.json"
        if path.exists():
            return read_json(path)
        exits.complain(f"{path}: missing — it counts as empty")
        return {}
    return _annotated(text_path(gold_dir, article.name, texts), article.published)


def _annotated(path: Path, published: str | None) -> dict[str, Any]:
    import json

    from musnad.ingest.source import Failure, Settings
    from musnad.run.pipeline import annotate_paths

    for result in annotate_paths([str(path)], Settings(published=published)):
        if isinstance(result, Failure):
            exits.complain(result.message)
        else:
            return dict(json.loads(result.to_json()))
    return {}


def _list_errors(tallies: dict[str, Tally], layer: str, output: Output) -> int:
    rows = [
        (name, *line.split(" ", 1)) if line.startswith(("missed ", "spurious ")) else (name, "wrong", line)
        for name, tally in tallies.items()
        for line in tally.errors[layer]
    ]
    return exits.OK if output.write(("article", "error", "record"), rows) else exits.NOTHING_FOUND


def _show(tallies: dict[str, Tally], output: Output, *, per_article: bool, with_intervals: bool) -> int:
    from musnad.analysis.scoring.score import intervals
    from musnad.analysis.scoring.tally import merged

    whole = merged(tallies.values()).scores()
    bounds = intervals(list(tallies.values())) if with_intervals else {}
    parts = {name: tally.scores() for name, tally in tallies.items()} if per_article else {"all": whole}
    rows = [
        (name, layer, *found, *bounds.get(layer, ()))
        for name, scores in parts.items()
        for layer, found in scores.items()
    ]
    columns = ("article", "layer", "p", "r", "f1", "system", "gold", *(("low", "high") if bounds else ()))
    if per_article:
        bounds = {}
    else:
        columns, rows = columns[1:], [row[1:] for row in rows]
    output.write(columns, rows)
    return exits.OK
