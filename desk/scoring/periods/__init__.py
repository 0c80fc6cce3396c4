"""What a unit gets over a period (单位期分): base points, tasks, limits, counters, zeroing."""
