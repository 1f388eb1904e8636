"""Records for people to look at: articles with their records go in, a page or lines come out.

Asked from outside: `page` (a page for the browser, a fragment for notebooks), `show` (a terminal),
`columns` (plain tables) and `markup` (words as safe HTML, for other pages). It asks for no more of
an analysis than `segments.Annotated` says.
"""
