"""Through whom a statement came: speakers go in, circumstances and chains come out.

Asked from outside: `relays.part` (what an outlet reports, parted from what those say whom it
cites), `circumstances.find` (to whom, in what form, when, where), `chain.build` (publisher,
outlets, speaker), `ids.record_ids` and `ledger` (what became of each quotation).

An outlet is told by the words around the cue (`venues`, with `same_programme` and
`circumstance_patterns` where `signs` speak for one), around the source (`own_reporters`,
`carriers`, by `carrier_patterns`; `citers`, where it stands apart) or around the whole sentence
(`trailing`; after an item, `digests`), by the scene it stands in (`scenes` of those whom `several`
names, begun by `talks`, ended by other `occasions`), by the report that goes on (`retellings`) or
the passage (`blocks`). Whom it cites is told apart from it in `cited`, and by the frame of its
sentence in `relay_frames`.
"""
