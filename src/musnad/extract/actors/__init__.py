"""Who a phrase stands for: nominal actors, pronouns, the discourse of the article."""
