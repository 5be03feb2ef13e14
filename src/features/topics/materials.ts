import type { App } from '../../app.ts';
import { filesOf, type Incoming } from '../../chat/incoming.ts';
import { cleanLine } from '../../chat/read-line.ts';
import { UserError } from '../../texts/user-error.ts';
import { type NewMaterial, readMaterial } from './read-title.ts';
import { codeOfTopic, type Material, type Topic } from './topic.ts';
import { insertMaterial, markMaterialRemoved, nextMaterialNumber } from './topic-store.ts';

const MOST_OF_A_TOPIC = 20;
const LONGEST_NAME = 200;

type Added = NewMaterial & { file?: Material['file'] };

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
    const material: Material = { id: app.newId(), number, name, url, file };
    await insertMaterial(app.db, topic.id, material, by, app.clock.now());
    materials.push(material);
  }
  return { ...topic, materials };
}

/** Adds a link, a work, or the files of the message. @throws UserError when there is nothing to add */
export async function addMaterial(
  app: App,
  incoming: Incoming,
  topic: Topic,
  typed: string,
  by: string,
): Promise<Topic> {
  const files = materialsIn(incoming, cleanLine(typed));
  return addMaterials(app, topic, files.length > 0 ? files : [readMaterial(typed)], by);
}

/** The files that came with the message; what was typed names the first, where it is more than the name it has. */
function materialsIn(incoming: Incoming, typed: string): Added[] {
  const { platform } = incoming;
  return filesOf(incoming).map(({ id, name, mimeType }, index) => ({
    name: (index === 0 && typed !== '' ? typed : name).slice(0, LONGEST_NAME),
    url: undefined,
    file: { platform, fileId: id, mimeType: mimeType ?? 'application/octet-stream' },
  }));
}

/** @throws UserError when the topic has no such material */
export function materialWithNumber(topic: Topic, number: number): Material {
  const material = topic.materials.find((each) => each.number === number);
  if (!material)
    throw new UserError('material.not_found', { code: codeOfTopic(topic), number: String(number) });
  return material;
}

export async function removeMaterial(app: App, topic: Topic, number: number): Promise<Topic> {
  const { id } = materialWithNumber(topic, number);
  await markMaterialRemoved(app.db, id, app.clock.now());
  return { ...topic, materials: topic.materials.filter((material) => material.id !== id) };
}
