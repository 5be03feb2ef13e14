import { expect, it } from 'vitest';
import { features } from '../src/features/index.ts';
import { toPlain } from '../src/texts/markup.ts';
import { fill } from '../src/texts/translator.ts';
import { onDiscord } from './support/forging/on-discord.ts';
import { onTelegram } from './support/forging/on-telegram.ts';
import { howMany } from './support/soak.ts';
import { watchRows } from './support/watch-rows.ts';

const PLAIN = ['Thôi', 'Vẫn ghi', 'bỏ qua', 'economy', 'English', '12/15', 'Dạ tôi sẽ có mặt đúng giờ ạ'];
const INVENTED = [
  '~answer',
  '~select0',
  '/ketnoi 019a1b2c-0000-7000-8000-000000000000 dongy',
  '/huy',
  '/',
  '}',
];
/** Ten thousand take a while. */
const LONG = 1_200_000;
const REFUSED = /^(?:Tin này không còn nút đó|This message has no)/;

it.each([
  ['Telegram', onTelegram],
  ['Discord', onDiscord],
])(
  'of thousands of forged presses on %s, by anyone under any message, not one changes or replaces anything',
  async (platform, start) => {
    const { db, bot, clock, messages, seen } = await start();
    const offered = messages.flatMap(({ lines }) => lines);
    const lines = [...new Set([...offered, ...commandLines(), ...PLAIN, ...INVENTED])];
    const touched = await watchRows(db);
    const before = seen();
    const random = createRandom(20_260_114);
    const pick = <Item>(items: readonly Item[]): Item => {
      const item = items[Math.floor(random() * items.length)];
      if (item === undefined) throw new Error('there is nothing to pick');
      return item;
    };
    const all = messages.flatMap(({ lines, forgers }) =>
      forgers.map((forger) => ({ carried: lines, ...forger })),
    );
    const people = [...Map.groupBy(all, ({ by }) => by).values()];
    const wanted = howMany({ usually: 80, soaking: 10_000 });
    let done = 0;
    while (done < wanted) {
      const forged = people
        .map((ways) => ({ ...pick(ways), line: pick(lines) }))
        .filter(({ carried, line }) => !carried.includes(line));
      const told = await Promise.all(forged.map(({ press, line }) => press(line)));
      for (const text of told) expect(text).toMatch(REFUSED);
      done += told.length;
      // Nobody is told that they send too fast.
      await clock.advance(2_500);
    }
    await bot.receiver.idle();
    expect(await touched()).toEqual([]);
    expect(seen()).toEqual(before);
    process.stdout.write(`${done} forged presses on ${platform}: none accepted\n`);
  },
  LONG,
);

/** Every command, alone, with a code, and as help shows it, as far as a button has room for it. */
function commandLines(): string[] {
  return features
    .flatMap(({ commands = [] }) => commands)
    .flatMap(({ name, example }) => [
      `/${name}`,
      ...['VT1', 'VT2', 'MH1', 'NL1', 'SH1', 'CD1'].map((code) => `/${name} ${code}`),
      ...toPlain(fill('vi', example)).split('\n'),
    ])
    .filter((line) => Buffer.byteLength(line) <= 64);
}

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
