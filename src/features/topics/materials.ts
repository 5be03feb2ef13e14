import type { App } from '../../app.ts';
import { MOST_BYTES } from '../../blobs/blobs.ts';
import type { Call } from '../../chat/call.ts';
import { demandFiles, type FetchedFile, isKept } from '../../chat/files.ts';
import { platformSchema } from '../../chat/incoming.ts';
import type { OutgoingFile } from '../../chat/message.ts';
import { cleanLine } from '../../chat/read-line.ts';
import { beginning } from '../../texts/shorten.ts';
import { UserError } from '../../texts/user-error.ts';
import { type NewMaterial, readMaterial } from './read-title.ts';
import { codeOfTopic, type HeldFile, type KeptFile, type Material, type Topic } from './topic.ts';
import { insertMaterial, keepMaterialFile, markMaterialRemoved, nextMaterialNumber } from './topic-store.ts';

const MOST_OF_A_TOPIC = 20;
const LONGEST_NAME = 200;

type Added = NewMaterial & { file?: KeptFile };

/** @throws UserError when the topic has too many */
export async function addMaterials(
  app: App,
  topic: Topic,
  added: readonly Added[],
  by: string,
): Promise<Topic> {
  if (topic.materials.length + added.length > MOST_OF_A_TOPIC)
    throw new UserError('material.too_many', { max: MOST_OF_A_TOPIC });
  const materials = [...topic.materials];
  for (const { name, url, file } of added) {
    const number = await nextMaterialNumber(app.db, topic.id);
    const material = { id: app.newId(), number, name, url, file };
    await insertMaterial(app.db, topic.id, material, by, app.clock.now());
    materials.push(material);
  }
  return { ...topic, materials };
}

/** Adds a link, a work, or the files that came along. @throws UserError when there is nothing to add */
export async function addMaterial(
  app: App,
  files: readonly OutgoingFile[],
  topic: Topic,
  typed: string,
  by: string,
): Promise<Topic> {
  const materials = materialsIn(files, cleanLine(typed));
  return addMaterials(app, topic, materials.length > 0 ? materials : [readMaterial(typed)], by);
}

/** What was typed names the first file, where it is more than the name it has. */
function materialsIn(files: readonly OutgoingFile[], typed: string): Added[] {
  return files.map(({ name, mimeType, blob }, index) => ({
    name: beginning(index === 0 && typed !== '' ? typed : name, LONGEST_NAME),
    url: undefined,
    file: { blob, mimeType },
  }));
}

/** @throws UserError when the topic has no such material */
export function materialWithNumber(topic: Topic, number: number): Material {
  const material = topic.materials.find((each) => each.number === number);
  if (!material)
    throw new UserError('material.not_found', { code: codeOfTopic(topic), number: String(number) });
  return material;
}

/** The file of a material, to be sent; nothing when the platform that held it does not any more. */
export async function fileOfMaterial(
  app: App,
  call: Call,
  { id, name }: Material,
  file: KeptFile | HeldFile,
): Promise<OutgoingFile | undefined> {
  if ('blob' in file) return { name, ...file };
  const fetched = fetchHeld(call, name, file);
  if (!fetched || !isKept(fetched)) return undefined;
  await keepMaterialFile(app.db, id, fetched);
  return fetched;
}

/** @throws UserError when the platform is out of reach for now */
function fetchHeld(call: Call, name: string, { platform, fileId }: HeldFile): FetchedFile | undefined {
  const { data: known } = platformSchema.safeParse(platform);
  if (!known) return undefined;
  const [fetched] = demandFiles(call, [{ platform: known, id: fileId, name, size: 0 }], MOST_BYTES);
  if (fetched && !isKept(fetched) && fetched.missing === 'out-of-reach')
    throw new UserError('file.out_of_reach', { name });
  return fetched;
}

export async function removeMaterial(app: App, topic: Topic, number: number): Promise<Topic> {
  const { id } = materialWithNumber(topic, number);
  await markMaterialRemoved(app.db, id, app.clock.now());
  return { ...topic, materials: topic.materials.filter((material) => material.id !== id) };
}
