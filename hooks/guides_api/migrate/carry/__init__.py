"""What turns somebody's guide into one of ours: a module each, from a text to a text and to what to say of it."""
