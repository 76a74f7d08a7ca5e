// node words.mjs LANGUAGE values.json out.js: the texts of one language as a file, which the page loads after the first
// screen, or before it if that screen is in the language.
import { readFileSync, writeFileSync } from 'node:fs';

const [language, values, out] = process.argv.slice(2);
// Without members for people only, and without characters that would end a script inside a page.
const text = JSON.stringify(JSON.parse(readFileSync(values, 'utf8'))).replaceAll('<', '\\u003c');
writeFileSync(out, `(globalThis.vagval_words ??= {}).${language} = ${text};\n`);
