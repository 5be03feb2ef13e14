import type { Bot } from '../../../src/bot.ts';
import type { Database } from '../../../src/storage/database.ts';
import type { ManualClock } from '../manual-clock.ts';

/** A message as it is shown, and by whom what it does not carry can be pressed. */
type Forgeable = {
  /** What its buttons stand for. */
  readonly lines: readonly string[];
  readonly forgers: readonly Forger[];
};

/** Somebody with a changed client, in one of the ways that it knows; gives what the person is told. */
export type Forger = { readonly by: string; press(line: string): Promise<string> };

/** Two units, a member, a coordinator and an administrator in them, and all kinds of messages, of today and of last week. */
export type Stage = {
  readonly db: Database;
  readonly bot: Bot;
  readonly clock: ManualClock;
  readonly messages: readonly Forgeable[];
  /** All that was posted or changed, for others than whoever pressed. */
  seen(): unknown;
};

export const DEED = 'Chị Hiền tổ 7 nhặt được ví, đã trả lại người mất';
export const SCHEDULE = '19h30 ngày 20 hằng tháng Họp chi bộ, trước 3 ngày';
export const MODEL = ['Tủ đồ nhân ái', 'Hội LHPN xã', '2.150 bộ quần áo, giúp 380 lượt'] as const;
export const FOUR_DAYS = 4 * 24 * 3_600_000;
