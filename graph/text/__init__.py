"""Letters and words: folding that keeps offsets, clitics, tokens, scripts and languages."""
