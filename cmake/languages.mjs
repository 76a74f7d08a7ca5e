// node cmake/languages.mjs [--write]: what the libraries of Unicode know of each language in assets/text: the plural form of each whole
// number (Intl.PluralRules) and the order of the countries' names (Intl.Collator). Both stand in the catalogue's "about", so that
// no build needs Node for them. Without --write it says which catalogue differs, and ends with 1.
// node cmake/languages.mjs LANGUAGE: the same as a line for the header of a PO file of a new language.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'assets', 'text');
const writes = process.argv.includes('--write');
const new_language = process.argv.slice(2).find((word) => !word.startsWith('--'));
let differ = 0;

// The forms of 0 to 199 as runs, "other 1, one 1, other 198". From 100 on they repeat every hundred; a language whose forms do not
// is refused here.
function plurals_of(language) {
  if (Intl.PluralRules.supportedLocalesOf(language).length === 0) return undefined;
  const rules = new Intl.PluralRules(language);
  for (let number = 0; number < 100000; ++number)
    if (rules.select(number) !== rules.select(number < 100 ? number : 100 + number % 100)) throw new Error(`${language}: ${number} does not take the form of the number a hundred before`);
  const runs = [];
  for (let number = 0; number < 200; ++number) {
    const form = rules.select(number);
    if (runs.at(-1)?.form === form) runs.at(-1).count += 1;
    else runs.push({ form, count: 1 });
  }
  return runs.map(({ form, count }) => `${form} ${count}`).join(', ');
}

// Where the library has no order of a language's own (Sorani, Somali, Tigrinya), it takes that of Unicode for all.
function countries_of(language, messages, otherwise) {
  const order = new Intl.Collator([language, 'und']);
  const name_of = (code) => (messages[`country.${code}`] ?? otherwise[`country.${code}`]).text;
  const codes = Object.keys(otherwise).filter((key) => key.startsWith('country.')).map((key) => key.slice('country.'.length));
  return codes.sort((a, b) => order.compare(name_of(a), name_of(b)) || (a < b ? -1 : 1)).join(' ');
}

if (new_language) {
  const plurals = plurals_of(new_language);
  if (!plurals) throw new Error(`This Node knows no plural forms of ${new_language}.`);
  console.log(JSON.stringify(`X-About: ${JSON.stringify({ plurals })}\n`));
  process.exit(0);
}

const catalogue = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const english = catalogue('en.json').messages;
for (const name of readdirSync(folder).sort()) {
  if (!/^[a-z]+\.json$/.test(name)) continue;
  const { language, about = {}, messages } = catalogue(name);
  const plurals = plurals_of(language);
  if (!plurals) console.log(`${name}: this Node knows no plural forms of ${language}. ${about.plurals ? 'What stands there stays' : 'Write them by hand'}.`);
  const wanted = { ...about, ...(plurals ? { plurals } : {}), countries: countries_of(language, messages, english) };
  if (JSON.stringify(wanted) === JSON.stringify(about)) continue;
  differ += 1;
  if (!writes) {
    console.log(`${name}: the plural forms or the order of the countries are not those of Unicode. node cmake/languages.mjs --write writes them.`);
    continue;
  }
  const members = Object.entries(wanted).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(', ');
  const text = readFileSync(join(folder, name), 'utf8').replace(/\n  "about": [^\n]*/, '');
  writeFileSync(join(folder, name), text.replace(/\n  "messages": \{/, () => `\n  "about": {${members}},\n  "messages": {`));
  console.log(`${name}: written`);
}
if (differ > 0 && !writes) process.exit(1);
