import { randomInt } from 'node:crypto';
import type { App } from '../../app.ts';
import { button } from '../../chat/button.ts';
import type { Call } from '../../chat/call.ts';
import type { Message } from '../../chat/message.ts';
import { toIso } from '../../core/local-time.ts';
import type { Translator } from '../../texts/translator.ts';
import { UserError } from '../../texts/user-error.ts';
import { findJoinCode, forgetJoinCodes, type GoodCode, insertJoinCode, setTyped } from './join-code-store.ts';
import { joinPeople } from './join-store.ts';
import { findPerson, type KnownPerson } from './member-store.ts';
import { demandPrivate, tellAccount } from './tell-account.ts';

/** How long a code is good for. */
const JOIN_MINUTES = 10;
const DIGITS = 8;

/** A code that is typed; or, by a button that carries the id of one and not the code itself, an answer. */
type JoinStep = { code: string } | { id: string; says: Says };
/** That they are the person, that they agree with who typed the code, or that they do not. */
type Says = 'mine' | 'yes' | 'no';

const SAYS = { xacnhan: 'mine', dongy: 'yes', khong: 'no' } as const;
/** What an earlier version put behind the code is typed in vain. */
const TYPED = /^(?<digits>[\d\s.-]*?)(?:\s(?:xacnhan|dongy|khong|xác nhận|đồng ý))?$/;
const ANSWER = /^(?<id>[0-9a-f-]{36}) (?<word>\w+)$/;

/** @throws UserError when it is no code; what stands between its digits does not matter */
export function readJoinCode(text: string): JoinStep {
  const { id, word } = ANSWER.exec(text)?.groups ?? {};
  const says = Object.entries(SAYS).find(([each]) => each === word)?.[1];
  if (id !== undefined && says !== undefined) return { id, says };
  const code = (TYPED.exec(text.trim())?.groups?.['digits'] ?? '').replace(/\D/g, '');
  if (code.length !== DIGITS) throw new UserError('join.code_format');
  return { code };
}

/** Shows a code that makes another account, which types it, one of the same person. @throws UserError in a group */
export async function offerToJoin(app: App, call: Call): Promise<Message> {
  demandPrivate(call);
  const { incoming, caller, t } = call;
  const now = app.clock.now();
  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  await forgetJoinCodes(app.db, caller.personId, now);
  await insertJoinCode(app.db, {
    id: app.newId(),
    sealed: sealed(app, code),
    personId: caller.personId,
    platform: incoming.platform,
    account: incoming.sender.id,
    expiresAt: toIso(now.add({ minutes: JOIN_MINUTES })),
  });
  const spaced = `${code.slice(0, 4)} ${code.slice(4)}`;
  return { text: t('join.code', { code: spaced, minutes: JOIN_MINUTES }), privately: true };
}

/**
 * Makes two accounts those of one person, with all reports and roles of both, once both have pressed that they are:
 * first the one that typed the code, which sees whose it is, then the one that it was shown to. Nobody is to give
 * their roles away by a line that somebody had them type.
 * @throws UserError
 */
export async function joinByCode(app: App, call: Call, step: JoinStep): Promise<Message> {
  demandPrivate(call);
  const pressed = 'id' in step ? step.says : undefined;
  if (pressed && call.incoming.kind !== 'press') throw new UserError('join.code_format');
  const by = 'id' in step ? step : { sealed: sealed(app, step.code) };
  const good = await findJoinCode(app.db, by, app.clock.now());
  if (!good) throw new UserError('join.code_unknown');
  if (isSame(good.shown, call) && (pressed === 'yes' || pressed === 'no'))
    return decide(app, call, good, pressed);
  const other = await personAt(app, good.shown);
  if (other.personId === call.caller.personId) throw new UserError('join.same_person');
  if (good.typed && !isSame(good.typed, call)) throw new UserError('join.code_unknown');
  return pressed === 'mine' ? askOther(app, call, good) : askTyping(app, call, good);
}

/** Whoever gets to see the database is not to get in by what it holds. */
function sealed({ seal }: App, code: string): string {
  return seal('join', code);
}

function isSame(account: GoodCode['shown'], { incoming }: Call): boolean {
  return account.platform === incoming.platform && account.account === incoming.sender.id;
}

/** @throws UserError when the person is no more */
async function personAt(app: App, { platform, account }: GoodCode['shown']): Promise<KnownPerson> {
  const person = await findPerson(app.db, platform, account);
  if (!person) throw new UserError('join.code_unknown');
  return person;
}

/** Asks the account that typed a code whether its owner is who the code was shown to, who is told of it. */
async function askTyping(app: App, call: Call, { id, shown }: GoodCode): Promise<Message> {
  const { t } = call;
  const words = await wordsFor(app, shown);
  const yes = button(t, 'button.join', `/ketnoi ${id} xacnhan`);
  await tellAccount(app, shown, `join-typed:${id}:${accountId(call)}`, (t) => ({
    text: t('join.typed', mine(app, call)),
    buttons: [[button(t, 'button.not_me', `/ketnoi ${id} khong`)]],
  }));
  return {
    text: t('join.is_it_you', words),
    buttons: [[yes, button(t, 'button.stop', '/huy')]],
    privately: true,
  };
}

/** The account that typed the code is sure; the one that it was shown to is asked. */
async function askOther(app: App, call: Call, { id, shown }: GoodCode): Promise<Message> {
  const { incoming, t } = call;
  await setTyped(app.db, id, { platform: incoming.platform, account: incoming.sender.id });
  await tellAccount(app, shown, `join-ask:${id}:${accountId(call)}`, (t: Translator) => ({
    text: t('join.agree?', mine(app, call)),
    buttons: [
      [button(t, 'button.join', `/ketnoi ${id} dongy`), button(t, 'button.not_me', `/ketnoi ${id} khong`)],
    ],
  }));
  return { text: t('join.asked_other', await wordsFor(app, shown)), inPlace: true, privately: true };
}

function accountId({ incoming }: Call): string {
  return `${incoming.platform}:${incoming.sender.id}`;
}

function mine(app: App, { incoming }: Call) {
  return naming(app, incoming.platform, incoming.sender);
}

async function wordsFor(app: App, account: GoodCode['shown']) {
  return naming(app, account.platform, await personAt(app, account));
}

function naming(
  app: App,
  platform: string,
  { name, username }: { name: string; username?: string | null | undefined },
) {
  return { platform: app.titleOf(platform), name, username: username ? ` (@${username})` : '' };
}

/** The account that the code was shown to has the last word. */
async function decide(app: App, call: Call, { typed }: GoodCode, says: 'yes' | 'no'): Promise<Message> {
  const { t, caller } = call;
  const now = app.clock.now();
  await forgetJoinCodes(app.db, caller.personId, now);
  if (says === 'no') {
    if (typed) await tellAccount(app, typed, `join-no:${callId(call)}`, (t) => ({ text: t('join.refused') }));
    return { text: t('join.refused'), inPlace: true, privately: true };
  }
  if (!typed) throw new UserError('join.code_unknown');
  const given = await personAt(app, typed);
  if (given.personId === caller.personId) throw new UserError('join.same_person');
  const words = await wordsFor(app, typed);
  const join = { kept: caller.personId, given: given.personId, id: app.newId(), at: toIso(now) };
  await joinPeople(app.db, join);
  await tellAccount(app, typed, `join-done:${callId(call)}`, (t) => ({
    text: t('join.done', mine(app, call)),
  }));
  return { text: t('join.done', words), inPlace: true, privately: true };
}

function callId({ incoming }: Call): string {
  return `${incoming.platform}:${incoming.updateId}`;
}
