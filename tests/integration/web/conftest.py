"""The pages over a store on disk that holds a draft of the samples, its prior and a file that was refused."""

from collections.abc import AsyncIterator
from hashlib import sha256
from pathlib import Path

import httpx
import pytest

from antecedent.resolutions.align import LINKER_VERSION, trace
from antecedent.resolutions.models import Document
from antecedent.resolutions.pipeline import parse
from antecedent.store.engine import create_engine, sessions
from antecedent.store.queries import (
    receive_document,
    record_rejected,
    record_stage,
    register_source,
    save_document,
    save_links,
)
from antecedent.store.tables import Table
from antecedent.web.app import build
from antecedent.web.settings import Settings

DRAFT, PRIOR = "LSC_COP5_Doc.12.2.pdf", "LSC_Resolution_2.3_Rev.COP4.pdf"
REFUSED = sha256(b"refused").hexdigest()


@pytest.fixture(scope="session")
def read(samples: Path) -> dict[str, Document]:
    return {name: parse((samples / name).read_bytes(), name) for name in (PRIOR, DRAFT)}


@pytest.fixture(scope="session")
async def database(read: dict[str, Document], tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite+aiosqlite:///{tmp_path_factory.mktemp('web')}/antecedent.db"
    engine = create_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(Table.metadata.create_all)
    found = trace(read[DRAFT], (read[PRIOR],))
    async with sessions(engine).begin() as session:
        for name, document in read.items():
            await receive_document(session, document.sha256, file=name)
            await register_source(session, f"s3://drafts/{name}", document.sha256)
            await save_document(session, document, version="1")
            await record_stage(session, document.sha256, "parsed", version="1")
        shas = [prior.sha256 for prior in found.priors]
        await save_links(session, found.draft.sha256, found.links, version=LINKER_VERSION, base=found.base, priors=shas)
        await record_stage(session, found.draft.sha256, "linked", version=LINKER_VERSION)
        await receive_document(session, REFUSED, file="refused.pdf")
        await record_rejected(session, REFUSED, code="encrypted", reason="It asks for a password: save it without.")
    await engine.dispose()
    return url


@pytest.fixture
async def web(database: str) -> AsyncIterator[httpx.AsyncClient]:
    app = build(Settings(database_url=database))
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://web") as client:
            yield client
