"""Words whose tags any grammar lists, and that the articles with tags had seldom or wrong.

By their endings alone `sank` is a noun, `afterwards` a plural.
"""

from __future__ import annotations

_WORDS = {
    "VBD": """arose ate awoke bade began beheld bent bled blew bore broke chose clung crept drank
        dreamt drew drove fell flew flung forbade foresaw foretold forgave forgot froze grew hid
        hung knelt leapt mistook outdid outgrew outran overcame overthrew overtook ran rang repaid
        retook rewrote rode rose sang sank sat shone shook shrank slept slung sprang stank stole
        strove stung swam swore tore trod undertook underwent undid wept withstood woke wore wove
        wrung""",
    "VBN": """awoken begun bitten blown borne broken chosen drawn driven eaten forbidden frozen gone
        lain overrun overtaken overthrown ridden shrunk spoken sung sunk swum taken torn trodden
        undergone undertaken undone withdrawn woken woven written""",
    "VBD/VBN": """bought bred built burnt caught dealt dug fed fought heard leant learnt lent lit
        meant misled misread overheard paid rebuilt resold retold sent slid sold sped spelt spilt
        spoilt spun strung stuck swung taught upheld""",
    "MD": "shall",
    "RB": """afterwards aloud backward backwards beforehand besides briefly downstairs downwards
        everywhere forwards hence indoors knowingly likewise nevertheless onwards outdoors seldom
        starkly thrice upstairs upwards wrongly""",
    "IN": "amidst amongst lest notwithstanding pending till versus whereas whilst",
    "JJ": "familiar thankful",
    "NN": "music recipe sum yard",
    "VBZ": "accepts describes earns emphasises emphasizes opens sharpens slams speaks wears",
    "PRP": "hers ours theirs yours yourselves",
}
TAGS = {word: tag for tag, words in _WORDS.items() for word in words.split()}
STIRS = frozenset(
    """fuelled fueled fuelling fueling stoked stoking sparked sparking prompted prompting triggered
    triggering ignited igniting heightened heightening deepened deepening revived reviving renewed
    renewing stirred stirring rekindled rekindling fanned fanning""".split()
)
"""What events do with what people feel or say."""
FELT = frozenset("hopes fears claims doubts concerns worries expectations".split())
"""Nouns for it that look like verbs."""
