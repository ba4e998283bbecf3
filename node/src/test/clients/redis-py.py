# redis-py.py PORT SECRET VERSION: an empty secret or version leaves it to the library
import sys

import redis

port, secret, version = sys.argv[1:]
settings = {'host': '127.0.0.1', 'port': int(port)}
if secret:
    settings.update(username='default', password=secret)
if version == '3' and int(redis.__version__.split('.')[0]) < 5:
    print('skipped: redis-py ' + redis.__version__ + ' speaks RESP2 alone')
    sys.exit(0)
if version and int(redis.__version__.split('.')[0]) >= 5:
    settings['protocol'] = int(version)
client = redis.Redis(**settings)
assert client.ping()
assert client.set('waffle', 'grün')
assert client.get('waffle').decode() == 'grün'
assert client.get('grace') is None
assert client.exists('waffle') == 1
assert client.keys('w*') == [b'waffle']
assert list(client.scan_iter()) == [b'waffle']
assert client.config_get('databases') == {'databases': '1'}
assert 'redis_version' in client.info()
assert client.execute_command('SOSAD.GET', 'waffle')[0].decode() == 'grün'
try:
    client.mget('a', 'b')
    sys.exit('MGET is answered')
except redis.ResponseError as error:
    assert 'MGET is not supported, because' in str(error), error
try:
    client.pipeline(transaction=True).set('torn', '1').execute()
    sys.exit('MULTI is answered')
except redis.RedisError:
    pass
assert client.get('torn') is None
assert client.delete('waffle') == 1
client.close()
print('works with redis-py ' + redis.__version__)
