// node bundle.mjs vagval_web.js app.js: Emscripten's loader with the wasm beside it written into the same file.
//
// Why not -sSINGLE_FILE: 3.1.6 then fetches a data: address, which the page's policy refuses and logs; and its base64 hides
// from a web server's compression what the bytes have in common. Here each byte is one character of a string.
import { readFileSync, writeFileSync } from 'node:fs';

const [loader, out] = process.argv.slice(2);
const wasm = readFileSync(loader.replace(/\.js$/, '.wasm'));

// 0 becomes U+0100: a raw NUL would not survive inside an HTML page. '<' is escaped for the same reason.
const escapes = { 0: '\u0100', 10: '\\n', 13: '\\r', 34: '\\"', 60: '\\x3c', 92: '\\\\' };
const literal = Array.from(wasm, (byte) => escapes[byte] ?? String.fromCharCode(byte)).join('');

writeFileSync(out, `${readFileSync(loader, 'utf8').trimEnd()}
(() => {
  const create = createVagval;
  const bytes = "${literal}";
  createVagval = (module = {}) => {
    module.wasmBinary ??= Uint8Array.from(bytes, (character) => character.charCodeAt(0) & 255);
    return create(module);
  };
})();
`);
