"""What checks said over time: one database for one person, a team or a cluster."""
