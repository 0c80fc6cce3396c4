"""The clauses of a scheme (计分办法的条款): plain data, told in the office's words."""
