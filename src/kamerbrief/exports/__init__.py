"""What is made of a finished letter, a module each; the page view alone also takes the letter's source."""
