"""Writes docs/asyncapi.json anew: python -m tests.contract.asyncapi"""

from pathlib import Path

from antecedent.ingest import app as ingest
from antecedent.linker import app as linker
from antecedent.linker.settings import Settings as LinkerSettings
from antecedent.parser import app as parser
from antecedent.runtime.asyncapi import specification, text_of
from antecedent.runtime.settings import Settings, WatchSettings

COMMITTED = Path(__file__).parents[2] / "docs" / "asyncapi.json"


def generated() -> str:
    common = {"_env_file": None, "kafka_servers": "kafka:9092", "database_url": "sqlite+aiosqlite://"}
    settings = Settings(**common, blobs="memory://")
    watch = WatchSettings(**common, blobs="memory://", bucket_events_topic="bucket-events")
    services = [ingest.build(watch), parser.build(settings), linker.build(LinkerSettings(**common))]
    return text_of(specification(service.broker for service in services))


if __name__ == "__main__":
    COMMITTED.write_text(generated())
