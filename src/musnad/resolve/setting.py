"""Where the records of one annotation stand: sentence, article, parties, voices and whose words they are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property

from musnad.lang.ar.orthography import fold_key
from musnad.model import Annotation, Article, Claim, Entity, Mention, Span
from musnad.model.story import Place, Voice
from musnad.resolve.parties import parties
from musnad.resolve.words import Stems


class Setting:
    """One annotation with what is looked up in it again and again."""

    def __init__(self, annotation: Annotation, canon: Mapping[str, str]) -> None:
        self.annotation = annotation
        self.document = annotation.document
        self.canon = canon
        self.entities: dict[str, Entity] = {entity.id: entity for entity in annotation.entities}
        self.party = parties(self.entities, canon)
        self.claims: dict[str, Claim] = {claim.id: claim for claim in annotation.claims}
        self._starts = [sentence.start for sentence in annotation.sentences]
        self._mentions = sorted(annotation.mentions, key=lambda mention: mention.start)

    @cached_property
    def names(self) -> frozenset[str]:
        """The stems of the words in names of actors: who is meant is compared by entity, not by word."""
        found = (self.stems.between(mention.start, mention.end) for mention in self._mentions)
        return frozenset(stem for stems in found for stem in stems)

    @cached_property
    def stems(self) -> Stems:
        """The content words of the text by their places."""
        return Stems(self.document.text)

    def words(self, start: int, end: int) -> tuple[str, ...]:
        """The stems of the content words of a stretch that belong to no name."""
        return self.stems.between(start, end, self.names)

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.start for mention in self._mentions]

    def party_of(self, entity: str) -> str:
        """The party of an entity id; the id itself (a class of speakers) where the annotation has no such entity."""
        return self.party.get(entity) or self.canon.get(entity, entity)

    def merged(self, entity: str) -> str:
        """The story entity that an entity id was merged into."""
        return self.canon.get(entity, entity)

    def mentions(self, start: int, end: int) -> Iterator[Mention]:
        """The mentions that begin within a stretch, in order."""
        at = bisect_right(self._mention_starts, start - 1)
        while at < len(self._mentions) and self._mentions[at].start < end:
            yield self._mentions[at]
            at += 1

    def sentence_index(self, offset: int) -> int:
        """The index of the sentence at or before an offset; 0 if there is none before."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def sentence(self, span: Span) -> Span:
        """The sentence that holds a span, or the span itself outside of every sentence."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0 or self.annotation.sentences[at].end < span.end:
            return span
        sentence = self.annotation.sentences[at]
        return Span.of(self.document.text, sentence.start, sentence.end)

    def place(self, span: Span) -> Place:
        """The place of a span."""
        article = self.article_of(span.start)
        return Place(
            document=self.document.id,
            outlet=self.document.outlet,
            published=self._published(article),
            span=span,
            sentence=self.sentence(span),
            article=article.id if article else "",
        )

    def article_of(self, offset: int) -> Article | None:
        """The article that an offset lies in, if any."""
        return next((a for a in self.annotation.articles if a.start <= offset < a.end), None)

    def _published(self, article: Article | None) -> str | None:
        """The article's own date; the document's stands for its only article, not for the second of a page."""
        if article is None or len(self.annotation.articles) < 2:
            return (article.published if article else None) or self.document.published
        return article.published

    def voice(self, claim: Claim) -> Voice:
        """Who makes a claim."""
        known = self.entities.get(claim.entity or "")
        name = claim.source.text if claim.source else (known.name_ar or known.name if known else claim.entity or "")
        return Voice(
            entity=self.merged(claim.entity) if claim.entity else None,
            name=name,
            joint=self._joint(claim),
            via=tuple(self._relay(relay.entity, relay.text) for relay in claim.via),
            outlet=self.document.outlet,
            source_class=claim.source_class,
        )

    def _joint(self, claim: Claim) -> tuple[str, ...]:
        """Who speaks together with the first («موسكو وبيونغ يانغ»): named after «و», or an actor of the cue's act."""
        found = []
        if claim.source:
            text = self.document.text
            for mention in self.mentions(claim.source.start, claim.source.end):
                at = mention.start - 1
                if at > claim.source.start and text[at] == "و" and text[at - 1].isspace() and not mention.adjectival:
                    found.append(mention.entity)
        for event in self.annotation.events:
            if event.trigger.start < claim.cue.end and claim.cue.start < event.trigger.end:
                found += event.sources
        merged = dict.fromkeys(self.merged(each) for each in found)
        return tuple(each for each in merged if each != self.merged(claim.entity or ""))

    def _relay(self, entity: str | None, text: str) -> str:
        known = self.entities.get(entity or "")
        return known.name if known else text

    def origin(self, claim: Claim | None) -> str:
        """Whose words a record rests on: the named speaker, else the innermost relay, else the outlet.

        An outlet that only passes on an agency's words thus counts as the agency.
        """
        if claim is not None:
            if claim.entity and (claim.entity in self.entities or claim.source_class == "named"):
                return self.merged(claim.entity)
            if claim.via:
                first = claim.via[0]
                return self.merged(first.entity) if first.entity else fold_key(first.text)
            if claim.source and claim.source_class == "named":
                return fold_key(claim.source.text)
        return self.own_origin

    @cached_property
    def own_origin(self) -> str:
        """The outlet, or the document where no outlet is known."""
        return outlet_origin(self.document.outlet, self.document.id)


def outlet_origin(outlet: str, document: str) -> str:
    """The origin that stands for an outlet's own words; each document of unknown outlet is one."""
    return f"outlet:{fold_key(outlet)}" if outlet else f"document:{document}"
