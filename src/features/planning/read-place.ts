import { cleanLine } from '../../chat/read-line.ts';
import { UserError } from '../../texts/user-error.ts';

const LONGEST_PLACE = 200;

/** @throws UserError when it is too long */
export function readPlace(text: string): string {
  const place = cleanLine(text);
  if (place.length > LONGEST_PLACE) throw new UserError('schedule.place_too_long', { max: LONGEST_PLACE });
  return place;
}
