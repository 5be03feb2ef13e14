import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';

// The floor: it reads what comes and keeps nothing.
createServer((req, res) => {
  void json(req).then(() => res.end());
}).listen(Number(process.env['HTTP_PORT']), '127.0.0.1');
process.once('SIGTERM', () => process.exit());
