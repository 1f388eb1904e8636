"""Through whom a statement came: speakers go in, circumstances and chains come out.

Asked from outside: `relays.part` (what an outlet reports, parted from what those say whom it
cites), `circumstances.find` (to whom, in what form, when, where), `chain.build` (publisher,
outlets, speaker), `ids.record_ids` and `ledger` (what became of each quotation).

An outlet is told by the words around the cue (`venues`, with `circumstance_patterns` where
`signs` speak for one), around the source (`carriers`) or around the whole sentence (`trailing`),
by the scene it stands in (`scenes`, begun by `talks`, ended by other `occasions`) or the passage
(`blocks`).
"""
