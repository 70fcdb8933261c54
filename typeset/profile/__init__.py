"""The typed profile: its model, and YAML in and out."""

from typeset.profile.model import Profile
from typeset.profile.reading import read_profile
from typeset.profile.schema import profile_schema
from typeset.profile.writing import write_profile

__all__ = ["Profile", "profile_schema", "read_profile", "write_profile"]
