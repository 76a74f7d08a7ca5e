// SPDX-License-Identifier: EUPL-1.2
// What a person gets out of the page: files, and paper. The build puts this before host.js, in the same file.
'use strict';

/** @param page the program as `core`. */
function createHandOut(page) {
  function download(name, bytes, type = name.endsWith('.age') ? 'application/octet-stream' : 'application/json') {
    const address = URL.createObjectURL(new Blob([bytes], { type }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  let paper_timer = 0;
  /** The page for paper is in this page only while it is printed. */
  function print_page(html) {
    put_away_paper();
    const style = new CSSStyleSheet({ media: 'print' });
    style.replaceSync(/<style>([^]*?)<\/style>/.exec(html)[1]);
    const parsed = new DOMParser().parseFromString(html.replace(/<style>[^]*?<\/style>/, ''), 'text/html');
    const paper = document.createElement('div');
    paper.id = 'paper';
    paper.lang = parsed.documentElement.lang;
    paper.dir = parsed.documentElement.dir;
    paper.append(...document.adoptNode(parsed.body).childNodes);
    document.body.append(paper);
    document.adoptedStyleSheets = [style];
    window.addEventListener('afterprint', put_away_paper, { once: true });
    paper_timer = setTimeout(put_away_paper, 60_000);  // for browsers that do not report the end of printing
    window.print();
  }
  function put_away_paper() {
    clearTimeout(paper_timer);
    document.getElementById('paper')?.remove();
    document.adoptedStyleSheets = [];
  }

  function take_along({ name, mime, on_paper, ...place }) {
    const bytes = page.core.bytes_of(place);
    try {
      if (on_paper) print_page(new TextDecoder().decode(bytes));
      else download(name, bytes, mime);
      page.core?.tell('taken', { name: on_paper ? '' : name });
    } catch {
      page.core?.tell('save_failed', { name });
    }
  }

  function write_file({ name, aside, ...place }) {
    try {
      download(name, page.core.bytes_of(place));
    } catch {
      return page.core.tell('save_failed', { name });
    }
    page.core.tell('saved', { name, aside });
  }

  return { download, write_file, take_along, put_away_paper };
}
