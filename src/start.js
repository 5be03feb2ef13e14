// The first file that `npm start` loads: an older Node cannot even read the others, so it says so in words.
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Nêu Gương cần Node.js 22.18 trở lên (máy này: ${process.versions.node}). Hãy chạy “npm ci” rồi “npm start”.\n` +
      `Nêu Gương needs Node.js 22.18 or newer (this is ${process.versions.node}). Run “npm ci”, then “npm start”.\n`,
  );
  process.exitCode = 78;
} else {
  // What Node makes of the sources is kept beside the packages, as much theirs as they are; where it cannot be, nothing is.
  module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)));
  const { main } = await import('./main.ts');
  await main();
}
