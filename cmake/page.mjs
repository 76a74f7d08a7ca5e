// node page.mjs web/index.html assets/text out.html: the page, with what it says in each language if the program does not arrive.
// Each catalogue holds its own in "about". A draft may lack them; its reader sees the next language that the browser asks for.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [page, texts, out] = process.argv.slice(2);
const catalogue = (language) => JSON.parse(readFileSync(join(texts, `${language}.json`), 'utf8'));
const others = readdirSync(texts).filter((name) => /^[a-z]+\.json$/.test(name)).map((name) => name.slice(0, -5)).filter((name) => name !== 'sv' && name !== 'en').sort();
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const sections = ['sv', 'en', ...others].map((language) => {
  const { direction, about } = catalogue(language);
  if (!about?.page) return '';
  const say = (name) => escaped(about.page[name]);
  return `    <section lang="${language}"${direction === 'rtl' ? ' dir="rtl"' : ''}>
      <p class="files">${say('files')}</p>
      <p class="old" hidden>${say('old')}</p>
      <p class="wasm" hidden>${say('wasm')}</p>
      <p class="broken" hidden>${say('broken')}</p>
      <p class="stopped" hidden>${say('stopped')}</p>
      <div class="kept" hidden>${say('kept')}</div>
      <p class="ways"><a class="again" href="">${say('again')}</a> <button class="kept" type="button" hidden>${say('save_kept')}</button></p>
    </section>
`;
});
const place = /    <!-- a section for each language[^\n]*\n/, text = readFileSync(page, 'utf8');
if (!place.test(text)) throw new Error(`${page} has no place for the languages.`);
writeFileSync(out, text.replace(place, () => sections.join('')));
