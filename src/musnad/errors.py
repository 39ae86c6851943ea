"""The one family of errors. Each has a code, says what is wrong and where, and what to do next."""

from __future__ import annotations


class MusnadError(Exception):
    """What is wrong, the file or record it is wrong in, and what to do next; `str()` is one line."""

    code = "M000"

    def __init__(self, problem: str, *, where: str = "", advice: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.where = where
        self.advice = advice

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" — {self.advice}" if self.advice else ""
        return f"[{self.code}] {place}{self.problem}{advice}".replace("\n", " ")


class InputError(MusnadError):
    """A file, folder or stream that can't be read as an article."""

    code = "M100"


class EncodingError(InputError):
    """Bytes that are no text in any encoding Musnad knows."""

    code = "M101"


class EmptyInputError(InputError):
    """An input without any text."""

    code = "M102"


class ResourceError(MusnadError):
    """A lexicon, rule file or model of the package that is missing or malformed."""

    code = "M200"


class StoreError(MusnadError):
    """A store that can't be opened, read or written."""

    code = "M300"


class StoreLockedError(StoreError):
    """Another process writes to the store."""

    code = "M301"


class StoreDamagedError(StoreError):
    """A file that is no store of Musnad, or is broken."""

    code = "M302"


class NotFoundError(MusnadError):
    """A record or a name that the store does not hold."""

    code = "M400"


class UsageError(MusnadError):
    """An option or argument that makes no sense."""

    code = "M500"


class MissingExtraError(MusnadError):
    """A feature whose optional package is not installed."""

    code = "M600"

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(f"the package {package} is not installed", advice=f"pip install 'musnad[{extra}]'")
