"""provtrack keeps, compares and audits the versions of archival documents."""

__version__ = "0.1.0"
