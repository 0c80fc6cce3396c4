"""Facts booked by hand (登记得分事项): what is typed, what must be said, and the list of facts."""
