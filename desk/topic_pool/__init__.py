"""The topic pool (选题): what is worth writing about, from where, and the lists made of it."""
