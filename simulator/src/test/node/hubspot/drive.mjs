// Drives a HubSpot with HubSpot's own client: each step fails with an AssertionError, and the last line of the output is
// "done". Started by HubSpotClientIT, which has put contacts with the last names Doe0, Doe1 ... into the portal.
import assert from 'node:assert/strict';
import hubspot from '@hubspot/api-client';

const { BASE_PATH, TOKEN, CLIENT_ID, CLIENT_SECRET, REFRESH_TOKEN, CONTACTS } = process.env;
const contacts = Number(CONTACTS);
const client = new hubspot.Client({ basePath: BASE_PATH, accessToken: TOKEN });
const step = (what) => console.log(what);
const refused = (status, category) => (error) => {
  assert.equal(error.code, status);
  assert.equal(error.body.category, category);
  return true;
};

step('token');
const stranger = new hubspot.Client({ basePath: BASE_PATH, accessToken: 'wrong' });
await assert.rejects(stranger.crm.properties.coreApi.getAll('contacts'), refused(401, 'INVALID_AUTHENTICATION'));

step('search');
const found = [];
for (let last = '0', page; (page = await search(last)).results.length > 0; last = page.results.at(-1).id) {
  found.push(...page.results);
}
assert.equal(found.length, contacts);
assert.equal(new Set(found.map((contact) => contact.id)).size, contacts);
assert.deepEqual(found.map((contact) => Number(contact.id)).sort((a, b) => a - b), found.map((contact) => Number(contact.id)));
assert.equal(found[7].properties.lastname, 'Doe7');
assert.ok(found[0].createdAt instanceof Date);

function search(after) {
  return client.crm.contacts.searchApi.doSearch({
    filterGroups: [
      {
        filters: [
          { propertyName: 'hs_object_id', operator: 'GT', value: after },
          { propertyName: 'lastname', operator: 'HAS_PROPERTY' },
        ],
      },
    ],
    sorts: ['hs_object_id'],
    properties: ['lastname'],
    limit: 200,
  });
}
const few = { filterGroups: [], properties: [] };
const first = await client.crm.contacts.searchApi.doSearch({ ...few, limit: 10 });
assert.equal(first.total, contacts);
assert.equal(first.paging.next.after, '10');
await assert.rejects(
  client.crm.contacts.searchApi.doSearch({ ...few, sorts: ['lastname', 'email'] }),
  refused(400, 'VALIDATION_ERROR'),
);
await assert.rejects(client.crm.contacts.searchApi.doSearch({ ...few, limit: 201 }), refused(400, 'VALIDATION_ERROR'));
await assert.rejects(
  client.crm.contacts.searchApi.doSearch({ ...few, limit: 100, after: '9950' }),
  refused(400, 'VALIDATION_ERROR'),
);

step('batch read');
const ids = found.slice(0, 100).map((contact) => contact.id);
const read = (inputs, propertiesWithHistory = []) =>
  client.crm.contacts.batchApi.read({
    inputs: inputs.map((id) => ({ id })),
    properties: ['lastname', 'jobtitle'],
    propertiesWithHistory,
  });
const all = await read(ids);
assert.equal(all.status, 'COMPLETE');
assert.deepEqual(all.results.map((contact) => contact.id).sort(), [...ids].sort());
assert.notDeepEqual(all.results.map((contact) => contact.id), ids);
assert.equal(all.results[0].properties.jobtitle, null);
const partly = await read([ids[0], '17']);
assert.equal(partly.results.length, 1);
assert.equal(partly.numErrors, 1);
assert.deepEqual(partly.errors[0].context.ids, ['17']);
await assert.rejects(read([...ids, found[100].id]), refused(400, 'VALIDATION_ERROR'));
await assert.rejects(read(ids, ['jobtitle']), refused(400, 'VALIDATION_ERROR'));
await assert.rejects(read([ids[0], ids[0]]), refused(400, 'VALIDATION_ERROR'));

step('batch write');
const write = (inputs) => client.crm.contacts.batchApi.update({ inputs });
const written = await write(
  ids.map((id, i) => ({
    id,
    objectWriteTraceId: `trace${i}`,
    properties: i === 42 ? { nope: 'x' } : { jobtitle: 'CEO', email: `Doe${i}@Example.com` },
  })),
);
assert.equal(written.results.length, 99);
assert.equal(written.numErrors, 1);
assert.deepEqual(written.errors[0].context.objectWriteTraceId, ['trace42']);
const ninth = written.results.find((contact) => contact.objectWriteTraceId === 'trace9');
assert.equal(ninth.id, ids[9]);
assert.equal(ninth.properties.email, 'doe9@example.com');
await assert.rejects(
  write([
    { id: ids[0], properties: { jobtitle: 'CTO' } },
    { id: ids[1], properties: { nope: 'x' } },
  ]),
  refused(400, 'VALIDATION_ERROR'),
);
const history = (await read([ids[0]], ['jobtitle'])).results[0].propertiesWithHistory.jobtitle;
assert.deepEqual(history.map((version) => version.value), ['CEO']);
assert.equal(history[0].sourceType, 'INTEGRATION');

step('properties');
const { results } = await client.crm.properties.coreApi.getAll('contacts');
const properties = new Map(results.map((property) => [property.name, property]));
assert.equal(properties.get('hs_seniority').type, 'enumeration');
assert.ok(properties.get('hs_seniority').options.some((option) => option.value === 'director'));
assert.equal(properties.get('hs_email_optout').modificationMetadata.readOnlyValue, true);
assert.equal((await client.crm.properties.coreApi.getByName('contacts', 'jobtitle')).fieldType, 'text');
await assert.rejects(client.crm.properties.coreApi.getByName('contacts', 'nope'), refused(404, 'OBJECT_NOT_FOUND'));

step('associations');
const associated = await client.crm.associations.v4.batchApi.getPage('contacts', 'companies', {
  inputs: [{ id: ids[0] }, { id: ids[1] }],
});
assert.deepEqual(associated.results.map((result) => result._from.id), [ids[0]]);
assert.equal(associated.results[0].to[0].associationTypes[0].label, 'Primary');

step('refresh');
const granted = await client.oauth.tokensApi.create(
  'refresh_token',
  undefined,
  undefined,
  CLIENT_ID,
  CLIENT_SECRET,
  REFRESH_TOKEN,
);
assert.equal(granted.expiresIn, 1800);
stranger.setAccessToken(granted.accessToken);
assert.ok((await stranger.crm.properties.coreApi.getAll('companies')).results.length > 0);
await assert.rejects(
  client.oauth.tokensApi.create('refresh_token', undefined, undefined, CLIENT_ID, CLIENT_SECRET, 'wrong'),
  (error) => error.code === 400,
);

step('done');
