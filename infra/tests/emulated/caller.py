"""Calls of the API as callers and Slack make them."""

import hashlib
import hmac
import http.client
import json
import time
import urllib.parse


class Reply:
    def __init__(self, status, content_type, body):
        self.status = status
        self.content_type = content_type
        self.body = body

    def json(self):
        return json.loads(self.body)

    def __repr__(self):
        return f"{self.status} {self.content_type} {self.body[:300]!r}"


class Caller:
    """Asks for the API by its own host name, which need not resolve."""

    def __init__(self, api_url, port):
        api_id = urllib.parse.urlsplit(api_url).hostname.split(".")[0]
        self.host = f"{api_id}.execute-api.localhost:{port}"
        self.port = port

    def get(self, path):
        return self.ask("GET", path)

    def post(self, path, body, headers):
        return self.ask("POST", path, body, headers)

    def slack(self, text, secret):
        form = {"command": "/gpu", "text": text, "team_id": "T1", "user_id": "U1", "channel_id": "C1"}
        body = urllib.parse.urlencode(form)
        now = str(int(time.time()))
        digest = hmac.new(secret.encode(), f"v0:{now}:{body}".encode(), hashlib.sha256).hexdigest()
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "X-Slack-Request-Timestamp": now,
            "X-Slack-Signature": f"v0={digest}",
        }
        return self.post("/slack/commands", body, headers)

    def mcp(self, method, params, headers=None):
        version = "2026-07-28"
        meta = {
            "io.modelcontextprotocol/protocolVersion": version,
            "io.modelcontextprotocol/clientCapabilities": {},
        }
        body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params | {"_meta": meta}}
        mirrored = {
            "Content-Type": "application/json",
            "Accept": "application/json, text/event-stream",
            "MCP-Protocol-Version": version,
            "Mcp-Method": method,
            "Mcp-Name": params.get("name", ""),
        }
        return self.post("/mcp", json.dumps(body), mirrored | (headers or {}))

    def ask(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body, {"Host": self.host} | (headers or {}))
            answer = connection.getresponse()
            return Reply(answer.status, answer.getheader("content-type", ""), answer.read().decode())
        finally:
            connection.close()
