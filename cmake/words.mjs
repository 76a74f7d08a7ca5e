// node words.mjs LANGUAGE values.json out.js: the words of one language as a file of their own, which comes after the first screen
// unless that is in this language.
import { readFileSync, writeFileSync } from 'node:fs';

const [language, values, out] = process.argv.slice(2);
// Without what only people need; and nothing that would end a script inside a page.
const text = JSON.stringify(JSON.parse(readFileSync(values, 'utf8'))).replaceAll('<', '\\u003c');
writeFileSync(out, `(globalThis.vagval_words ??= {}).${language} = ${text};\n`);
