import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../src/chat/access.ts';
import { features } from '../../src/features/index.ts';
import { bytesOf } from '../support/new-database.ts';
import { howMany, SOAK } from '../support/soak.ts';
import { startTestChat, type TestChat } from '../support/start-test-chat.ts';
import { accessTable } from './access-table.ts';
import { ACTORS, type Actor } from './actors.ts';
import { LINES, type Line, type Needs } from './lines.ts';
import { everythingOf, touched, watch } from './watching.ts';
import { act, furnish, PLACES, type Place, sessionsOf, UNIT } from './world.ts';

/** One in so many of the cells in which nothing may happen is tried. */
const ONE_IN = howMany({ usually: 10, soaking: 1 });
const COMMANDS = features.flatMap(({ commands = [] }) => commands);
const SECRET = /BIMAT/;
const env = { OWNERS: 'memory:chu' };

/** What is typed or pressed, and who may. */
type Tried = [line: string, needs: Needs, kind: 'message' | 'press'];

let chat: TestChat;
let seed: Buffer;
let codes: { near: string; held: string };
let unit: string;
let buttons: Tried[];

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'neu-guong-'));
  const file = join(folder, 'seed.db');
  const first = await startTestChat({ env, databaseUrl: `sqlite:${file}` });
  await furnish(first);
  codes = await sessionsOf(first);
  buttons = buttonsOf(first);
  const { id } = await first.app.db
    .selectFrom('units')
    .select('id')
    .where('name', '=', UNIT)
    .executeTakeFirstOrThrow();
  unit = id;
  await watch(first.app.db, unit);
  await first.stop();
  seed = bytesOf(file);
  rmSync(folder, { recursive: true });
  chat = await startCopy(first);
});
afterAll(() => chat.stop());

/** The same unit at the same moment, in a chat of its own. */
async function startCopy({ clock, platform }: TestChat): Promise<TestChat> {
  const copy = await startTestChat({ env, copyOf: seed, now: clock.now().toString() });
  for (const [key, standing] of platform.standings) copy.platform.standings.set(key, standing);
  return copy;
}

describe('the table of who may do what', () => {
  it('names every command', () => {
    expect(Object.keys(LINES).toSorted()).toEqual(COMMANDS.map(({ name }) => name).toSorted());
  });

  it('asks of nobody less than the command declares', () => {
    const less = COMMANDS.filter(({ name, access }) => {
      const needs = (LINES[name] ?? []).map(({ needs }) => (needs === 'author' ? 'member' : needs));
      return Math.min(...needs.map((role) => ROLES.indexOf(role))) !== ROLES.indexOf(access);
    });
    expect(less.map(({ name }) => name)).toEqual([]);
  });

  it('is the one of the documentation', () => {
    expect(readFileSync('docs/quyen.md', 'utf8')).toContain(accessTable());
  });
});

describe('who may, can', () => {
  it.each(Object.values(LINES).flat())('$line', async ({ changes = [], shows, ...line }) => {
    for (const [actor, place] of allowedCells(line)) {
      const { tables, text } = await tryAfresh(actor, place, line.line);
      expect({ who: actor.who, place, tables }).toMatchObject({
        tables: expect.arrayContaining([...changes]),
      });
      if (shows) expect(text).toMatch(SECRET);
    }
  });
});

/** One with just the role that is needed; all who may when it soaks. */
function allowedCells({ needs, only }: Line): [Actor, Place][] {
  const places = (['own', 'private'] as const).filter(
    (place) => only === undefined || (only === 'private') === (place === 'private'),
  );
  const all = places.flatMap((place) =>
    ACTORS.filter((actor) => may(actor, place, needs)).map((actor): [Actor, Place] => [actor, place]),
  );
  const just = all.filter(([actor, place]) =>
    needs === 'author' ? actor.isAuthor : roleIn(actor, place) === needs,
  );
  return SOAK ? all : just.slice(0, 1);
}

/** On a copy of the unit, so that it does not matter what changes. */
async function tryAfresh(actor: Actor, place: Place, line: string) {
  const copy = await startCopy(chat);
  const posted = await act(copy, actor, place, written(line));
  const tables = await touched(copy.app.db);
  await copy.stop();
  return { tables, text: posted.map(({ text }) => text).join('\n') };
}

describe('who may not, cannot', () => {
  it.each(PLACES)('by typing or by a button that the bot has shown: %s', async (place) => {
    const before = await everythingOf(chat.app.db, unit);
    const tried = [...everyLine(), ...buttons];
    const cells = ACTORS.flatMap((actor) =>
      tried.filter(([, needs]) => mayNot(actor, place, needs)).map((line) => ({ actor, line })),
    );
    const wrong: string[] = [];
    for (const { actor, line } of cells.filter((_, index) => index % ONE_IN === PLACES.indexOf(place))) {
      const [typed, , kind] = line;
      const posted = await act(chat, actor, place, written(typed), kind);
      const read = posted.find(({ text }) => SECRET.test(withoutWordsOf(typed, text)));
      const tables = await forgetWhatIsBeside();
      const cell = `${actor.who} with ${kind} ${typed}`;
      if (read) wrong.push(`${cell} read in ${read.channel}: ${read.text.slice(0, 100)}`);
      if (tables.length > 0) wrong.push(`${cell} changed ${tables.join(', ')}`);
    }
    expect(wrong).toEqual([]);
    expect(await everythingOf(chat.app.db, unit)).toBe(before);
    expect(cells.length).toBeGreaterThan(300);
  });
});

/** A refusal may say again what was typed. */
function withoutWordsOf(line: string, text: string): string {
  return line.split(' ').reduce((text, word) => text.replaceAll(word, ''), text);
}

function everyLine(): Tried[] {
  return Object.values(LINES).flatMap((lines) =>
    lines.map(({ line, needs, otherwise = needs }): Tried => [line, otherwise, 'message']),
  );
}

/** What the unit's buttons stand for. */
function buttonsOf({ platform }: TestChat): Tried[] {
  const lines = platform.posted.flatMap(({ message }) =>
    (message.buttons ?? []).flat().map(({ line }) => line),
  );
  return [...new Set(lines)].flatMap((line): Tried[] => {
    const command = COMMANDS.find(({ name }) => line.startsWith(`/${name} `) || line === `/${name}`);
    return command ? [[line, command.access, 'press']] : [];
  });
}

/** Nobody goes on with a question of the cell before, and the chat without a unit stays so. Gives what was touched. */
async function forgetWhatIsBeside(): Promise<string[]> {
  const { db } = chat.app;
  const tables = await touched(db);
  await sql`delete from dialogs`.execute(db);
  await sql`update channels set unit_id = null where external_id = 'trong'`.execute(db);
  await touched(db);
  return tables;
}

/** The group itself, as which an anonymous administrator writes, has no private chat. */
function mayNot(actor: Actor, place: Place, needs: Needs): boolean {
  return !(place === 'private' && actor.sender.isAdministrator) && !may(actor, place, needs);
}

function may(actor: Actor, place: Place, needs: Needs): boolean {
  const role = roleIn(actor, place);
  if (role === undefined) return false;
  return needs === 'author' && actor.isAuthor ? true : ROLES.indexOf(role) >= rankOf(needs);
}

function roleIn(actor: Actor, place: Place): Role | undefined {
  if (place === 'own') return actor.own;
  return place === 'private' ? actor.private : undefined;
}

/** Whose report it is may change it; of the others, coordinators. */
function rankOf(needs: Needs): number {
  return ROLES.indexOf(needs === 'author' ? 'coordinator' : needs);
}

function written(line: string): string {
  return line.replaceAll('{SH}', codes.near).replaceAll('{HELD}', codes.held);
}
