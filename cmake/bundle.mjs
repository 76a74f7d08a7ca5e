// node bundle.mjs vagval_web.js app.js ar,bs assets/text assets/border.json: Emscripten's loader with the wasm beside it written into the same file.
//
// Why not -sSINGLE_FILE: 3.1.6 then fetches a data: address, which the page's policy refuses and logs; and its base64 hides
// from a web server's compression what the bytes have in common. Here each byte is one character of a string.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { literal } from './literal.mjs';

const [loader, out, later, texts, list] = process.argv.slice(2);
const wasm = readFileSync(loader.replace(/\.js$/, '.wasm'));

// The name of this build: the hash of all files of the site. Equal sources give equal names.
const hash = createHash('sha256');
const site = dirname(out);
for (const name of readdirSync(site).sort()) hash.update(`${name}\n`).update(readFileSync(join(site, name)));
const build = hash.update(readFileSync(loader)).update(wasm).digest('hex');
writeFileSync(join(dirname(site), 'build.txt'), `${build}\n`);

// The messages about a language whose texts are not loaded yet, in that language.
const names = {}, languages = {};
const english = JSON.parse(readFileSync(join(texts, 'en.json'), 'utf8')).messages;
for (const language of (later ?? '').split(',').filter(Boolean)) {
  const { direction, messages, about } = JSON.parse(readFileSync(join(texts, `${language}.json`), 'utf8'));
  if (about?.script || about?.also) languages[language] = { script: about.script, also: about.also };
  const say = (key) => (messages[`language.${key}`] ?? english[`language.${key}`]).text;
  names[language] = { name: say('this'), coming: say('coming'), missing: say('missing'), again: say('again'), rtl: direction === 'rtl', whole: Object.values(messages).every(({ review }) => review === 'reviewed') };
}

// The names that the core and the page share. The core checks the shapes of the messages between them.
const { scripts, shortcuts, marks, timings, lists } = JSON.parse(readFileSync(list, 'utf8'));

writeFileSync(out, `globalThis.vagval_build = '${build}';
globalThis.vagval_later = ${JSON.stringify((later ?? '').split(',').filter(Boolean))};
globalThis.vagval_border = ${JSON.stringify({ languages, scripts, shortcuts, marks, timings, lists }).replaceAll('<', '\\u003c')};
globalThis.vagval_names = ${JSON.stringify(names).replaceAll('<', '\\u003c')};
${readFileSync(loader, 'utf8').trimEnd()}
(() => {
  const create = createVagval;
  let bytes = ${literal(wasm)}, compiled;
  // Compiled once for all instances of the program.
  createVagval = (module = {}) => new Promise((done, failed) => {
    compiled ??= WebAssembly.compile(bytes);
    bytes = null;
    module.instantiateWasm = (imports, receive) => {
      compiled.then(async (program) => receive(await WebAssembly.instantiate(program, imports), program)).catch(failed);
      return {};
    };
    create(module).then(done, failed);
  });
})();
`);
