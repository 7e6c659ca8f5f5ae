"""What single expressions say: amounts with unit and precision, counts, dates, years and periods."""
