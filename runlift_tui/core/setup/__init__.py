"""From a routine to a session about to start: choices, length, kit, card."""
