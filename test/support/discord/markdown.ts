/** A text as Discord shows it. */
export type Formatted = {
  text: string;
  /** The runs that are bold, italic or code, as `bold:text`. */
  marks: string[];
  /** What became a link, a mention, a time, a heading, a list, a quote or a spoiler. */
  effects: string[];
};

type Rule = {
  pattern: RegExp;
  read(match: RegExpExecArray, read: (inner: string) => string, seen: Formatted): string;
};

const BLOCKS: readonly [string, RegExp][] = [
  ['heading', /^#{1,3} \S/],
  ['small', /^-# \S/],
  ['quote', /^>(?:>>)? \S/],
  ['list', /^\s*(?:[-*+]|\d+\.) \S/],
];

/** Reads a message's content the way Discord's client does. */
export function readMarkdown(content: string): Formatted {
  const seen: Formatted = { text: '', marks: [], effects: [] };
  const lines = content.split('\n').map((line) => {
    for (const [name, pattern] of BLOCKS) if (pattern.test(line)) seen.effects.push(`${name}:${line}`);
    return readInline(line, seen);
  });
  return { ...seen, text: lines.join('\n') };
}

// In the order in which Discord's own client tries them at each place of the text.
const RULES: readonly Rule[] = [
  { pattern: /^\\([^0-9A-Za-z\s])/, read: (match) => match[1] ?? '' },
  {
    pattern: /^<t:(\d+)(?::([tTdDfFR]))?>/,
    read: (match, _, seen) => {
      seen.effects.push(`time:${match[1] ?? ''}`);
      return `⟨${match[1] ?? ''}⟩`;
    },
  },
  { pattern: /^<(?:@[!&]?|#)\d+>|^<\/[^:>]+:\d+>|^<id:\w+>|^<a?:\w+:\d+>/, read: effect('mention') },
  { pattern: /^@(?:everyone|here)/, read: effect('mention') },
  { pattern: /^<(?:https?|steam|mailto|tel):[^\s>]+>/, read: effect('link') },
  { pattern: /^\[[^\]]+\]\([^)]+\)/, read: effect('link') },
  { pattern: /^(?:https?|steam):\/\/[^\s<]+/, read: effect('link') },
  { pattern: /^discord(?:app)?\.(?:gg|com\/invite)\/\w+/, read: effect('link') },
  { pattern: /^\|\|([\s\S]+?)\|\|/, read: effect('spoiler') },
  { pattern: /^```[\s\S]+?```/, read: effect('code block') },
  {
    pattern: /^`([^`]+)`/,
    read: (match, _, seen) => {
      seen.marks.push(`code:${match[1]}`);
      return match[1] ?? '';
    },
  },
  { pattern: /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, read: mark('bold') },
  { pattern: /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, read: mark('underline') },
  { pattern: /^~~((?:\\[\s\S]|[^\\])+?)~~/, read: mark('strike') },
  { pattern: /^\*(?=\S)((?:\\[\s\S]|[^\\*])+?)\*(?!\*)/, read: mark('italic') },
  { pattern: /^_((?:__|\\[\s\S]|[^\\_])+?)_(?!\w)/, read: mark('italic') },
];

function readInline(source: string, seen: Formatted): string {
  let text = '';
  let rest = source;
  while (rest !== '') {
    const found = RULES.map((rule) => ({ rule, match: rule.pattern.exec(rest) })).find(({ match }) => match);
    if (found?.match) {
      text += found.rule.read(found.match, (inner) => readInline(inner, seen), seen);
      rest = rest.slice(found.match[0].length);
    } else {
      text += rest.charAt(0);
      rest = rest.slice(1);
    }
  }
  return text;
}

function mark(name: string) {
  return (match: RegExpExecArray, read: (inner: string) => string, seen: Formatted) => {
    const text = read(match[1] ?? '');
    seen.marks.push(`${name}:${text}`);
    return text;
  };
}

function effect(name: string) {
  return (match: RegExpExecArray, _: (inner: string) => string, seen: Formatted) => {
    seen.effects.push(`${name}:${match[0]}`);
    return match[0];
  };
}
