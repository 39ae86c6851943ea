"""What holds for every test: whatever is annotated, each span quotes the text, and no test sees the user's store."""

from __future__ import annotations

import pytest

from musnad.extract import annotate as reader
from musnad.model import Annotation, Document


def check_spans(annotation: Annotation) -> None:
    """Asserts that every span of every record lies in the text and quotes it, and that the contract's JSON comes back."""
    text = annotation.document.text
    for span in annotation.spans():
        assert 0 <= span.start <= span.end <= len(text), span
        assert text[span.start : span.end] == span.text, span
    for piece in (*annotation.articles, *annotation.zones, *annotation.sentences):
        assert 0 <= piece.start <= piece.end <= len(text), piece


@pytest.fixture(autouse=True)
def _every_annotation_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test that reads an article checks its spans, whichever door it takes."""
    unchecked = reader.annotate_document

    def checked(document: Document) -> Annotation:
        annotation = unchecked(document)
        check_spans(annotation)
        return annotation

    monkeypatch.setattr(reader, "annotate_document", checked)
    monkeypatch.delenv("MUSNAD_STORE", raising=False)
