"""Other people's guides: what is wrong with them, and how they become ours."""
