"""Reads metrics as Prometheus does, and holds them against each other.

    python metrics.py metrics.txt
"""

import sys

from prometheus_client.parser import text_string_to_metric_families

families = {family.name: family for family in text_string_to_metric_families(open(sys.argv[1], encoding="utf-8").read())}
requests = {}
for sample in families["gpu_advisor_requests"].samples:
    operation = sample.labels["operation"]
    requests[operation] = requests.get(operation, 0) + sample.value
durations = families["gpu_advisor_request_duration_seconds"].samples
counts = {sample.labels["operation"]: sample.value for sample in durations if sample.name.endswith("_count")}
for operation, count in counts.items():
    buckets = [s.value for s in durations if s.name.endswith("_bucket") and s.labels["operation"] == operation]
    if buckets != sorted(buckets) or buckets[-1] != count or requests[operation] != count:
        sys.exit(f"{operation}: {requests[operation]} requests, {count} durations, in {buckets}")
if any(sample.labels["status"] == "500" for sample in families["gpu_advisor_requests"].samples):
    sys.exit("an answer was 500")
print(f"   {int(sum(requests.values()))} requests of {len(requests)} operations, none of them 500")
