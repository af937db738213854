"""Nothing left over: all that a page says, and whether it is in the language that the page names."""
