"""From tokens to attributions: tokens go in; source, cue and content of each come out.

Asked from outside: `cues.find` (words that may be cues), `views.scene` (the tokens as the choices
look at them), `detect` (readings of cue words), `choose` (which of them stand, once `parting` has
parted them), `attributions` (what these give), `patterns` (the table of orders) and, to explain,
`scoring`.

How a cue word is read: `evidence` and `edges` say what is weighed, `places` and `options` among
what, `scoring` and `packed` make it fast. What grammar tells is not weighed: `idioms` fix order or
source, after `told`, `according`, `apposed_sources`, `joint_sources`, `joined_settings`,
`clause_tags` (whose source `set_off_tags` knows with commas, after `whole_clauses`, up to
`tag_ends`, and `after_tags` parts from what goes on), `quotation_tags`, `quoted_as`, `set_off`,
`shut_in`, `gaps` (`accused`, `bare_relatives`), `clause_subjects`, `relative_clauses`,
`reduced_relatives`, `passives`, `past_objects`, `subordinate_subjects`, `papers_say`, `worded` with
`sums`, `hearers`, `senders`, `to_say`, `told_when`, `heard_in`, `heard_from`, `absolutes`,
`as_noted` and `that_clauses` (with `adverbials`), and `no_content` lets go what has none; `bounds`
ends the parts, after `clause_ends` with `joined_clauses`, `subject_relatives` and `claimed`,
`goes_on`, `fronted_clauses`, `cut_short`, `reserve`, `time_phrases`, `source_edges` with
`openings`, `how_many`, `place_lists` and `sentence_adverbs`, `quoted_edges`, `occasions`,
`settings` with `said_later`, `promised_when`, `unfinished`, `participles`, `cut_lists`, `shares`,
`things_spoken_of` with `signs`, `own_words`, `second_verbs`, `brackets` and `charges`; `sayable`,
by `non_speakers`, `misread` and `impersonal`, and `deeds`, by `objects` and `acts`, let go what
nobody said. What is retold within a quotation, or in another's words: `retold`, by
`quoted_sentences`, with the other `retold_…`; `joint_tellers` and `misgiven` first give it back to
who tells it, `not_said` lets go what nobody told there, and `nesting` tells what stands in what.
What form alone attributes: `transcripts` and `interviews` (with `interviewees`), `headlines` (with
`headline_verbs`), `messages`, `credit_lines` (none of them those of `labels`), `embedded_posts`,
`as_put`, `in_words`, `in_opinion`, `predicates`, `pointed_back`, `polls`, `clefts`,
`outside_commas`, `inscriptions`. Whose a quotation is that has no tag: `floating` asks
`introductions`, by `people` and `beats`, `presented`, `focus`, `excerpts`, `full_texts`,
`long_leads`, `turns` of a `dialogue`, `repeated`, `connectives`, `plain_tags` and `tags_beside` by
what is `known`.
"""
