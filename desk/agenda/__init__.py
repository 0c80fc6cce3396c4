"""The agenda (今日): what is owed, by whom and by when, found anew each time it is looked at."""
