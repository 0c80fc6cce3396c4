"""批示: instructions of leaders, from the day they come to the day they are done with."""
