"""Nine weeks of training."""
