"""Words of one tag that any grammar lists, and that the articles with tags had seldom or
wrong.

By their endings alone `sank` is a noun, `afterwards` a plural.
"""

from __future__ import annotations

_WORDS = {
    "VBD": """arose ate awoke bade beheld bent clung crept dreamt drank forbade foresaw foretold
        forgave forgot froze hid hung knelt leapt mistook overcame overtook rang rebuilt repaid
        retook rode sang sank shone shrank slept slung sprang stank stole strove stung swam swore
        swung tore undertook underwent undid upheld wept woke wore wove wrung""",
    "VBN": """blown borne frozen lain overrun overthrown shrunk sung sunk swum torn undergone
        undone""",
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
