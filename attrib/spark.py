"""Articles in a Spark data frame: `attrib.integrations.spark` under its public name."""

from attrib.integrations.spark import attribute, record_type

__all__ = ["attribute", "record_type"]
