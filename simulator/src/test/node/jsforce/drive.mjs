// Drives a Salesforce with jsforce: each step fails with an AssertionError, and the last line of the output is "done".
// Started by JsforceIT, which has put leads with the last names Doe0, Doe1 ... into the org.
import assert from 'node:assert/strict';
import jsforce from 'jsforce';
import streaming from 'jsforce/lib/api/streaming.js';

const { LOGIN_URL, CLIENT_ID, CLIENT_SECRET, USER_NAME, PASSWORD, API_VERSION, LEADS } = process.env;
const { Replay, AuthFailure } = streaming.StreamingExtension;
const leads = Number(LEADS);

function connection() {
  return new jsforce.Connection({
    loginUrl: LOGIN_URL,
    version: API_VERSION,
    oauth2: { clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, loginUrl: LOGIN_URL },
    callOptions: { client: 'jsforce-test' },
  });
}

const step = (what) => console.log(what);

step('login with user name and password');
const byPassword = connection();
const user = await byPassword.login(USER_NAME, PASSWORD);
assert.match(user.id, /^005\w{15}$/);
await assert.rejects(connection().login(USER_NAME, 'wrong'), { name: 'invalid_grant' });

step('login with client credentials');
const conn = connection();
assert.deepEqual(await conn.authorize({ grant_type: 'client_credentials' }), user);

step('describe');
assert.deepEqual(
  (await conn.describeGlobal()).sobjects.map((object) => object.name).filter((name) => name === 'Lead'),
  ['Lead'],
);
const fields = new Map((await conn.sobject('Lead').describe()).fields.map((field) => [field.name, field]));
assert.equal(fields.get('Email').type, 'email');
assert.equal(fields.get('StateCode').controllerName, 'CountryCode');

step('query and queryMore');
const first = await conn.query("SELECT Id, LastName, Address FROM Lead WHERE LastName LIKE 'Doe%' ORDER BY Id");
assert.equal(first.totalSize, leads);
assert.equal(first.done, false);
const records = [...first.records];
for (let page = first; !page.done; ) {
  page = await conn.queryMore(page.nextRecordsUrl);
  records.push(...page.records);
}
assert.equal(new Set(records.map((record) => record.Id)).size, leads);
assert.equal((await conn.query('SELECT COUNT(Id) n FROM Lead WHERE CreatedDate = TODAY')).records[0].n, leads);
await assert.rejects(conn.query('SELECT Nope__c FROM Lead'), { errorCode: 'INVALID_FIELD' });

step('streaming: from now on');
const channel = '/data/LeadChangeEvent';

/** Subscribes from a replay id on, and hands out the events one after the other. */
async function listen(replayId) {
  const client = conn.streaming.createClient([
    new Replay(channel, replayId),
    new AuthFailure(() => assert.fail('the session is not taken')),
  ]);
  const events = [];
  const waiting = [];
  await client.subscribe(channel, (event) => (waiting.shift() ?? ((e) => events.push(e)))(event));
  return {
    next: async () => events.shift() ?? new Promise((resolve) => waiting.push(resolve)),
    close: () => client.disconnect(),
  };
}
const live = await listen(-1);

step('collections');
const some = records.slice(0, 200).map((record) => ({ Id: record.Id, Title: 'CTO' }));
some[1] = { ...some[1], Email: 'not an address' };
const results = await conn.sobject('Lead').update(some);
assert.equal(results.filter((result) => result.success).length, 199);
assert.equal(results[1].errors[0].statusCode, 'INVALID_EMAIL_ADDRESS');
assert.deepEqual(results[1].errors[0].fields, ['Email']);
await assert.rejects(conn.sobject('Lead').update([{ Id: some[0].Id, Nope__c: 'x' }, some[2]]), { errorCode: 'INVALID_FIELD' });
await assert.rejects(conn.sobject('Lead').update([{ Id: some[0].Id, NumberOfEmployees: 'many' }, some[2]]), {
  errorCode: 'JSON_PARSER_ERROR',
});
const refused = await conn.sobject('Lead').update([{ Id: some[0].Id, State: 'Illinois' }, some[2]]);
assert.equal(refused[0].errors[0].statusCode, 'FIELD_INTEGRITY_EXCEPTION');
const read = await conn.sobject('Lead').retrieve([some[0].Id, some[2].Id]);
assert.deepEqual(read.map((record) => record.Title), ['CTO', 'CTO']);

step('streaming: what happened');
const merged = await live.next();
const header = merged.payload.ChangeEventHeader;
assert.equal(header.changeType, 'UPDATE');
assert.equal(header.recordIds.length, 199);
assert.match(header.changeOrigin, /client=jsforce-test$/);
assert.equal(merged.payload.Title, 'CTO');

step('streaming with replay');
await conn.sobject('Lead').update([
  { Id: some[0].Id, Title: 'CEO' },
  { Id: some[2].Id, Title: 'CFO' },
]);
assert.equal((await live.next()).payload.Title, 'CEO');
assert.equal((await live.next()).payload.Title, 'CFO');
await live.close();
const replayed = await listen(merged.event.replayId);
assert.equal((await replayed.next()).payload.Title, 'CEO');
assert.equal((await replayed.next()).payload.Title, 'CFO');
await replayed.close();

step('limits');
const limits = await conn.limits();
assert.ok(limits.DailyApiRequests.Remaining < limits.DailyApiRequests.Max);
assert.deepEqual(conn.limitInfo.apiUsage.limit, limits.DailyApiRequests.Max);

step('done');
process.exit(0);
