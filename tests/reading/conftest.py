"""The stages of reading one by one."""

import pytest

from .stages import Stages, dispatch, told


@pytest.fixture(scope="session")
def stages(reader, parser):
    return Stages(reader, parser)


@pytest.fixture(scope="session")
def tell(reader):
    """What a text reports, in a few words each."""

    def telling(text, published=None, **said):
        return told(reader.read(dispatch(text, published, **said)))

    return telling
