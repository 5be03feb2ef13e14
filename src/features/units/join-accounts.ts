import { randomInt } from 'node:crypto';
import type { App } from '../../app.ts';
import { button } from '../../chat/button.ts';
import type { Call } from '../../chat/call.ts';
import type { PlatformName } from '../../chat/incoming.ts';
import type { Message } from '../../chat/message.ts';
import { toIso } from '../../core/local-time.ts';
import { UserError } from '../../texts/user-error.ts';
import { findJoinCode, forgetJoinCodes, insertJoinCode, joinPeople } from './join-store.ts';
import { findPerson, type KnownPerson } from './member-store.ts';

/** How long a code is good for. */
const JOIN_MINUTES = 10;
const DIGITS = 8;
const PLATFORM_NAMES: Record<PlatformName, string> = {
  telegram: 'Telegram',
  discord: 'Discord',
  console: 'Terminal',
  memory: 'Memory',
};

/** @throws UserError when it is no code; what stands between its digits does not matter */
export function readJoinCode(text: string): { code: string; confirmed: boolean } {
  const code = text.replace(/\D/g, '');
  if (code.length !== DIGITS) throw new UserError('join.code_format');
  return { code, confirmed: /xac\s?nhan|xác\s?nhận|confirm/iu.test(text) };
}

/** Shows a code that makes another account, which types it, one of the same person. @throws UserError in a group */
export async function offerToJoin(app: App, call: Call): Promise<Message> {
  demandPrivate(call);
  const { incoming, caller, t } = call;
  const now = app.clock.now();
  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  await forgetJoinCodes(app.db, caller.personId, now);
  await insertJoinCode(app.db, {
    code,
    personId: caller.personId,
    platform: incoming.platform,
    account: incoming.sender.id,
    expiresAt: toIso(now.add({ minutes: JOIN_MINUTES })),
  });
  const spaced = `${code.slice(0, 4)} ${code.slice(4)}`;
  return { text: t('join.code', { code: spaced, minutes: JOIN_MINUTES }), privately: true };
}

/** A code that others see, or get somebody to type, would give them that person's roles: it stays in private. */
function demandPrivate({ incoming }: Call): void {
  if (incoming.channel.kind !== 'private') throw new UserError('join.in_private');
}

/**
 * Makes two accounts those of one person, with all reports and roles of both. Whoever types a code first sees whose
 * it is: nobody is to give their roles away by typing a stranger's code.
 * @throws UserError
 */
export async function joinByCode(
  app: App,
  call: Call,
  { code, confirmed }: { code: string; confirmed: boolean },
): Promise<Message> {
  demandPrivate(call);
  const { t, caller } = call;
  const { personId, name, platform } = await personOfCode(app, call, code);
  const words = { name, platform: PLATFORM_NAMES[platform] };
  if (!confirmed) {
    const yes = button(t, 'button.join', `/ketnoi ${code} xacnhan`);
    const no = button(t, 'button.stop', '/huy');
    return { text: t('join.is_it_you', words), buttons: [[yes, no]], privately: true };
  }
  await joinPeople(app.db, { kept: personId, given: caller.personId });
  await forgetJoinCodes(app.db, personId, app.clock.now());
  return { text: t('join.done', words), inPlace: true, privately: true };
}

type Other = KnownPerson & { platform: PlatformName };

/** The person to whom a code was shown. @throws UserError when it is not known, is over, or was shown here */
async function personOfCode(app: App, call: Call, code: string): Promise<Other> {
  const shown = await findJoinCode(app.db, code, app.clock.now());
  const person = shown && (await findPerson(app.db, shown.platform, shown.account));
  if (!shown || !person) throw new UserError('join.code_unknown');
  if (person.personId === call.caller.personId) throw new UserError('join.same_person');
  return { ...person, platform: shown.platform };
}
