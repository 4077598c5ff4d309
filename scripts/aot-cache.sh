#!/usr/bin/env bash
# Lets the server start in less than half of the time: starts it once, asks what people ask, stops it, and keeps what
# the virtual machine has learnt by then. Needs JDK or JRE 25 or later.
#
#   scripts/aot-cache.sh [JAR [CACHE]]                       # JAVA names the java to use
#   java -XX:AOTCache=target/gpu-advisor.aot -XX:+UseSerialGC -Xmx96m -jar target/gpu-advisor-*-runner.jar
#
# The cache holds for this very java, this jar and the libraries beside it, where they lie, and for this garbage
# collector; with anything else the server starts without it.
set -euo pipefail

jars=("${1-}" "$(dirname "$0")"/../target/gpu-advisor-*-runner.jar)
jar=${jars[0]:-${jars[1]}}
cache=${2-${jar%/*}/gpu-advisor.aot}
java=${JAVA-java}
port=${PORT-18080}

HUB=off QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=$port \
  "$java" -XX:AOTCacheOutput="$cache" -Xlog:disable -Xlog:all=error:stderr -XX:+UseSerialGC -Xmx96m -jar "$jar" > /dev/null &
server=$!
trap 'kill "$server" 2> /dev/null || true' EXIT

# No curl: images of a JRE alone have none.
ask() {
  exec 3<> "/dev/tcp/127.0.0.1/$port" || return 1
  printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n' "$1" >&3
  cat <&3 > /dev/null
  exec 3>&-
}

for _ in $(seq 600); do
  (ask /health/ready) 2> /dev/null && break
  kill -0 "$server"
  sleep 0.2
done
for target in / '/?model=qwen2.5-14b' '/v1/recommendations?model=qwen2.5-14b&quantization=8bit' \
  '/v1/recommendations?model=llama-3.1-8b&runtime=vllm&provider=all&requests_per_second=4&lang=fr' \
  '/v1/estimate?model=llama-3.1-8b&card=L4' '/v1/report?model=qwen2.5-14b&format=html' \
  '/v1/models?search=llama' /v1/offers '/v1/recommendations?model=nothing' /openapi /metrics; do
  ask "$target"
done
# What is asked often is compiled first the next time.
for _ in $(seq 300); do
  ask '/v1/recommendations?model=qwen2.5-14b&quantization=8bit'
done
kill "$server"
wait "$server" || [ $? = 143 ]
trap - EXIT
[ -s "$cache" ] || { echo "scripts/aot-cache.sh: no $cache; $java is older than 25?" >&2; exit 1; }
ls -l "$cache"
