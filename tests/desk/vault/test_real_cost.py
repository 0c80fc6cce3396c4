"""What a try really costs: all other tests make their keys with a cheap scrypt."""

from desk.vault import stretching, wrapping

KEY, SECRET = "ab" * 32, "云岭县的雨季很长"


def test_a_key_of_the_real_cost_opens(monkeypatch):
    monkeypatch.setattr(wrapping, "COST", stretching.COST)
    slot = wrapping.wrapped(KEY, SECRET, wrapping.PASSWORD)
    assert slot.cost == 2**17
    kept = wrapping.from_text(wrapping.to_text({wrapping.PASSWORD: slot, wrapping.RECOVERY: slot}))
    assert wrapping.unwrapped(kept, SECRET) == KEY
