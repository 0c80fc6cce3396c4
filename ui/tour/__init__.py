"""The tour: the real window driven through the main job on the demo office."""
