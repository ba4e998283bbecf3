// ioredis.js PORT SECRET VERSION: an empty secret or version leaves it to the library
const assert = require('node:assert');
const { Redis } = require('ioredis');
const [port, secret, version] = process.argv.slice(2);

async function main() {
  const settings = { host: '127.0.0.1', port: Number(port), retryStrategy: () => null };
  if (secret) Object.assign(settings, { username: 'default', password: secret });
  if (version) settings.protocol = Number(version);
  const client = new Redis(settings);
  client.on('error', () => {});
  assert.equal(await client.ping(), 'PONG');
  assert.equal(await client.set('waffle', 'grün'), 'OK');
  assert.equal(await client.get('waffle'), 'grün');
  assert.equal(await client.get('grace'), null);
  assert.equal(await client.exists('waffle'), 1);
  assert.deepEqual(await client.keys('w*'), ['waffle']);
  assert.deepEqual(await client.scan(0), ['0', ['waffle']]);
  assert.deepEqual([await client.config('GET', 'databases')].flat(), ['databases', '1']);
  assert.match(await client.info(), /redis_version:/);
  assert.equal((await client.call('SOSAD.GET', 'waffle'))[0], 'grün');
  await assert.rejects(client.mget('a', 'b'), /MGET is not supported, because/);
  await assert.rejects(client.multi().set('torn', '1').exec());
  assert.equal(await client.get('torn'), null);
  assert.equal(await client.del('waffle'), 1);
  client.disconnect();
  console.log('works with ioredis ' + require('ioredis/package.json').version);
}

main().catch((error) => {
  console.log(error);
  process.exit(1);
});
