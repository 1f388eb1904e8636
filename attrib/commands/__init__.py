"""What follows `attrib` on the command line, a module for each word; see `attrib.cli`."""
