"""The desk: everything the office does, without a window and without a database."""

VERSION = "0.9.0"
