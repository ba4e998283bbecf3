// node-redis.js PORT SECRET VERSION: an empty secret or version leaves it to the library
const assert = require('node:assert');
const { createClient } = require('redis');
const [port, secret, version] = process.argv.slice(2);

async function main() {
  const settings = { socket: { host: '127.0.0.1', port: Number(port), reconnectStrategy: false } };
  if (secret) Object.assign(settings, { username: 'default', password: secret });
  if (version) settings.RESP = Number(version);
  const client = createClient(settings);
  client.on('error', () => {});
  await client.connect();
  assert.equal(await client.ping(), 'PONG');
  assert.equal(await client.set('waffle', 'grün'), 'OK');
  assert.equal(await client.get('waffle'), 'grün');
  assert.equal(await client.get('grace'), null);
  assert.equal(await client.exists('waffle'), 1);
  assert.deepEqual(await client.keys('w*'), ['waffle']);
  const found = [];
  for await (const keys of client.scanIterator()) found.push(...[keys].flat());
  assert.deepEqual(found, ['waffle']);
  assert.equal((await client.configGet('databases')).databases, '1');
  assert.match(await client.info(), /redis_version:/);
  assert.equal((await client.sendCommand(['SOSAD.GET', 'waffle']))[0], 'grün');
  await assert.rejects(client.mGet(['a', 'b']), /MGET is not supported, because/);
  await assert.rejects(client.multi().set('torn', '1').exec());
  assert.equal(await client.get('torn'), null);
  assert.equal(await client.del('waffle'), 1);
  await client.close();
  console.log('works with node-redis ' + require('redis/package.json').version);
}

main().catch((error) => {
  console.log(error);
  process.exit(1);
});
