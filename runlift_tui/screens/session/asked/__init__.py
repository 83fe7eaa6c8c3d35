"""What a session asks, and what may not pass unanswered: questions, stop signs, all the same."""
