"""印发前检查: what is looked at before an issue is released, a family of concerns a file."""
