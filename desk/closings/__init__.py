"""Closing (结账): periods whose figures are frozen, and what was learnt of them since."""
