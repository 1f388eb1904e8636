"""From the words of a source to a speaker: attributions go in, named speakers come out.

Asked from outside: `resolve.speakers` and `resolve.RESOLVERS`. `resolve` asks a row of resolvers,
a module each: `aliases`, `pronouns`, `descriptors` with `described_bodies`; `unnamed` keeps a
source's own words. They ask `entities`, which knows the people and bodies of the article.
"""
