import type { Role } from '../../src/chat/access.ts';
import type { Incoming } from '../../src/chat/incoming.ts';
import type { Standing } from '../../src/chat/platform.ts';

/** Somebody who tries; `own` and `private` is what they are in the unit there, undefined: nothing of it is theirs. */
export type Actor = {
  who: string;
  sender: Incoming['sender'];
  own: Role;
  private: Role | undefined;
  /** What the platform said when they came, and what it says now. */
  came: Partial<Record<string, Standing>>;
  now?: Partial<Record<string, Standing>>;
  isAuthor?: true;
};

type Make = Omit<Actor, 'who' | 'sender'> & { name?: string; username?: string; isAdministrator?: true };

const OUT = { nhom: 'stranger', BIMAT2: 'stranger' } as const;
const ELSEWHERE = { ...OUT, khac: 'member' } as const;
/** What one who left is where the platform lets them write still. */
const LEFT = { own: 'member', private: undefined, now: OUT } as const;

/** The one who founded the unit comes first, and the one who administers it since. */
export const FOUNDER = actor('the founder who left', 'sep', {
  ...LEFT,
  came: { nhom: 'administrator', BIMAT2: 'administrator' },
});
export const ADMINISTRATOR = actor('an administrator of the group', 'quantri', {
  own: 'administrator',
  private: 'administrator',
  came: { nhom: 'administrator', BIMAT2: 'administrator' },
});
export const AUTHOR = actor('the author', 'an', {
  name: 'Tác Giả',
  own: 'member',
  private: 'member',
  came: {},
  isAuthor: true,
});

export const ACTORS: readonly Actor[] = [
  FOUNDER,
  ADMINISTRATOR,
  AUTHOR,
  actor('a member', 'binh', { own: 'member', private: 'member', came: {} }),
  actor('a coordinator', 'cu', { name: 'Cu', own: 'coordinator', private: 'coordinator', came: {} }),
  actor('an administrator by the role', 'quyen', {
    own: 'administrator',
    private: 'administrator',
    came: {},
  }),
  actor('an owner of the installation', 'chu', { own: 'administrator', private: 'administrator', came: {} }),
  actor('an anonymous administrator', 'nhom', {
    own: 'administrator',
    private: undefined,
    came: {},
    isAdministrator: true,
  }),
  actor('a stranger', 'la', { own: 'member', private: undefined, came: OUT }),
  actor('a coordinator whose role was taken away', 'thoi', { own: 'member', private: 'member', came: {} }),
  actor('a member who left', 'roi', { ...LEFT, came: {} }),
  actor('a coordinator who left', 'cudi', { ...LEFT, came: {} }),
  actor('an administrator by the role who left', 'quyendi', { ...LEFT, came: {} }),
  actor('an administrator of the group who left', 'quantridi', { ...LEFT, came: { nhom: 'administrator' } }),
  actor('a member of another unit', 'ngoai', { own: 'member', private: undefined, came: ELSEWHERE }),
  actor('an administrator of another unit', 'chinh', {
    own: 'member',
    private: undefined,
    came: { ...OUT, khac: 'administrator' },
  }),
  actor('one called like the administrator', 'gia1', {
    name: 'quantri\u200b',
    username: 'gia_danh',
    own: 'member',
    private: 'member',
    came: {},
  }),
  actor('one whose name is the username of the administrator', 'gia2', {
    name: '@quantri',
    username: 'quаntri',
    own: 'member',
    private: 'member',
    came: {},
  }),
];

function actor(who: string, id: string, { name = id, username = id, isAdministrator, ...more }: Make): Actor {
  const sender = { id, name, username, ...(isAdministrator ? { isAdministrator } : {}) };
  return { who, sender, ...more };
}
