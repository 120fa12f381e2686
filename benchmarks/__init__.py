"""What things cost on this machine, told as ratios within one run; nothing is asserted."""
