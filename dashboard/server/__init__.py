"""The server around the pages: their first byte, compression, headers, health and warm-up."""
