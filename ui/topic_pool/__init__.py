"""选题: the pool of topics, consultations, the foreseeable calendar, the lists of points."""
