"""The commands: the only place that prints, exits or reads the working directory."""
