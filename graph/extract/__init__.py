"""From a Document to its Analysis: tokens, sentences, mentions and roles."""
