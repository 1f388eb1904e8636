"""From a web page to its article: a page's bytes in; its text, its facts and its captions out.

Asked from outside: `page.read` with its `Page`. On the way, a module each: `linked_data` and
`facts` (what the page says of itself), `asides` (what is no part of the article), `blocks` (the
rest as paragraphs), `body` (which of them are the article), `furniture` (lines of it that are not)
and `posts` (embedded ones). All but `page` ask for elements of lxml and import nothing heavy.
"""
