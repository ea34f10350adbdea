"""OpenTelemetry traces, sent when ANTECEDENT_OTLP_ENDPOINT is set; nothing of it is imported otherwise."""

from typing import Any

from faststream.kafka import KafkaBroker

from antecedent.runtime.settings import Settings


def trace_messages(broker: KafkaBroker, settings: Settings, service: str) -> None:
    """A span for each message published and handled, joined over services by the message's headers."""
    if settings.otlp_endpoint is None:
        return
    from faststream.kafka.opentelemetry import KafkaTelemetryMiddleware
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    provider = TracerProvider(resource=Resource.create({"service.name": f"antecedent-{service}"}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(f"{settings.otlp_endpoint}/v1/traces")))
    middleware: Any = KafkaTelemetryMiddleware(tracer_provider=provider)
    broker.add_middleware(middleware)
