// The fake in a process of its own: prints `{ apiRoot, token, group }` and lives until it is ended.
import { startFakeTelegram } from './fake-telegram.ts';

const fake = await startFakeTelegram({ limits: undefined });
const an = fake.person('Nguyễn Văn An');
const group = fake.group({ title: 'Chi đoàn 1', administrators: [an] });
process.stdout.write(`${JSON.stringify({ apiRoot: fake.apiRoot, token: fake.token, group: group.id })}\n`);
