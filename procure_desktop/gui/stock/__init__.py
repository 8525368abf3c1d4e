"""Stock and donations."""
