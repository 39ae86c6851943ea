"""What tools/build_morphology.py builds the tables of the language room with."""
