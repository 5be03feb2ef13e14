import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/core/log.ts';

const TOKEN = '7100000001:AAFxyzxyzxyzxyzxyzxyzxyzxyzxyzxyz';

describe('the log', () => {
  it('never shows a token, wherever it stands', () => {
    const error = new Error(`request to https://api.telegram.org/bot${TOKEN}/getMe failed`);
    const text = logged((log) => {
      log.error({ err: error }, `with ${TOKEN}`);
      log.info({ token: 'short', deep: { token: 'short' }, headers: { authorization: 'Bot abc' } }, 'fields');
      log.warn({ err: `as text ${TOKEN}` }, 'not an error');
    });
    expect(text).not.toContain(TOKEN);
    expect(text).not.toContain('short');
    expect(text).not.toContain('abc');
    expect(text).toContain('getMe failed');
  });

  it('writes a JSON object a line, with the time and the stack of an error', () => {
    const line = logged((log) => log.error({ err: new TypeError('oh') }, 'it broke'));
    expect(JSON.parse(line)).toMatchObject({
      msg: 'it broke',
      err: { type: 'TypeError', message: 'oh', stack: expect.stringContaining('log.test') },
    });
  });
});

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog('info', { write: (line) => void lines.push(line) }));
  return lines.join('');
}
