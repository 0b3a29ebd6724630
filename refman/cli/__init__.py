"""The command line: main, render, one thin module a command."""
