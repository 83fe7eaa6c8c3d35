"""The session, its questions and dialogs, its summary, a card entered afterwards."""
