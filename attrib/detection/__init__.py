"""From tokens to attributions: tokens go in; source, cue and content of each come out.

Asked from outside: `cues.find` (words that may be cues), `views.scene` (the tokens as the choices
look at them), `detect` (readings of cue words), `choose` (which of them stand), `attributions`
(what these give); `transcripts`, `headlines`, `credit_lines` and `in_words` (what form alone
attributes), `floating` (quotations without a tag), `patterns` (the table of orders) and, to
explain, `scoring`. The choices: `evidence` says what is weighed, `places` and `options` among what.
"""
