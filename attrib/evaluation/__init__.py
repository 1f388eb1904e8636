"""Agreement of records with annotations: `marked` reads, `score` counts, `report` shows."""
