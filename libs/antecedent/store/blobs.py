"""Bytes by their SHA-256, and extractions by hash and version: on S3, in a folder, or in memory."""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit
from urllib.request import url2pathname

import obstore
from obstore.exceptions import AlreadyExistsError
from obstore.store import LocalStore, MemoryStore, ObjectStore, S3Store

if TYPE_CHECKING:
    from obstore.store import S3Config


class Access(Protocol):
    """What opening an S3 place needs; StoreSettings has it."""

    s3_endpoint: str | None
    s3_access_key: str | None
    s3_secret_key: str | None
    s3_region: str


class Blobs:
    """A place for bytes. Writing what is there changes nothing, because names are made from contents."""

    def __init__(self, store: ObjectStore) -> None:
        self._store = store

    async def put(self, name: str, data: bytes) -> None:
        try:
            await obstore.put_async(self._store, name, data, mode="create")
        except AlreadyExistsError:
            return

    async def get(self, name: str) -> bytes:
        """Raises KeyError when there is nothing of this name."""
        try:
            result = await obstore.get_async(self._store, name)
        except FileNotFoundError as error:
            raise KeyError(name) from error
        return bytes(await result.bytes_async())


def document_name(sha256: str) -> str:
    """'ab/abcd….pdf': two letters of folder keep local folders small."""
    return f"documents/{sha256[:2]}/{sha256}.pdf"


def extraction_name(sha256: str, version: str) -> str:
    return f"extractions/{version}/{sha256[:2]}/{sha256}"


def open_store(url: str, access: Access | None = None) -> ObjectStore:
    """`s3://bucket/prefix`, `file:///folder` (made when missing) or `memory://`."""
    if url.startswith("memory:"):
        return MemoryStore()
    if url.startswith("file:"):
        return LocalStore(Path(url2pathname(urlsplit(url).path)), mkdir=True)
    return _s3(url, access)


def open_blobs(url: str, access: Access | None = None) -> Blobs:
    return Blobs(open_store(url, access))


def _s3(url: str, access: Access | None) -> ObjectStore:
    """Path style and bounded retries: obstore would otherwise go on for three minutes."""
    if access is None:
        return S3Store.from_url(url)
    return S3Store.from_url(
        url,
        config=_s3_config(access),
        client_options={"allow_http": (access.s3_endpoint or "").startswith("http://"), "timeout": "30s"},
        retry_config={"max_retries": 4, "retry_timeout": timedelta(seconds=20)},
    )


def _s3_config(access: Access) -> "S3Config":
    config: S3Config = {"region": access.s3_region}
    if access.s3_endpoint:
        config |= {"endpoint": access.s3_endpoint, "virtual_hosted_style_request": False}
    if access.s3_access_key and access.s3_secret_key:
        config |= {"access_key_id": access.s3_access_key, "secret_access_key": access.s3_secret_key}
    return config
