"""Who is to be honoured (评先): proposals by rules, decided by people with their reasons."""
