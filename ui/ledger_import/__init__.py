"""Import of the past (导入旧台账): tables and columns, names, the look row by row."""
