"""What stands over the first section: name, headline, contacts, prose."""
