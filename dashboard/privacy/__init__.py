"""Who may see what. Everything a reader sees comes through here as `Published`."""
