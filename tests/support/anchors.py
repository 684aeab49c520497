"""What may stand after the # of a link to a page: an id, or a state for its script."""

import lxml.html


def list_anchors(tree: lxml.html.HtmlElement) -> frozenset[str]:
    """Return the anchors of a page: ids, filters of the explorer, entries to compare."""
    filters = {
        f"{facet.get('data-facet')}={choice.get('data-value')}"
        for facet in tree.xpath("//*[@data-facet]")
        for choice in facet.xpath(".//*[@data-value]")
    }
    compared = {f"add={entry}" for entry in tree.xpath("//*[@data-compare]//option/@value")}
    offered = set(tree.xpath("//*[@data-compare]//@data-ids"))
    return frozenset(tree.xpath("//@id")) | filters | compared | offered
