"""What stands over the first section: name, headline, contacts, prose.

`header.read_header` begins. The name is found by the steps in `name`, contacts by the rules in
`contact_reader.RULES`; a new form of contact is a rule there.
"""
