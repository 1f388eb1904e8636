"""Records kept and found again: articles go into a SQLite file; hits, pages and JSON come out.

Asked from outside: `index` (write), `search` (ask) and `serve` (a page and an API, extra
`[serve]`); `database` opens the file, `entry` is what it holds of an article.
"""
