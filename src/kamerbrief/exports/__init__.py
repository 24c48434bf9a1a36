"""What is made of a finished letter: functions over the model alone."""
