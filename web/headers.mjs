// The headers that every server of the site has to send, in one place. node headers.mjs FOLDER writes them for common servers.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// As in index.html, and what only a header can say: that no other page may show this one inside itself.
export const page_policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "manifest-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
// The worker brings the page's own files, so it alone may ask for them.
export const worker_policy = "default-src 'none'; script-src 'self'; connect-src 'self'";

// The camera reads a plan from another device's screen. Everything else is off.
const off = ['accelerometer', 'display-capture', 'encrypted-media', 'geolocation', 'gyroscope', 'hid', 'idle-detection',
  'magnetometer', 'microphone', 'midi', 'payment', 'publickey-credentials-get', 'serial', 'usb', 'xr-spatial-tracking'];

const common = {
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': ['camera=(self)', ...off.map((name) => `${name}=()`)].join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
};

/** Of the file at that path of the site. */
export const headers_for = (path) => ({ 'Content-Security-Policy': path === '/worker.js' ? worker_policy : page_policy, ...common });

const each = (path, line) => Object.entries(headers_for(path)).map(([name, value]) => line(name, value)).join('\n');

/** What to copy to which server, by file name. */
export const files = {
  // Hosts that read this file add up what several rules say; the first policy is taken away before the worker gets its own.
  _headers: `/*
${each('/', (name, value) => `  ${name}: ${value}`)}
/worker.js
  ! Content-Security-Policy
  Content-Security-Policy: ${worker_policy}
`,
  // A block that adds one header inherits none, so each says all of them.
  'nginx.conf': `# nginx: inside the server block that serves the site. Keep no access log: it would say who has been here.
access_log off;
${each('/', (name, value) => `add_header ${name} "${value}" always;`)}
location = /worker.js {
${each('/worker.js', (name, value) => `  add_header ${name} "${value}" always;`)}
}
`,
  htaccess: `# Apache (mod_headers). Copy it as .htaccess beside index.html.
${each('/', (name, value) => `Header always set ${name} "${value}"`)}
<Files "worker.js">
  Header always set Content-Security-Policy "${worker_policy}"
</Files>
`,
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = process.argv[2];
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}
