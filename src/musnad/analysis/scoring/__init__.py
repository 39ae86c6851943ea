"""Annotations of a system against gold annotations, layer by layer; what is counted is said in `docs/annotation-guide.md`."""
