import type { Temporal } from 'temporal-polyfill';
import { button } from '../../chat/button.ts';
import type { Button, Message } from '../../chat/message.ts';
import { formatDate, two } from '../../core/written-day.ts';
import { joinMarkup, linked, type Markup, toPlain } from '../../texts/markup.ts';
import { beginning } from '../../texts/shorten.ts';
import type { Translator } from '../../texts/translator.ts';
import { codeOfTopic, type Material, type Topic, type TopicPeriod } from './topic.ts';

const MOST_BUTTONS = 8;
const LONGEST_LABEL = 40;

/** `Tháng 12/2026`, `Quý 4/2026`, `Năm 2026`, `Toàn khóa 2025-2030` */
export function periodLabel({ scope, from, to }: TopicPeriod, t: Translator): Markup {
  const year = String(from.year);
  switch (scope) {
    case 'month':
      return t('topic.period_month', { month: two(from.month), year });
    case 'quarter':
      return t('topic.period_quarter', { quarter: String(Math.ceil(from.month / 3)), year });
    case 'year':
      return t('topic.period_year', { year });
    case 'term':
      return t('topic.period_term', { from: year, to: String(to.year) });
  }
}

/** What applies today. */
export function todayMessage(topics: readonly Topic[], today: Temporal.PlainDate, t: Translator): Message {
  return topics.length === 0
    ? { text: t('topic.none_today', { month: String(today.month) }) }
    : listed(t('topic.today', { date: formatDate(today) }), topics, t);
}

function listed(heading: Markup, topics: readonly Topic[], t: Translator): Message {
  return withButtons(
    joinMarkup([heading, ...topics.flatMap((topic) => entry(topic, t))]),
    fileButtons(topics),
  );
}

function withButtons(text: Markup, buttons: Button[][]): Message {
  return buttons.length > 0 ? { text, buttons } : { text };
}

function entry(topic: Topic, t: Translator): Markup[] {
  return [
    t('topic.entry', {
      period: periodLabel(topic.period, t),
      code: codeOfTopic(topic),
      title: topic.title,
    }),
    ...materialLines(topic, t),
  ];
}

function materialLines({ materials }: Topic, t: Translator): Markup[] {
  return materials.length === 0
    ? []
    : [t('topic.materials'), ...materials.map((each) => materialLine(each, t))];
}

function materialLine({ number, name, url, file }: Material, t: Translator): Markup {
  const line = { number: String(number), name };
  if (url !== undefined) return t('material.line_link', { ...line, url: linked(url) });
  return t(file ? 'material.line_file' : 'material.line', line);
}

/** A button for each file, which gives it. */
function fileButtons(topics: readonly Topic[]): Button[][] {
  return topics
    .flatMap((topic) =>
      topic.materials
        .filter(({ file }) => file !== undefined)
        .map(({ name, number }) => [
          { label: beginning(name, LONGEST_LABEL), line: `/tailieu ${codeOfTopic(topic)} ${number}` },
        ]),
    )
    .slice(0, MOST_BUTTONS);
}

/** What is set for a period and for parts of it. */
export function periodMessage(topics: readonly Topic[], period: TopicPeriod, t: Translator): Message {
  const label = periodLabel(period, t);
  return topics.length === 0
    ? { text: t('topic.none_within', { period: label }) }
    : listed(t('topic.within', { period: label }), topics, t);
}

/** One topic with all that is known of it, under a line that says what was done. */
export function topicMessage(topic: Topic, t: Translator, done?: Markup): Message {
  const short = topic.shortTitle === topic.title ? [] : [t('topic.short', { short: topic.shortTitle })];
  const [first, ...materials] = entry(topic, t);
  const text = joinMarkup([...(done ? [done] : []), ...(first ? [first] : []), ...short, ...materials]);
  return withButtons(text, fileButtons([topic]));
}

/** What was set, and what it took the place of. */
export function setMessage(
  { topics, replaced }: { topics: readonly Topic[]; replaced: readonly Topic[] },
  t: Translator,
): Message {
  const [only, ...others] = topics;
  const [before, ...more] = replaced;
  const said = before ? [t('topic.replaced', { topics: names(replaced, t), code: codeOfTopic(before) })] : [];
  const keep = before && more.length === 0 ? [restoreButton(before, 'button.keep_topic', t)] : [];
  if (!only || others.length > 0) {
    const lines = topics.flatMap((topic) => entry(topic, t));
    const text = joinMarkup([t('topic.set_many', { n: topics.length }), ...lines, ...said]);
    return withButtons(text, keep.length > 0 ? [keep] : []);
  }
  const add = button(t, 'button.add_material', `/themtailieu ${codeOfTopic(only)}`);
  const { text } = topicMessage(only, t, t('topic.set_one'));
  return { text: joinMarkup([text, ...said]), buttons: [[add, ...keep]] };
}

function names(topics: readonly Topic[], t: Translator): string {
  return topics
    .map((topic) => toPlain(t('topic.named', { code: codeOfTopic(topic), short: topic.shortTitle })))
    .join('; ');
}

function restoreButton(
  topic: Topic,
  label: 'button.keep_topic' | 'button.restore_topic',
  t: Translator,
): Button {
  const code = codeOfTopic(topic);
  return button(t, label, `/chuyende khoiphuc ${code}`, { code });
}

export function removedMessage(topics: readonly Topic[], t: Translator): Message {
  const [first] = topics;
  const code = first ? codeOfTopic(first) : '';
  return {
    text: t('topic.removed', { topics: names(topics, t), code }),
    buttons: topics.slice(0, MOST_BUTTONS).map((topic) => [restoreButton(topic, 'button.restore_topic', t)]),
  };
}
