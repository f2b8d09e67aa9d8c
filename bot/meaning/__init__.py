"""What a message means: words as people write them, the services and questions they name."""
