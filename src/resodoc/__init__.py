"""Resolutions, decisions and minutes of Russian organisations as data: who must do what by when."""

__version__ = "0.1.0"
