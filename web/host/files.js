// SPDX-License-Identifier: EUPL-1.2
// Files that a person opens. The build puts this before host.js, in the same file.
'use strict';

/**
 * @param page the program as `core`, its description `about`, and `refresh`.
 * @param picker the element by which the browser asks for a file.
 */
function createFiles(page, picker) {
  function show_file_picker({ several }) {
    picker.value = '';
    picker.multiple = several;
    picker.click();
  }

  /** Passes one file after the other, so that memory holds at most one of them. */
  async function give_picked(files) {
    for (const file of files) {
      try {
        if (file.size > page.about.file_bytes_max) throw file;
        const bytes = new Uint8Array(await file.arrayBuffer());
        if (!page.core) return;
        page.core.tell('file_given', { bytes });
      } catch {
        page.core?.tell('file_not_given');
      }
    }
    page.refresh();
  }

  async function open_picked() {
    const files = [...picker.files];
    picker.value = '';  // the file's name does not stay in the page
    if (picker.multiple) return give_picked(files);
    const [file] = files;
    if (!file) return;
    const { name } = file;
    const too_large = file.size > page.about.file_bytes_max;  // then it is not even read
    try {
      if (too_large) throw file;
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (!page.core) return;
      page.core.tell('file_opened', { name, bytes });
    } catch {
      if (!page.core) return;
      page.core.tell('file_not_opened', { name, too_large });
    }
    page.refresh();
  }

  return { show_file_picker, open_picked };
}
