"""From the words of a source to a speaker: attributions go in, named speakers come out.

Asked from outside: `resolve.speakers` and `resolve.RESOLVERS`. Whom an article names: `mentions`
finds names (`name_runs`, `readings`, `places`), `entities` joins them into people and bodies with
what `surroundings` say of them (`titles`, `roles`, `lone_names`); the outcome is the `discourse`.
What a source says: `phrases`, each from its `chunks` up to the head. Who is meant: `resolve` asks a
row of resolvers, `aliases`, `pronouns` with `relative_pronouns`, `descriptors` with `holders` and
`body_descriptors`, each for a referent (`referents`); `unnamed` keeps a source's own words, and
`speaker_details` adds title, affiliation and why this source.
"""
