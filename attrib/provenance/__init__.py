"""Through whom a statement came: speakers go in, circumstances and chains come out.

Asked from outside: `circumstances.find` (to whom, in what form, when, where), `chain.build`
(publisher, outlets, speaker) and `ids.record_ids`.
"""
