"""`python -m musnad` is the command `musnad`."""

from musnad.cli.main import main

if __name__ == "__main__":
    main()
