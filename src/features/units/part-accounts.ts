import type { App } from '../../app.ts';
import { button } from '../../chat/button.ts';
import type { Call } from '../../chat/call.ts';
import type { Message } from '../../chat/message.ts';
import { UserError } from '../../texts/user-error.ts';
import { lastJoin, partPeople } from './join-store.ts';
import { accountsOfPerson } from './member-store.ts';
import { nameAndUsername } from './name-of.ts';
import { demandPrivate, tellAccount } from './tell-account.ts';

/** Takes two accounts apart that were joined last, once that was asked; both are told. @throws UserError */
export async function partAccounts(app: App, call: Call, confirmed: boolean): Promise<Message> {
  demandPrivate(call);
  const { t, caller, incoming } = call;
  const join = await lastJoin(app.db, caller.personId);
  if (!join) throw new UserError('join.nothing_to_part');
  const accounts = await accountsOfPerson(app.db, caller.personId);
  const names = accounts
    .map((account) => `${app.titleOf(account.platform)} “${nameAndUsername(account)}”`)
    .join(', ');
  if (!confirmed || incoming.kind !== 'press') {
    const yes = button(t, 'button.part', '/ketnoi huy xacnhan');
    return {
      text: t('join.part?', { names }),
      buttons: [[yes, button(t, 'button.stop', '/huy')]],
      privately: true,
    };
  }
  await partPeople(app.db, join);
  for (const { platform, account } of accounts) {
    if (platform === incoming.platform && account === incoming.sender.id) continue;
    const key = `parted:${join.id}:${platform}:${account}`;
    await tellAccount(app, { platform, account }, key, (t) => ({ text: t('join.parted', { names }) }));
  }
  return { text: t('join.parted', { names }), inPlace: true, privately: true };
}
