"""Turn gold written as quotations into gold with offsets, and say which quotations are not found.

usage: python tools/align_gold.py GOLD_DIR      (reads GOLD_DIR/yaml and GOLD_DIR/texts, writes GOLD_DIR/dev)

In the YAML, `p` is the line of the text (from 1) that holds a quotation, `n` its occurrence there, `run` how many lines
more it may reach into. `zones` give ranges of lines.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import yaml

QUOTED = {
    "mentions": ("text",),
    "times": ("text",),
    "quantities": ("text",),
    "events": ("trigger",),
    "claims": ("source", "cue", "content", "via"),
    "links": ("cue", "from", "to"),
}
# fields whose occurrence `n` counts; the others are looked for from the start of the line
COUNTED = {"text", "trigger", "cue"}


def line_offsets(text: str) -> list[tuple[int, int]]:
    """Start and end of every line of `text`."""
    offsets, start = [], 0
    for line in text.split("\n"):
        offsets.append((start, start + len(line)))
        start += len(line) + 1
    return offsets


def find(text: str, quote: str, start: int, end: int, occurrence: int) -> int:
    """Offset of the n-th occurrence of `quote` in `text[start:end]`, -1 if there is none."""
    at = start - 1
    for _ in range(occurrence):
        at = text.find(quote, at + 1, end)
        if at < 0:
            break
    return at


def align(gold: dict[str, Any], text: str) -> tuple[dict[str, Any], list[str]]:
    """The gold with offsets, and what was not found."""
    lines = line_offsets(text)
    problems: list[str] = []
    result = {key: value for key, value in gold.items() if key not in QUOTED and key != "zones"}
    for layer, fields in QUOTED.items():
        result[layer] = [_align_row(row, fields, text, lines, problems) for row in gold.get(layer, [])]
    result["zone_spans"] = [
        {"start": lines[zone["first"] - 1][0], "end": lines[zone["last"] - 1][1], "kind": zone["kind"]}
        for zone in gold.get("zones", [])
    ]
    return result, problems


def _align_row(
    row: dict[str, Any], fields: tuple[str, ...], text: str, lines: list[tuple[int, int]], problems: list[str]
) -> dict[str, Any]:
    made = {key: value for key, value in row.items() if key not in (*fields, "n", "p", "run")}
    start, end = lines[row["p"] - 1][0], lines[row["p"] - 1 + row.get("run", 0)][1]
    for field in fields:
        quote = row.get(field)
        if quote is None:
            made[field] = None
            continue
        at = find(text, quote, start, end, row.get("n", 1) if field in COUNTED else 1)
        if at < 0:
            problems.append(f"line {row['p']}: {field} not found: {quote!r}")
        else:
            made[field] = {"start": at, "end": at + len(quote), "text": quote}
    return made


def main() -> int:
    """Aligns every file; exit code 1 if any quotation is not found."""
    folder = Path(sys.argv[1])
    failed = 0
    for path in sorted((folder / "yaml").glob("*.yaml")):
        text = (folder / "texts" / f"{path.stem}.txt").read_text(encoding="utf-8")
        gold, problems = align(yaml.safe_load(path.read_text(encoding="utf-8")), text)
        for problem in problems:
            print(f"{path.name}: {problem}", file=sys.stderr)
        failed += len(problems)
        data = json.dumps(gold, ensure_ascii=False, indent=1)
        (folder / "dev" / f"{path.stem}.json").write_text(data + "\n", encoding="utf-8")
        print(f"{path.name}: " + ", ".join(f"{len(gold[layer])} {layer}" for layer in QUOTED))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
