// Asks by the generated client, as its users would: node smoke.js http://localhost:8080
import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { paths } from "./schema.js";

const client = createClient<paths>({ baseUrl: process.argv[2] ?? "" });

const { data, error } = await client.GET("/v1/recommendations", {
  params: { query: { model: "qwen2.5-14b", quantization: ["8bit"] } },
});
// A text is what format=csv answers, a part what fields leaves.
assert(data && typeof data !== "string" && "picks" in data, JSON.stringify(error));
const pick = data.picks.recommended;
assert(pick && pick.price.usd_per_hour > 0);

const cut = await client.GET("/v1/recommendations", {
  params: { query: { model: "qwen2.5-14b", quantization: ["8bit"], fields: ["picks.recommended.offer"] } },
});
assert.deepEqual(cut.data, { picks: { recommended: { offer: pick.offer } } });

const refused = await client.GET("/v1/models/{id}", { params: { path: { id: "nothing-like-it" } } });
assert.equal(refused.error?.status, 404);
console.log(`   typescript: ${pick.offer} at $${pick.price.usd_per_hour} per hour`);
