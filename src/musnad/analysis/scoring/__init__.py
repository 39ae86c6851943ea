"""Annotations of a system against gold annotations, layer by layer; see `docs/annotation-guide.md`."""
