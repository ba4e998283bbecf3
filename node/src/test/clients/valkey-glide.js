// valkey-glide.js PORT SECRET VERSION: an empty secret or version leaves it to the library
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { GlideClient, ProtocolVersion, Transaction, Batch } = require('@valkey/valkey-glide');
const [port, secret, version] = process.argv.slice(2);

async function main() {
  const settings = { addresses: [{ host: '127.0.0.1', port: Number(port) }], requestTimeout: 5000 };
  if (secret) settings.credentials = { username: 'default', password: secret };
  if (version) settings.protocol = version === '2' ? ProtocolVersion.RESP2 : ProtocolVersion.RESP3;
  const client = await GlideClient.createClient(settings);
  assert.equal(await client.ping(), 'PONG');
  assert.equal(await client.set('waffle', 'grün'), 'OK');
  assert.equal(await client.get('waffle'), 'grün');
  assert.equal(await client.get('grace'), null);
  assert.equal(await client.exists(['waffle']), 1);
  assert.deepEqual(await client.scan('0'), ['0', ['waffle']]);
  assert.equal((await client.configGet(['databases'])).databases, '1');
  assert.match(await client.info(), /redis_version:/);
  assert.equal((await client.customCommand(['SOSAD.GET', 'waffle']))[0], 'grün');
  await assert.rejects(client.mget(['a', 'b']), /MGET is not supported, because/);
  await assert.rejects(client.exec(new Batch(true).set('torn', '1'), true));
  assert.equal(await client.get('torn'), null);
  assert.equal(await client.del(['waffle']), 1);
  client.close();
  const folder = path.join(path.dirname(require.resolve('@valkey/valkey-glide')), '..', 'package.json');
  console.log('works with valkey-glide ' + JSON.parse(fs.readFileSync(folder)).version);
}

main().catch((error) => {
  console.log(error);
  process.exit(1);
});
