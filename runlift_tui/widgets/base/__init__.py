"""What a widget is made of."""
