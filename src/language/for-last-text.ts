/**
 * The same reading; asked again for the text that it read last, it gives what it gave: who reads a report asks several
 * readers, which share their parts. What it gives is not to be changed.
 */
export function forLastText<Read>(read: (text: string) => Read): (text: string) => Read {
  let last: { text: string; read: Read } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, read: read(text) };
    return last.read;
  };
}
