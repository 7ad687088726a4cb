"""Facts: files read strictly, records, problems, rules, and the frozen Catalogue. Imports no other room."""
