"""Days, units, spelling, faults: knows nothing of training."""
