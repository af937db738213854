"""The benchmark behind the README's table: what a filter change and a snapshot cost."""
