#!/bin/sh
# Sends a slash command as Slack would, signed with SLACK_SIGNING_SECRET, and prints the message.
#
#   SLACK_SIGNING_SECRET=... scripts/slack-command.sh 'qwen2.5-14b 8bit' [URL]
#
# URL is http://localhost:8080/slack/commands unless given. Needs curl and openssl.
set -eu

text=${1-}
url=${2-http://localhost:8080/slack/commands}
secret=${SLACK_SIGNING_SECRET:?set it to the signing secret of the app}
secret=${secret%%,*} # any of several will do

encoded=$(printf '%s' "$text" | od -An -v -tx1 | tr -d '\n' | sed 's/ /%/g')
body="command=%2Fgpu&text=$encoded"
timestamp=$(date +%s)
signature=$(printf 'v0:%s:%s' "$timestamp" "$body" | openssl dgst -sha256 -hmac "$secret" | sed 's/.*[= ]//')

exec curl --silent --show-error --fail-with-body \
  --header "X-Slack-Request-Timestamp: $timestamp" \
  --header "X-Slack-Signature: v0=$signature" \
  --data "$body" \
  "$url"
