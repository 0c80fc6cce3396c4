"""Who stands where: converted points, ranks, prizes, and the persons behind the points."""
