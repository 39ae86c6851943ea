"""The codes that records hold, with labels in Arabic and English; the data stands in the YAML files of this folder."""

from musnad.ontology.loader import EventType, Label, Mode, label, plover, roles, values

__all__ = ["EventType", "Label", "Mode", "label", "plover", "roles", "values"]
