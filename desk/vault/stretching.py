"""Make a key of a secret with scrypt, slowly: about 0.4 s and 128 MiB a try."""

import hashlib

COST, BLOCK, LANES = 2**17, 8, 1
_COSTLIEST, _MOST_LANES = 2**20 * 8, 4


def stretched(secret: str, salt: bytes, cost: int, block: int, lanes: int, length: int) -> bytes:
    """Random-looking bytes that cost as much for everybody who tries a secret."""
    room = 128 * block * (cost + lanes + 2) + (1 << 20)  # else OpenSSL refuses above 32 MiB
    held = secret.encode("utf-8", "surrogatepass")  # from a terminal that does not speak UTF-8
    return hashlib.scrypt(held, salt=salt, n=cost, r=block, p=lanes, maxmem=room, dklen=length)


def is_bearable(cost: int, block: int, lanes: int) -> bool:
    """Whether scrypt takes these, and a foreign file does not ask for all memory."""
    is_power = cost > 1 and cost & (cost - 1) == 0
    return is_power and block > 0 and 0 < cost * block <= _COSTLIEST and 0 < lanes <= _MOST_LANES
