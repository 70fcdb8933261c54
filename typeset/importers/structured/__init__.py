"""Files with fields of their own (JSON Resume, Europass, LinkedIn, …) into a profile, by key."""
