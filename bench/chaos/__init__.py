"""Nothing lost, nothing twice: citizens play whole cases while processes are killed and the carrier misbehaves."""
