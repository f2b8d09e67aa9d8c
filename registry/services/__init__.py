"""The services an office gives: what a service file may say, and the files themselves."""
