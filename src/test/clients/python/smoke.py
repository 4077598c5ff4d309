"""Asks by the generated client, as its users would.

    python smoke.py http://localhost:8080
"""

import sys

from gpu_advisor_client import Client
from gpu_advisor_client.api.default import recommend, show_model
from gpu_advisor_client.models import Part, Problem, Recommendation, RecommendQuantizationItem

client = Client(base_url=sys.argv[1])
answer = recommend.sync(client=client, model="qwen2.5-14b", quantization=[RecommendQuantizationItem("8bit")])
assert isinstance(answer, Recommendation), answer
pick = answer.picks.recommended
assert pick.price.usd_per_hour > 0 and pick.offer, pick

part = recommend.sync(client=client, model="qwen2.5-14b", fields=["picks.recommended.offer"])
assert isinstance(part, Part), part
assert part.to_dict() == {"picks": {"recommended": {"offer": pick.offer}}}, part

model = show_model.sync(client=client, id="qwen2.5-14b")
assert model.parameters > 14_000_000_000, model

refused = show_model.sync(client=client, id="nothing-like-it")
assert isinstance(refused, Problem) and refused.status == 404, refused
print(f"   python: {pick.offer} at ${pick.price.usd_per_hour} per hour")
