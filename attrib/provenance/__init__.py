"""Through whom a statement came: speakers go in, circumstances and chains come out.

Asked from outside: `circumstances.find` (to whom, in what form, when, where), `chain.build`
(publisher, outlets, speaker), `ids.record_ids` and `ledger` (what became of each quotation).
"""
