"""Offices of extreme shapes, for pages that must stand them all."""
