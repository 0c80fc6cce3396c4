"""逐条得分: what every fact earns its unit, alone and among the facts of the same item."""
