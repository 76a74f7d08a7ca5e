// node single_file.mjs SITE out.html: the whole site as one page that opens from a disk or a stick.
// Opened from a file, 'self' matches nothing, so the policy names each script and style by the hash of its text.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [site, out] = process.argv.slice(2);
const read = (name) => readFileSync(join(site, name), 'utf8');
const fail = (why) => { throw new Error(`${why} The page and cmake/single_file.mjs have to agree.`); };

const hashes = { script: [], style: [] };
function inline(tag, attributes, text) {
  if (/<\/(script|style)|<!--/i.test(text)) fail(`A ${tag} holds what would end it inside a page.`);
  hashes[tag].push(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return `<${tag}${attributes}>${text}</${tag}>`;
}

let page = read('index.html').replace(/<link rel="manifest"[^>]*>\n?/, '');
page = page.replace(/<link rel="stylesheet" href="([^"]+)">/g, (_, name) => inline('style', '', read(name)));

// Embedded scripts stand at the end of the page. A script with an id is waited for: an empty element keeps its place
// from the start and gets the load event. The letters and texts of all languages are in the page before the program
// starts, and no file is requested.
const letters = readdirSync(site).filter((name) => /^((letters|words)-\w+|jsqr)\.js$/.test(name)).sort();
const scripts = letters.map((name) => inline('script', '', read(name)));
page = page.replace(/<!--[^>]*-->\n<script async src="[^"]+\?twice"><\/script>\n/, '');
page = page.replace(/<script async src="([^"]+)"(?: id="([^"]+)")?><\/script>\n?/g, (_, name, id) => {
  scripts.push(inline('script', '', read(name)));
  if (!id) return '';
  scripts.push(inline('script', '', `document.getElementById('${id}').dispatchEvent(new Event('load'));`));
  return `<script type="text/plain" id="${id}"></script>\n`;
});
if (scripts.length === letters.length) fail('index.html loads no script.');
page = page.replace('</body>', () => `${scripts.join('\n')}\n</body>`);

page = page.replace("script-src 'self'", () => `script-src ${hashes.script.join(' ')}`)
  .replace("style-src 'self'", () => `style-src ${hashes.style.join(' ') || "'none'"}`);
if (!page.includes(hashes.script[0])) fail("index.html has no policy with script-src 'self'.");
if (/ (src|href)="(?!data:|")/.test(page.replace(/<(script|style)[^]*?<\/\1>/g, ''))) fail('Something is still loaded from elsewhere.');
writeFileSync(out, page);
