"""The one entry to every command: `python hooks COMMAND`, on every system, with or without make.

Python puts the folder of this file on its path by itself, so that the commands find the rooms of
the code beside it.
"""

from commands.group import main

if __name__ == "__main__":
    main()
