"""What draws: widgets that take plain values, own no time and no data, and repaint what changed."""
