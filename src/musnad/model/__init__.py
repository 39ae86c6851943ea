"""The records: frozen, typed, each standing on a span of the untouched text."""

from musnad.model.annotation import SCHEMA, Annotation
from musnad.model.claim import Claim
from musnad.model.document import Article, Document, Sentence, Zone
from musnad.model.entity import Entity
from musnad.model.event import Event, Evidence
from musnad.model.judgement import Judgement
from musnad.model.link import Link
from musnad.model.mention import Mention
from musnad.model.quantity import Quantity
from musnad.model.span import Span
from musnad.model.time import Time

__all__ = [
    "SCHEMA",
    "Annotation",
    "Article",
    "Claim",
    "Document",
    "Entity",
    "Event",
    "Evidence",
    "Judgement",
    "Link",
    "Mention",
    "Quantity",
    "Sentence",
    "Span",
    "Time",
    "Zone",
]
