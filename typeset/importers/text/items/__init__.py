"""Sections of items in a line or two: certificates, awards, publications, referees.

`sections.read_item_section` begins; `items` tells the items apart, and `givers` who gave each.
Citations are read by `citations.FORMS`, a row a form. What is of no standard kind, yet listed
(grants, memberships, courses taught), is read in `listings`.
"""
