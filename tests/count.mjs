// SPDX-License-Identifier: EUPL-1.2
// node tests/count.mjs: how many files a change touches. For each recipe one existing example is followed through the tree: every
// file that names it is one the recipe has to touch. The list stands below each number, so that a reader can check it.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folders = ['core', 'web', 'native', 'assets', 'cmake', 'tests', 'README.md', 'planner', 'CMakeLists.txt'];
// What shows the example and does not make it work: recorded outputs, example plans, inputs of tests, the notes of libraries.
const left_out = /^(tests\/(golden|scenarios|plans|packs|typed|fuzz\/corpus|count\.mjs)|assets\/(examples|licences|readme))|node_modules/;
const sources = /\.(h|inc|cpp|js|mjs|cmake|css|html|json|md|txt)$|^planner$/;

function* files(path) {
  const name = relative(root, path);
  if (left_out.test(name)) return;
  if (statSync(path).isDirectory()) for (const entry of readdirSync(path).sort()) yield* files(join(path, entry));
  else if (sources.test(name)) yield name;
}

// A comment that mentions the example is no place the program depends on.
function code_of(name) {
  const text = readFileSync(join(root, name), 'utf8');
  if (/\.(h|inc|cpp|js|mjs)$/.test(name)) return text.replace(/(^|\s)\/\/.*$/gm, '').replace(/\/\*.*?\*\//gs, '');
  if (/\.cmake$|\.txt$|^planner$/.test(name)) return text.replace(/^\s*#.*$/gm, '');
  return text;
}

const in_text = /^assets\/text\//;
const reviewed = /^assets\/text\/(neutrality\.)?(sv|en)\.json$/;  // the words of Swedish and English count as one file
// A key that a draft of a translation lacks stops the build (cmake/embed_texts.cmake), so that each draft has to be touched.
const drafts_may_lack_a_text = false;
// Tests write the facts into them, from the table of facts (tests/plan/fact_schema_test.cpp).
const generated_schemas = /^assets\/schema\/(plan|rule-pack)\.schema\.json$/;
const data = /^assets\/(rules|path)\//;

// names: what the example is called. named: its files by their own names. beside: files that say something about the example
// as data and would do without it. figures: the drafts say the figure itself, so that they are untrue until they are touched.
const recipes = [
  { change: 'a yes/no fact about a person', example: 'person.swedish_citizen', should_be: 3, names: /\bswedish_citizen\b/, beside: data, generated: generated_schemas },
  { change: 'a screen', example: 'counsel', should_be: 3, names: /\bcounsel\b|Counsel(?!lor)/, named: /\/counsel\.(cpp|h)$/, beside: data },
  { change: 'a language', example: 'ti, Tigrinya', should_be: 2, names: /["'`]ti["'`]|\bti: /, named: /[./]ti\.json$/ },
  { change: 'a task of the path', example: 'documents.vaccination', should_be: 2, names: /documents\.vaccination\b|\{"id": "vaccination",/ },
  { change: 'an amount of the grant', example: '350 000 for an adult', should_be: 1, figures: true,
    names: /\b350[ .,'\u00A0\u202F]?000\b|٣٥٠[٬٫]?٠٠٠|۳۵۰[٬٫]?۰۰۰/ },
  { change: 'another scheme', example: 'what sources, hosts and words know of this one: its name, sources, parts and repayment', should_be: 0,
    names: /repatriation|återvandring|[^a-zA-Z]grant(?!ed|\.on|_on)|Grant(?!ed)|\b(2025:970|1984:890)\b|"[LAB]\d+["#]|last_part|instalment|Instalment|repayment|Repayment/,
    beside: /^(assets\/(rules|path|schema)\/|README\.md)/ },
];

const tree = folders.flatMap((folder) => [...files(join(root, folder))]).map((name) => ({ name, code: code_of(name) }));

for (const { change, example, should_be, names, named, beside, generated, figures } of recipes) {
  const touched = tree.filter(({ name, code }) => names.test(code) || named?.test(name)).map(({ name }) => name);
  const tests = touched.filter((name) => name.startsWith('tests/'));
  const aside = touched.filter((name) => beside?.test(name));
  const written = touched.filter((name) => generated?.test(name));
  const words = touched.filter((name) => reviewed.test(name));
  const drafts = touched.filter((name) => in_text.test(name) && !reviewed.test(name) && !named?.test(name));
  const counts = figures || !drafts_may_lack_a_text;
  const rest = touched.filter((name) => ![tests, aside, written, drafts, words].some((list) => list.includes(name)));
  const number = rest.length + (words.length > 0 ? 1 : 0) + (counts ? drafts.length : 0);
  console.log(`${change}: ${number} files; it should be ${should_be} (followed: ${example})`);
  for (const name of rest) console.log(`    ${name}`);
  if (words.length > 0) console.log(`    ${words.join(', ')} (as one)`);
  for (const name of counts ? drafts : []) console.log(`    ${name}${figures ? '' : ' (a draft must not lack a text)'}`);
  if (!counts && drafts.length > 0) console.log(`  not counted, drafts: ${drafts.map((name) => basename(name)).join(', ')}`);
  if (aside.length > 0) console.log(`  not counted, data that says something about it: ${aside.join(', ')}`);
  if (written.length > 0) console.log(`  not counted, generated: ${written.join(', ')}`);
  if (tests.length > 0) console.log(`  not counted, tests: ${tests.join(', ')}`);
  console.log();
}
