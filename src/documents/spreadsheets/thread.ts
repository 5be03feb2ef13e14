import { parentPort, workerData } from 'node:worker_threads';
import { readRows } from './read-rows.ts';

// A thread is begun for each file: it reads that one and ends.
const { name, bytes }: { name: string; bytes: Uint8Array } = workerData;

parentPort?.postMessage(await readRows(name, bytes));
