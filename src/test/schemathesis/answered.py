"""How many questions of each operation were answered, of which kind. Fails where an operation was never answered: then
nothing was learnt of its answers.

    python answered.py EVENTS.ndjson...
"""

import collections
import json
import sys

answers = collections.defaultdict(collections.Counter)
for file in sys.argv[1:]:
    with open(file, encoding="utf-8") as events:
        for line in events:
            recorder = json.loads(line).get("ScenarioFinished", {}).get("recorder", {})
            for interaction in recorder.get("interactions", {}).values():
                if interaction.get("response"):
                    answers[recorder["label"]][interaction["response"]["status_code"]] += 1

for operation, statuses in sorted(answers.items()):
    print(f"   {operation:30}", "  ".join(f"{status}: {count}" for status, count in sorted(statuses.items())))
unanswered = [operation for operation, statuses in answers.items() if not statuses[200]]
if unanswered or not answers:
    sys.exit(f"never answered with 200: {unanswered}")
