"""From bytes to articles: files, web pages, JSON Lines and tables in; texts and their facts out.

Asked from outside: `corpus.read` with `Article` and `Problem`; `text` for decoding, paragraphs and
what an offset is in lines, UTF-8 or UTF-16; `layouts.read` for the plain text in one that is
wrapped, quoted or hyphenated; `mojibake.find` for text decoded wrongly before; `web` and
`saved_pages` for addresses, and `public` for those that others may name.
"""
