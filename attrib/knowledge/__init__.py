"""What attrib knows of words before it sees a text: `attrib/data` as values to ask.

A word or a name goes in; its forms, kind, gender, country or date comes out. Asked from outside:
`lexicon` (cue words), `nouns` and `names` (people and bodies), `nationalities`, `dates` and
`datestamps`, `wording` (when two passages say the same words) and `weights` (learned figures).
"""
