"""Settings from the environment or a `.env` file; any of them may be given as NAME_FILE, the path of a secret."""

import os
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, SecretStr, field_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from antecedent.resolutions.extract.limits import DEFAULT, Limits
from antecedent.store.settings import StoreSettings

PREFIX = "ANTECEDENT_"


class FromFiles(PydanticBaseSettingsSource):
    """ANTECEDENT_S3_SECRET_KEY_FILE=/run/secrets/s3 gives `s3_secret_key` the content of that file."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:  # noqa: ARG002
        path = os.environ.get(f"{PREFIX}{field_name.upper()}_FILE")
        return (Path(path).read_text().strip() if path else None), field_name, False

    def __call__(self) -> dict[str, Any]:
        found = {name: self.get_field_value(field, name)[0] for name, field in self.settings_cls.model_fields.items()}
        return {name: value for name, value in found.items() if value is not None}


class Settings(BaseSettings):
    """What every service needs. The names outside are these in capitals after ANTECEDENT_."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="ignore", frozen=True)

    http: str = "127.0.0.1:8000"
    log_level: str = "INFO"
    otlp_endpoint: str | None = None  # traces are sent there when it is set

    database_url: str = "sqlite+aiosqlite:///antecedent.db"
    database_pool: int = Field(default=5, ge=1)
    database_timeout: float = 30.0  # seconds, of connecting, of waiting for the pool and of a statement

    kafka_servers: str = "127.0.0.1:9092"
    kafka_security: Literal["plaintext", "ssl", "sasl_plaintext", "sasl_ssl"] = "plaintext"
    kafka_mechanism: Literal["plain", "scram-sha-256", "scram-sha-512"] = "scram-sha-512"
    kafka_username: str | None = None
    kafka_password: SecretStr | None = None
    kafka_ca: Path | None = None  # the authority's certificate; the system's authorities when not set
    kafka_partitions: int = Field(default=6, ge=1)  # of topics that do not exist yet: the limit of replicas a service
    kafka_replication: int = Field(default=1, ge=1)
    kafka_session_seconds: float = 30.0
    kafka_poll_seconds: float = 300.0  # above the longest that one message may take, with its retries

    blobs: str = "file:///var/lib/antecedent/blobs"
    s3_endpoint: str | None = None
    s3_access_key: str | None = None
    s3_secret_key: SecretStr | None = None
    s3_region: str = "us-east-1"

    retry_attempts: int = Field(default=8, ge=1)
    retry_first_seconds: float = 0.5
    retry_longest_seconds: float = 30.0
    workers: int = Field(default=1, ge=1)  # processes that compute
    in_hand: int = Field(default=2, ge=1)  # messages of different partitions that one replica handles at once
    # What one file may cost before it is rejected; seconds and memory of the process that reads, parses or links it.
    limit_seconds: float = Field(default=DEFAULT.seconds, gt=0)
    limit_memory: int = Field(default=DEFAULT.memory, gt=0)
    limit_bytes: int = Field(default=DEFAULT.bytes, gt=0)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, FromFiles(settings_cls), env_settings, dotenv_settings

    @property
    def limits(self) -> Limits:
        return Limits(seconds=self.limit_seconds, memory=self.limit_memory, bytes=self.limit_bytes)

    @property
    def access(self) -> StoreSettings:
        """What opening a place or the blobs needs."""
        secret = self.s3_secret_key.get_secret_value() if self.s3_secret_key else None
        return StoreSettings(
            s3_endpoint=self.s3_endpoint,
            s3_access_key=self.s3_access_key,
            s3_secret_key=secret,
            s3_region=self.s3_region,
        )

    @property
    def address(self) -> tuple[str, int]:
        host, _, port = self.http.rpartition(":")
        return host or "127.0.0.1", int(port)


class WatchSettings(Settings):
    """What ingest needs beyond."""

    watch: Annotated[tuple[str, ...], NoDecode] = ()
    bucket_events_topic: str | None = None
    sweep_seconds: float = 60.0
    stuck_seconds: float = 300.0  # a document that did not move for so long is driven again
    stuck_attempts: int = 5  # then it is rejected
    rest_seconds: float = 5.0  # a file without %%EOF at its end is taken after resting so long

    @field_validator("watch", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value
