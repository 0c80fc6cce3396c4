"""What a read document says about itself: title, units, people, dates, marks and the body."""
