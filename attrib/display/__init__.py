"""Records for people to look at: articles with their records go in, a page or lines come out.

Asked from outside: `page` (one page for the browser, a fragment for notebooks), `show` (a terminal)
and `columns` (plain tables). It asks for no more of an analysis than `segments.Annotated` says.
"""
