"""Who says what: the layer of attributed statements.

Each sentence is walked once for cues; a cue that finds its complement becomes a draft with a speaker, and the drafts
of a sentence bound each other's content. Speakers carry over from sentence to sentence.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from musnad.extract.claims.adverbials import adverbial
from musnad.extract.claims.anaphora import anaphoric
from musnad.extract.claims.carry import Memory, agrees, carried_speaker
from musnad.extract.claims.chains import passing_outlets
from musnad.extract.claims.content import content_end
from musnad.extract.claims.cues import Cue, CueForm, lexicon, written_forms
from musnad.extract.claims.drafts import Draft
from musnad.extract.claims.headlines import headline
from musnad.extract.claims.identity import who
from musnad.extract.claims.noun_drafts import noun_draft, participle_draft
from musnad.extract.claims.openings import Opening, is_marker
from musnad.extract.claims.passing import via_of, with_relays
from musnad.extract.claims.spans import content_span, source_span
from musnad.extract.claims.speakers import Speaker
from musnad.extract.claims.stance import negated, refuses, stance_of
from musnad.extract.claims.verb_drafts import verb_draft
from musnad.extract.claims.words import words
from musnad.extract.grammar.clause_line import Line, line_of
from musnad.extract.reading import Reading, SentenceReading
from musnad.model import Claim
from musnad.model.claim import Relay

REFUSES = "refuse-"  # before the id of the rule where the speaker will not do a thing, rather than denies that it is so
MAX_DRAFTS = 80  # statements of one sentence; only broken text has more


def read_claims(reading: Reading) -> None:
    """Fills `reading.claims`."""
    memory, numbers = Memory(), count(1)
    for sentence in reading.read_sentences():
        if sentence.article != memory.article:
            memory.begin(sentence.article)
        if sentence.tokens and _may_hold_claims(sentence):
            for claim in sentence_claims(line_of(reading, sentence), memory):
                reading.claims.append(_numbered(claim, next(numbers)))


def _numbered(claim: Claim, number: int) -> Claim:
    import msgspec

    return msgspec.structs.replace(claim, id=f"c{number}")


def _may_hold_claims(sentence: SentenceReading) -> bool:
    if sentence.zone == "title":
        return True
    return not written_forms().isdisjoint([token.form for token in sentence.tokens])


def sentence_claims(line: Line, memory: Memory) -> list[Claim]:
    """The attributed statements of one sentence, in the order of their cues."""
    drafts = _drafts(line)
    if not drafts:
        return []
    drafts = _with_speakers(line, _without_doubles(drafts))
    breaks = _breaks(line, drafts)
    drafts = with_relays(line, drafts)
    outlets = passing_outlets(line)
    contents = [draft.content or _reach(line, draft, breaks) for draft in drafts]
    claims = []
    for draft, content in zip(drafts, contents, strict=True):
        if draft.carried and any(draft.at in other for other in contents if other is not content):
            continue
        claim = _claim(line, draft, content, via_of(line, draft, content, drafts, outlets), memory)
        if claim is not None:
            claims.append(claim)
    return claims


def _reach(line: Line, draft: Draft, breaks: frozenset[int]) -> range:
    return range(draft.opening.at, content_end(line, draft.opening, breaks - {draft.at}))


def candidates(line: Line, at: int) -> list[tuple[CueForm, Cue, int]]:
    """The cues whose form stands at token `at`, each with the length of the conjunction before it."""
    table, form = lexicon(), line.forms[at]
    if form in words("not_cues"):
        return []
    shapes = [(known, 0) for known in table.forms.get(form, ())]
    if len(form) > 2 and form[0] in "وف" and form[1:] in table.forms:
        joined = line.has_prefix(at, form[0])  # «فردا» is no «ردّا»
        sure = joined or form[0] == "و"
        shapes += [(known, 1) for known in table.forms[form[1:]] if sure or not known.ambiguous]
    if len(form) > 4 and form[0] == "ل" and form[1] in "يت" and form[1:] in table.forms:
        clausal = line.size > at + 1 and is_marker(line, at + 1)  # «ليؤكد أن», not «ليعلن النتيجة»
        shapes += [(known, 1) for known in table.forms[form[1:]] if clausal and known.tense == "i"]
    return [
        (known, table.cues[known.cue], prefix)
        for known, prefix in shapes
        if not (known.tense == "p" and negated(line, at))
        and not (known.pronoun == "ه" and _is_written(line, at, "ة"))
        and not (known.tense == "a" and known.feminine and _is_written(line, at, "ه"))
        and not (table.cues[known.cue].owned and _is_written(line, at, "ى"))
        and (not known.tail or tuple(line.forms[at + 1 : at + 1 + len(known.tail)]) == known.tail)
    ]


def _is_written(line: Line, at: int, letter: str) -> bool:
    """Whether the word ends in a letter that folds into another: «عدة» is no «عدّه», «نفى» no «نفي»."""
    return line.reading.text[line.tokens[at].end - 1] == letter


def _drafts(line: Line) -> list[Draft]:
    titled = headline(line)
    drafts: list[Draft] = [titled] if titled else []
    used = titled.at if titled else -1
    known = written_forms()
    for at in [at for at, written in enumerate(line.forms) if written in known]:
        if len(drafts) >= MAX_DRAFTS:
            break
        name = line.names[at]
        if at <= used or (name is not None and name.kind == "person" and line.tokens[at].start >= name.start):
            continue
        for form, cue, prefix in candidates(line, at):
            draft = _draft(line, at, form, cue, prefix)
            if draft is not None:
                drafts.append(draft)
                used = max(draft.last_cue, draft.used)
                break
    return drafts


def _draft(line: Line, at: int, form: CueForm, cue: Cue, prefix: int) -> Draft | None:
    if cue.kind == "verb":
        return verb_draft(line, at, form, cue, prefix) or anaphoric(line, at, form, cue, prefix)
    if cue.kind == "participle":
        return participle_draft(line, at, form, cue, prefix)
    if cue.kind == "noun":
        return noun_draft(line, at, form, cue, prefix)
    if cue.kind == "adverbial":
        return adverbial(line, at, form, cue, prefix)
    return noun_draft(line, at, form, cue, prefix)


def _without_doubles(drafts: list[Draft]) -> list[Draft]:
    """Nouns of saying that are somebody's speaker themselves («قالت تقارير إن») make no statement of their own."""
    speakers = [draft.speaker for draft in drafts if draft.cue.kind != "noun" and not draft.speaker.implicit]
    occasions = [
        range(d.at + 1, d.opening.boundary) for d in drafts if d.cue.kind == "verb" and d.opening.mode != "noun"
    ]
    judged = {draft.opening.at for draft in drafts if draft.cue.judges}  # «وصف التقارير عن … بأنها»
    return [
        draft
        for draft in drafts
        if draft.cue.kind != "noun"
        or not (
            draft.at in judged
            or any(draft.at in told for told in occasions)
            or any(who.first <= draft.at <= who.last for who in speakers)
        )
    ]


def _with_speakers(line: Line, drafts: list[Draft]) -> list[Draft]:
    """Drafts whose speaker is only in the verb take the one that the sentence named before."""
    known, silent = Speaker(), False  # `silent` after a verb that goes on with the speaker of another sentence
    result = []
    for draft in drafts:
        draft = _addressing(line, draft, known)
        inside = draft.at > 2 and not line.times[draft.at - 1]
        if draft.speaker.implicit and draft.carries and ((inside and not silent) or not known.implicit):
            speaker = carried_speaker(line, draft.at, draft.form, known)
            carried = draft.cue.kind == "verb" and draft.form.person == 3 and not is_aside(line, draft)
            draft = replace(draft, speaker=speaker, carried=carried)
        elif _goes_on_speaking(line, draft) and (draft.cue.kind == "verb" or known.implicit):
            known = draft.speaker
        silent = silent or (known.implicit and draft.cue.kind == "verb" and draft.carries)
        result.append(draft)
    return result


def _addressing(line: Line, draft: Draft, known: Speaker) -> Draft:
    """The draft with whom the verb addresses for its object: «قالت … وحثت الأطراف على الحوار»."""
    whom = draft.speaker
    joined = draft.cue.addresses and draft.prefix and not known.implicit and whom.first == draft.last_cue + 1
    if not joined or draft.opening.boundary != whom.last + 1 or not agrees(line, draft.form, draft.at, known):
        return draft
    return replace(draft, speaker=Speaker(), opening=Opening(whom.first, "noun", whom.first))


def _goes_on_speaking(line: Line, draft: Draft) -> bool:
    """Whether a later verb or participle may go on with this speaker: no paper that stipulates («تنص المعاهدة»), nor
    who speaks in a clause of time («بعد أن أعلن القاضي …»).
    """
    if draft.speaker.implicit or draft.cue.kind not in ("verb", "noun"):
        return False
    before = line.forms[max(draft.at - 2, 0) : draft.at]
    in_time = len(before) == 2 and before[1] == "ان" and before[0] in words("not_before_that")
    return not in_time and not draft.cue.stipulates


def is_aside(line: Line, draft: Draft) -> bool:
    """Whether the verb names a thing in passing («ما أسماه …»), so that it may stand inside what another says."""
    return bool(draft.form.pronoun) and draft.at > 0 and line.forms[draft.at - 1] in ("ما", "لما", "بما", "مما")


def _breaks(line: Line, drafts: list[Draft]) -> frozenset[int]:
    """The tokens where a statement of its own begins, after a comma or a conjunction."""
    found = set()
    for draft in drafts:
        own = not draft.speaker.implicit and not draft.carried and draft.speaker.first < draft.at
        start = draft.speaker.first if own else draft.at
        joined = draft.prefix and line.is_comma(draft.at - 1) and not line.quotes_around(draft.at)
        if joined or _goes_on(line, draft) or draft.cue.kind in ("participle", "adverbial"):
            found.add(draft.at)
        if _is_inside(line, draft, start):
            continue
        for at in (start, start - 1, start - 2):
            if at > 0 and line.is_comma(at - 1):
                found.add(at)
    return frozenset(found)


def _is_inside(line: Line, draft: Draft, start: int) -> bool:
    """Whether a statement begins inside a phrase of another one: «…، لمعلومات تفيد بأن»، «…، الذي كانت باريس تصفه»."""
    if line.has_prefix(start, "ل") or line.has_prefix(start, "ب"):
        return True
    return not (draft.speaker.implicit or draft.carried) and any(
        line.forms[at] in words("relatives") for at in range(max(start - 2, 0), start)
    )


def _goes_on(line: Line, draft: Draft) -> bool:
    """Whether a verb without comma before it goes on with another statement: «… وقال إن»، «… لكنه أشار إلى أن»."""
    if draft.prefix and draft.form.pronoun and draft.cue.doubles and not line.quotes_around(draft.at):
        return True
    if draft.opening.mode != "clause" or draft.form.tense != "p" or not draft.at or line.quotes_around(draft.at):
        return False
    if line.forms[draft.at - 1] in words("bound_subjects"):
        return True
    return bool(draft.prefix) and (draft.carried or draft.speaker.implicit)


def _claim(line: Line, draft: Draft, content: range, via: tuple[Relay, ...], memory: Memory) -> Claim | None:
    if not len(content):
        return None
    entity, source_class = who(line, draft, memory)
    stance = draft.stance or stance_of(line, draft.cue, draft.form, draft.at, content, source_class == "unnamed")
    if stance is None:
        return None
    source = None if draft.speaker.implicit else source_span(line, draft.speaker)
    return Claim(
        id="",
        source=source,
        entity=entity,
        via=via,
        cue=line.reading.span(line.tokens[draft.at].start + draft.prefix, line.end(draft.last_cue)),
        content=content_span(line, content, draft.opening.skip),
        stance=stance,
        source_class=source_class,
        confidence=draft.confidence,
        rule=f"claims/{REFUSES if stance == 'deny' and refuses(line, draft.cue, content) else ''}{draft.cue.id}",
    )
