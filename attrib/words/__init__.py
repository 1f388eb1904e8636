"""From text to tokens: quotations and sentences first, then tokens and their tags.

Asked from outside: `quotes.find`, `uses.classify` (speech, or a title?), `sentences.split`,
`tokens.tokenize` with its `Tokens`, and `tags.tag`. Nothing here knows what a cue is.
"""
