"""Prints new links as they come: python examples/new_links.py 127.0.0.1:9092

An event may come twice; its `ce_id` is the same then, so that keeping the ids seen is enough to take each once.
"""

import asyncio
import json
import sys

from aiokafka import AIOKafkaConsumer

TOPIC = "antecedent.document.linked.v1"


async def main(servers: str) -> None:
    seen: set[bytes] = set()
    async with AIOKafkaConsumer(TOPIC, bootstrap_servers=servers, auto_offset_reset="earliest") as consumer:
        async for record in consumer:
            event, event_id = json.loads(record.value), dict(record.headers)["ce_id"]
            if event_id not in seen:
                seen.add(event_id)
                links = ", ".join(f"{number} {relation}" for relation, number in event["links"].items())
                print(f"{event['symbol'] or event['document'][:12]}: {links}", flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
