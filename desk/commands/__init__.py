"""The verbs of the command line: the same work as in the window, without one."""
