import { z } from 'zod';
import type { App } from '../../app.ts';
import { MOST_BYTES } from '../../blobs/blobs.ts';
import { demandRole } from '../../chat/access.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import { codeAnd, readCode } from '../../chat/codes.ts';
import { type Answer, type Answers, argument, defineCommand } from '../../chat/command.ts';
import { demandKept } from '../../chat/files.ts';
import type { Message } from '../../chat/message.ts';
import { demandAllUsed, nameOrAsk } from '../../chat/unused-words.ts';
import { fold } from '../../language/fold.ts';
import { UserError } from '../../texts/user-error.ts';
import { addMaterial, fileOfMaterial, materialWithNumber, removeMaterial } from './materials.ts';
import { topicWithCode } from './set-topics.ts';
import { codeOfTopic, type Topic } from './topic.ts';
import { todayMessage, topicMessage } from './topic-text.ts';
import { topicsOf } from './topics-of.ts';

const MOST_CHOICES = 6;

const REMOVAL = /^(?:xóa|xoá|xoa|remove)\s+#?(\d{1,4})$/iu;
const NUMBER = /^#?(\d{1,4})$/;

const startsWithCode = codeAnd('what');

export const materialCommand = defineCommand({
  name: 'tailieu',
  accented: 'tài-liệu',
  aliases: ['material'],
  summary: 'material.summary',
  example: 'material.example',
  access: 'member',
  takesFiles: true,
  arguments: (call) =>
    z.object({
      topic: argument(readCode).optional(),
      what: argument(readMaterialLine(call)).optional(),
    }),
  read: readLine,
  run: async (app, call, { topic: code, what = '' }) => {
    const brings = what !== '' || call.attached.length > 0;
    if (!code && !brings) {
      const date = call.now.toPlainDate();
      return todayMessage(await topicsOf(app, unitOf(call).id, date), date, call.t);
    }
    const topic = code ? await topicWithCode(app, unitOf(call), code) : await topicMeant(app, call);
    return brings ? act(app, call, topic, what) : topicMessage(topic, call.t);
  },
});

/** Behind the button under a topic: asks for what is to be added. */
export const addMaterialCommand = defineCommand({
  name: 'themtailieu',
  accented: 'thêm-tài-liệu',
  aliases: ['addmaterial'],
  summary: 'material.summary',
  example: 'material.example',
  access: 'administrator',
  listed: false,
  takesFiles: true,
  arguments: (call) => z.object({ topic: argument(readCode), what: argument(readMaterialLine(call)) }),
  ask: { topic: 'material.ask_topic', what: 'material.ask_what' },
  read: readLine,
  run: async (app, call, { topic, what }) => {
    const [file] = call.attached;
    return add(app, call, await topicWithCode(app, unitOf(call), topic), file?.name === what ? '' : what);
  },
});

/** @throws UserError naming words about time in the name of a material, or what stands behind the number of one */
function readMaterialLine({ attached }: Call) {
  return (text: string): string => {
    const line = text.trim();
    if (attached.length > 0) return line;
    const [, removal, left] = /^(\S+\s+#?\d{1,4})\s+(.+)$/su.exec(line) ?? [];
    if (removal !== undefined && left !== undefined && REMOVAL.test(removal)) demandAllUsed(left, removal);
    return nameOrAsk(line);
  };
}

function readLine(line: string): Answers {
  const { code, ...rest } = startsWithCode(line);
  const isCode = code !== undefined && /^cd\d+$/iu.test(fold(code));
  return isCode ? { topic: code, ...rest } : { what: line };
}

/** @throws UserError that asks which of today's topics it is for, unless there is only one */
async function topicMeant(app: App, call: Call): Promise<Topic> {
  demandRole(call.caller.role, 'administrator');
  const topics = await topicsOf(app, unitOf(call).id, call.now.toPlainDate());
  const [only, ...others] = topics;
  if (only && others.length === 0) return only;
  const codes = topics.slice(0, MOST_CHOICES).map(codeOfTopic);
  throw new UserError('material.which_topic').about('topic', codes);
}

async function act(app: App, call: Call, topic: Topic, what: string): Promise<Answer> {
  const number = NUMBER.exec(what)?.[1];
  if (number !== undefined) return give(app, call, topic, Number(number));
  const removed = REMOVAL.exec(what)?.[1];
  if (removed === undefined) return add(app, call, topic, what);
  demandRole(call.caller.role, 'administrator');
  const rest = await removeMaterial(app, topic, Number(removed));
  return { ...topicMessage(rest, call.t, call.t('material.taken_out')), ref: codeOfTopic(rest) };
}

/** The file itself; of one that cannot be had any more, where it was sent. */
async function give(app: App, call: Call, topic: Topic, number: number): Promise<Message> {
  const material = materialWithNumber(topic, number);
  const { name, url, file } = material;
  if (!file || url !== undefined) return topicMessage(topic, call.t);
  const found = await fileOfMaterial(app, call, material, file);
  if (found) return { text: call.t('material.here', { name }), files: [found] };
  const platform = 'platform' in file ? file.platform : '';
  const where = { name, platform: app.titleOf(platform) };
  return platform === call.incoming.platform
    ? { text: call.t('material.lost', { ...where, code: codeOfTopic(topic) }) }
    : { text: call.t('material.elsewhere', where) };
}

async function add(app: App, call: Call, topic: Topic, what: string): Promise<Answer> {
  demandRole(call.caller.role, 'administrator');
  const files = demandKept(call, call.attached, MOST_BYTES);
  const grown = await addMaterial(app, files, topic, what, call.caller.personId);
  return { ...topicMessage(grown, call.t, call.t('material.added')), ref: codeOfTopic(grown) };
}
