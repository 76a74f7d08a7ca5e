// node bundle.mjs vagval_web.js app.js ar,bs: Emscripten's loader with the wasm beside it written into the same file.
//
// Why not -sSINGLE_FILE: 3.1.6 then fetches a data: address, which the page's policy refuses and logs; and its base64 hides
// from a web server's compression what the bytes have in common. Here each byte is one character of a string.
import { readFileSync, writeFileSync } from 'node:fs';
import { literal } from './literal.mjs';

const [loader, out, later] = process.argv.slice(2);
const wasm = readFileSync(loader.replace(/\.js$/, '.wasm'));

writeFileSync(out, `globalThis.vagval_later = ${JSON.stringify((later ?? '').split(',').filter(Boolean))};
${readFileSync(loader, 'utf8').trimEnd()}
(() => {
  const create = createVagval;
  const bytes = ${literal(wasm)};
  createVagval = (module = {}) => {
    module.wasmBinary ??= Uint8Array.from(bytes, (character) => character.charCodeAt(0) & 255);
    return create(module);
  };
})();
`);
