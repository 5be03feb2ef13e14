/** What is called how, as far as it is known. */
export type Names = {
  person(id: string): string | undefined;
  channel(id: string): string | undefined;
  role(id: string): string | undefined;
};

// discord.com/developers/docs/reference#message-formatting
const NAMED = /<(@!?|@&|#|a?:(\w+):|\/([^:>]+):)(\d+)>/gu;

/** What somebody wrote, as people read it: names in place of numbers. What is not known stays as it is. */
export function inPlainWords(text: string, names: Names): string {
  return text.replace(NAMED, (whole, sign: string, emoji = '', command = '', id: string) => {
    if (emoji !== '') return `:${emoji}:`;
    if (command !== '') return `/${command}`;
    if (sign === '#') return prefixed('#', names.channel(id)) ?? whole;
    return (sign === '@&' ? names.role(id) : names.person(id)) ?? whole;
  });
}

function prefixed(sign: string, name: string | undefined): string | undefined {
  return name === undefined ? undefined : `${sign}${name}`;
}
