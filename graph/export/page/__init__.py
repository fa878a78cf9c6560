"""The page: one HTML file in which people read the graph and check every claim down to its sentence.

`view` holds what the page shows as plain values, `compose` makes them of a KnowledgeGraph, `layout` places them,
`network` hands them to pyvis, and `render` writes the file from the template, styles and scripts in `assets/`.
"""

from graph.export.page.narrow import narrow
from graph.export.page.render import page_frame, page_html, write_page

__all__ = ["narrow", "page_frame", "page_html", "write_page"]
