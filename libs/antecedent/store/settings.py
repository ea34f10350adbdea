"""Where the store is, from the environment or a `.env` file (names in docs/output.md)."""

import os
import sys
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


def data_home() -> Path:
    """The user's own folder for what Antecedent keeps, where the system puts such folders."""
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "antecedent"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local")) / "antecedent"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "antecedent"


class StoreSettings(BaseSettings):
    """ANTECEDENT_DATABASE_URL, ANTECEDENT_BLOBS and the keys of the object store; secrets may be in files."""

    model_config = SettingsConfigDict(env_prefix="ANTECEDENT_", env_file=".env", extra="ignore")

    database_url: str = Field(default_factory=lambda: f"sqlite+aiosqlite:///{data_home() / 'antecedent.db'}")
    blobs: str = Field(default_factory=lambda: (data_home() / "blobs").as_uri())
    s3_endpoint: str | None = None
    s3_access_key: str | None = None
    s3_secret_key: str | None = None
    s3_region: str = "us-east-1"
    database_url_file: Path | None = None
    s3_secret_key_file: Path | None = None

    def model_post_init(self, _context: object) -> None:
        if self.database_url_file:
            self.database_url = self.database_url_file.read_text().strip()
        if self.s3_secret_key_file:
            self.s3_secret_key = self.s3_secret_key_file.read_text().strip()
