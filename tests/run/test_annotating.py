from __future__ import annotations

import pytest

from musnad.extract import annotate as reader
from musnad.ingest.source import Failure
from musnad.model import Annotation, Document
from musnad.run.annotating import FEW, annotated, annotation_of


def documents(count: int) -> list[Document]:
    return [
        Document(id=f"sha256:{n}", uri=f"{n}.txt", published="2024-06-18", text=f"نفى الوزير اليوم الخبر رقم {n}.")
        for n in range(count)
    ]


def test_annotated_is_the_same_with_any_number_of_workers() -> None:
    some = documents(FEW + 20)
    alone = list(annotated(some, 1))
    assert [document for document, _ in alone] == some
    assert list(annotated(some, 2)) == alone


def test_annotated_takes_no_more_than_it_needs() -> None:
    taken = 0

    def endless():
        nonlocal taken
        for document in documents(1000):
            taken += 1
            yield document

    stream = annotated(endless(), 1)
    next(stream)
    next(stream)
    assert taken <= 2
    stream.close()


def test_a_fault_of_the_reader_costs_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    import musnad.run.annotating as annotating

    def faulty(document: Document) -> Annotation:
        if document.uri == "1.txt":
            raise IndexError("list index out of range")
        return reader.annotate_document(document)

    monkeypatch.setattr(annotating, "annotate_document", faulty)
    first, second, third = (result for _, result in annotated(documents(3)))
    assert isinstance(first, Annotation)
    assert isinstance(third, Annotation)
    assert isinstance(second, Failure)
    assert "1.txt" in second.message
    assert "please report" in second.message


def test_annotation_of_is_deterministic() -> None:
    (document,) = documents(1)
    one, two = annotation_of(document), annotation_of(document)
    assert isinstance(one, Annotation)
    assert isinstance(two, Annotation)
    assert one.to_json() == two.to_json()
