"""The commands, one module each: `add` describes it to the parser, `run` does it."""
