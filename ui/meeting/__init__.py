"""会议模式: charts and tables over the whole screen, turned by keys or a remote."""
