import { describe, expect, it, onTestFinished } from 'vitest';
import { startFakeDiscord } from './support/discord/fake-discord.ts';
import { runProgram } from './support/program.ts';
import { startFakeTelegram } from './support/telegram/fake-telegram.ts';

const WRONG = {
  telegram: { TELEGRAM_BOT_TOKEN: '7100000009:AAF-another_token_that_is_not_known_00' },
  discord: { DISCORD_TOKEN: 'MTA1x.Gx.wrong_token_of_the_bot_here' },
};
/** What service managers take for a failure that starting again does not mend (sysexits.h, EX_CONFIG). */
const REFUSED = 78;

describe('the program, when a platform refuses its token', () => {
  it.each([
    ['Telegram', WRONG.telegram],
    ['Discord', WRONG.discord],
    ['Telegram and Discord', { ...WRONG.telegram, ...WRONG.discord }],
  ])('ends with a failure where there is no other: %s', async (_, tokens) => {
    const { env } = await startBoth();
    const { err, code } = await runProgram({ env: { ...env, ...tokens } }).done;
    expect(err).toContain('the token is refused');
    expect(err).toContain('no platform takes the bot any more');
    expect(err).not.toMatch(/another_token|wrong_token/);
    expect(code).toBe(REFUSED);
  });

  it('goes on where there is another, and ends well when it is told to', async () => {
    const { env, telegram } = await startBoth();
    const tokens = { TELEGRAM_BOT_TOKEN: telegram.token, ...WRONG.discord };
    const program = runProgram({ env: { ...env, ...tokens } });
    const lan = telegram.person('Lan');
    expect((await telegram.answerTo(lan.writes('/trogiup'))).text).toContain('/viectot');
    const { err, code } = await program.end('SIGTERM');
    expect(err).toContain('discord: the token is refused');
    expect(code).toBe(0);
  });
});

describe('the program, when Discord ends its session for good', () => {
  it.each([4004, 4014])(
    'says so and ends with a failure where there is no other platform: %i',
    async (code) => {
      const { env, discord } = await startBoth();
      const program = runProgram({ env: { ...env, DISCORD_TOKEN: discord.token } });
      await discord.until(() => discord.commands());
      discord.gateway.closeWith(code);
      const ended = await program.done;
      expect(ended.err).toContain(code === 4004 ? 'the token is refused' : 'Discord refuses the intents');
      expect(ended.code).toBe(REFUSED);
    },
  );

  it('goes on where there is another', async () => {
    const { env, discord, telegram } = await startBoth();
    const tokens = { DISCORD_TOKEN: discord.token, TELEGRAM_BOT_TOKEN: telegram.token };
    const program = runProgram({ env: { ...env, ...tokens } });
    await discord.until(() => discord.commands());
    discord.gateway.closeWith(4014);
    await discord.until(() => discord.gateway.connected() === 0);
    const lan = telegram.person('Lan');
    expect((await telegram.answerTo(lan.writes('/trogiup'))).text).toContain('/viectot');
    expect((await program.end('SIGTERM')).code).toBe(0);
  });
});

async function startBoth() {
  const telegram = await startFakeTelegram();
  const discord = await startFakeDiscord();
  onTestFinished(async () => {
    await telegram.close();
    await discord.close();
  });
  return {
    telegram,
    discord,
    env: { TELEGRAM_API_ROOT: telegram.apiRoot, DISCORD_API_ROOT: discord.apiRoot },
  };
}
