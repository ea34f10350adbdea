"""Settings from the environment, and secrets from files."""

from pathlib import Path

import pytest
from faststream.security import BaseSecurity, SASLPlaintext, SASLScram256, SASLScram512

from antecedent.linker.settings import Settings as LinkerSettings
from antecedent.runtime.kafka import connection, security
from antecedent.runtime.settings import Settings, WatchSettings


def test_watched_places_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTECEDENT_WATCH", "s3://drafts/incoming/, file:///srv/drop,")
    assert WatchSettings(_env_file=None).watch == ("s3://drafts/incoming/", "file:///srv/drop")


def test_a_secret_may_come_from_a_file_and_stays_out_of_sight(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("very secret\n")
    monkeypatch.setenv("ANTECEDENT_S3_SECRET_KEY_FILE", str(tmp_path / "secret"))
    monkeypatch.setenv("ANTECEDENT_DATABASE_URL_FILE", str(tmp_path / "secret"))
    settings = Settings(_env_file=None)
    assert settings.access.s3_secret_key == "very secret"
    assert settings.database_url == "very secret"
    assert "very secret" not in repr(settings.s3_secret_key)


WAYS = [
    pytest.param({"kafka_security": "plaintext"}, type(None), "PLAINTEXT", id="plain text"),
    pytest.param({"kafka_security": "ssl"}, BaseSecurity, "SSL", id="TLS"),
    pytest.param({"kafka_security": "sasl_ssl"}, SASLScram512, "SASL_SSL", id="TLS and SCRAM"),
    pytest.param(
        {"kafka_security": "sasl_ssl", "kafka_mechanism": "scram-sha-256"}, SASLScram256, "SASL_SSL", id="256"
    ),
    pytest.param(
        {"kafka_security": "sasl_plaintext", "kafka_mechanism": "plain"}, SASLPlaintext, "SASL_PLAINTEXT", id="SASL"
    ),
]


@pytest.mark.parametrize(("given", "kind", "protocol"), WAYS)
def test_the_broker_is_reached_as_the_settings_say(given: dict[str, str], kind: type, protocol: str) -> None:
    settings = Settings(_env_file=None, kafka_username="u", kafka_password="p", **given)
    assert isinstance(security(settings), kind)
    assert connection(settings).get("security_protocol", "PLAINTEXT") == protocol


def test_every_setting_is_documented() -> None:
    told = (Path(__file__).parents[3] / ".env.example").read_text()
    fields = {*WatchSettings.model_fields, *LinkerSettings.model_fields}
    assert [name for name in sorted(fields) if f"ANTECEDENT_{name.upper()}=" not in told] == []


def test_an_address_has_a_host_and_a_port() -> None:
    assert Settings(_env_file=None, http="0.0.0.0:8123").address == ("0.0.0.0", 8123)
