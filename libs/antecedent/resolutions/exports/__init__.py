"""Documents and comparisons in other forms."""
