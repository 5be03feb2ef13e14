import { v7 } from 'uuid';

/** Makes ids that sort by the time of their making (UUIDv7, RFC 9562). */
export type NewId = () => string;

export const newId: NewId = () => v7();
