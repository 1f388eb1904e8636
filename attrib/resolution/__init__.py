"""From the words of a source to a speaker: attributions go in, named speakers come out.

Asked from outside: `resolve.speakers`, `resolve.RESOLVERS` and `alone` (what goes on from a
paragraph before). Whom an article names: `mentions` finds names (`name_runs`; what a run says in
`readings`, `before_names`, `offices`, `sorts`, `held_offices`; two in one by `parted_bodies`; none
of `picture_credits`), `entities` joins them into people and bodies, the short ones by
`known_names`, `shared_surnames` and `relatives`, with what `surroundings`, `described_before`,
`occupations`, `bearers`, `born_as`, `called_bodies` and `told_places` say of them (`titles`,
`roles`, `lone_names`, `leagues`, `closing_tags`); the outcome is the `discourse`, from which
`beside_story` takes captions and links. What a source says: `phrases`, each from its `chunks` up to
the head (`persons_too`, `shares`), its name by `names_beside`, `named_last` and `named_bodies`,
several `joined` (`two_offices`, `several_places`). Who is meant: `resolve` asks a row of resolvers,
`aliases`, `pronouns` (`weighed` against others) with `people_spoken_of`, `things`, `only_several`,
`relative_pronouns`, `main_clauses`, `fronted`, `unnamed_subjects` (`done_to`), `told_of_in_speech`,
`said_aside`, `parents`, `one_of_several`, the `…_antecedents`, `papers_made`, `papers_brought` and,
last, `by_place`, `descriptors` with `holders`, `ages`, `couples`, `pairs`, `recalled`,
`called_again`, `focused`, `named_later`, `doers`, `trades`, `trials`, `party_leaders`,
`country_leaders`, `campaigners`, `countrymen`, `seats`, `members`, `officials`, `restricted`,
`only_named`, `lead_unnamed`, `body_descriptors` (`armed_forces`, `nearest_bodies`, `body_sorts`,
`apposed_bodies`, `named_places`, `bodies_named_later`, `salient_bodies`) and `outlet_descriptors`
(`outlet_reports`), each for a referent (`referents`); `unnamed` keeps a source's own words (people
or numbers: `figures`), but those of who is `spoken_for` (`spokespeople`, `small_letters`), and
`speaker_details` adds title, affiliation and why this source.
"""
