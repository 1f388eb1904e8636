"""attrib inside other libraries, each an extra: spaCy, pandas, Spark.

Asked from outside: `frames.to_dataframe`, `spark.attribute` (also as `attrib.spark`) and, by
spaCy's registry, `spacy.create_component`.
"""
