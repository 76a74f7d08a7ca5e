// node letters.mjs NAME regular.ttf semibold.ttf out.js: the letters of one script as a file, which the page loads
// after the first screen, or before it if that screen needs the letters.
import { readFileSync, writeFileSync } from 'node:fs';
import { font_literal } from './literal.mjs';

const [name, regular, semibold, out] = process.argv.slice(2);
const weights = [regular, semibold].map((file) => font_literal(readFileSync(file)));
writeFileSync(out, `(globalThis.vagval_letters ??= {}).${name} = [\n${weights.join(',\n')}\n];\n`);
