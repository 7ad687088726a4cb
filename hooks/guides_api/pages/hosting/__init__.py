"""What a host is told: how each file is answered, which old address leads where, in the words of each kind of host."""
