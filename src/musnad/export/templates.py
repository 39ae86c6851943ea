"""The jinja2 templates of the exports."""

from __future__ import annotations

from musnad.resources import package_path


def render(template: str, *, escape: bool, **values: object) -> str:
    """A template of `export/templates` filled in; `escape` for HTML, where every value is text and never markup."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(package_path("export", "templates")),
        autoescape=escape,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    return environment.get_template(template).render(**values)
