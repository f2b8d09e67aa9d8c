"""What officers see of their work, and do with many cases or take back."""
