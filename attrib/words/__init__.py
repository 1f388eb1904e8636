"""From text to tokens: quotations and sentences first, then tokens and their tags.

Asked from outside: `quotes.find`, `uses.classify` (speech, or a title?), `sentences.split`,
`tokens.tokenize` with its `Tokens`, and `tags.tag`, which knows some words by `known_words` and
finite verbs of saying by `verbs`; `named_for_deeds` tells a body’s name from a clause, and
`quoted_hearers` a programme’s name in marks from speech. Nothing here decides what a cue is.
"""
