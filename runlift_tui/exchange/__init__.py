"""What other trackers and watches write, read into neutral values, and written for them."""
