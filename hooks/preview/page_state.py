"""What a reload of the preview keeps: the place on the page, what is typed, and the focus."""

import jinja2

TEMPLATE = "partials/preview_state.html"


def add_page_state(page: bytes, templates: jinja2.Environment) -> bytes:
    """Return the HTML of `page` with the script that keeps its state when it reloads."""
    before, body, after = page.rpartition(b"</body>")
    if not body:
        return page
    script = templates.get_template(TEMPLATE).render()
    return b"".join((before, script.encode("utf-8"), body, after))
