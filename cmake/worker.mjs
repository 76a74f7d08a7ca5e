// node worker.mjs SITE web/worker.js: writes SITE/worker.js, the service worker with the hash of every file it keeps. Its version
// follows from them, so that the same site has the same worker.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [site, code] = process.argv.slice(2);
const names = readdirSync(site).filter((name) => !name.startsWith('worker') && !name.startsWith('_') && !name.startsWith('.')).sort();
const files = names.map((name) => [name, `sha256-${createHash('sha256').update(readFileSync(join(site, name))).digest('base64')}`]);
const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
writeFileSync(join(site, 'worker.js'), `// SPDX-License-Identifier: EUPL-1.2
const version = '${version}';
const files = ${JSON.stringify(files, null, 1)};
${readFileSync(code, 'utf8')}`);
