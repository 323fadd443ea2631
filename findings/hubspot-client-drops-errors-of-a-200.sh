#!/usr/bin/env bash
# HubSpot's own client for Node (@hubspot/api-client) gives back a batch update of which a part was refused as if all were
# well, when the partial failure is answered with 200. From API version 2026-09 on it is; in v3 it was 207.
#
# Guess before: the answer of a batch has "errors" and "numErrors" whatever its status is, as the same answer with 207 has.
# Seen with 14.0.1: of one and the same body, which refuses one of two records, the client makes a result with errors when
# the status is 207, and one without them when it is 200: both members are gone, and nothing is thrown. A caller that does
# not count the results takes the refused record for written.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

cat >"$dir/partly.js" <<'JS'
const http = require('http');
const { Client } = require('@hubspot/api-client');

const body = {
  status: 'COMPLETE',
  startedAt: '2026-01-01T00:00:00Z',
  completedAt: '2026-01-01T00:00:01Z',
  results: [{ id: '1', properties: { city: 'Anytown' }, createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:01Z', archived: false }],
  numErrors: 1,
  errors: [{ status: 'error', category: 'VALIDATION_ERROR', message: 'refused', context: { ids: ['2'] }, errors: [], links: {} }],
};

function update(status) {
  return new Promise((resolve, reject) => {
    const server = http.createServer((request, response) => {
      request.resume();
      request.on('end', () => {
        response.writeHead(status, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify(body));
      });
    });
    server.listen(0, '127.0.0.1', async () => {
      const client = new Client({ accessToken: 'not-a-token', basePath: `http://127.0.0.1:${server.address().port}` });
      const input = (id) => ({ id, properties: { city: 'Anytown' } });
      try {
        const answer = await client.crm.contacts.batchApi.update({ inputs: [input('1'), input('2')] });
        resolve(`${status}: ${answer.results.length} result, ${(answer.errors || []).length} errors, numErrors ${answer.numErrors}`);
      } catch (e) {
        resolve(`${status}: thrown`);
      } finally {
        server.close();
        server.closeAllConnections();
      }
    });
  });
}

(async () => {
  console.log(`${await update(207)}; ${await update(200)}`);
})();
JS

(cd "$dir" && npm install --silent --no-audit --no-fund --ignore-scripts @hubspot/api-client@14.0.1 >/dev/null 2>&1)
expected="207: 1 result, 1 errors, numErrors 1; 200: 1 result, 0 errors, numErrors undefined"
found=$(cd "$dir" && node partly.js 2>/dev/null)
echo "@hubspot/api-client 14.0.1: $found (expected $expected)"
[[ $found == "$expected" ]]
