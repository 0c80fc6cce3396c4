"""Secrecy: grades, what leaves the program, what is carried out, what is wiped."""
