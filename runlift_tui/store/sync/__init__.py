"""The exchange with other machines through a folder that something else carries."""
