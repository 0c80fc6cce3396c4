"""A slow, plain reading of the manual's page 计分办法, to prove the engine by.

Nothing of the engine is used: only the data classes of facts, units, publications, schemes and
the calendar. Each item is reckoned anew after each fact; what changed are the day's lines.
"""
