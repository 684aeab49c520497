"""The hostile register, made once."""

import pytest

from register.register import Register
from support.registers.hostile import make_register


@pytest.fixture(scope="session")
def hostile() -> Register:
    return make_register()
