// The headers that every server of the site must send. `node headers.mjs FOLDER` writes them for common servers.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// The policy of index.html, and the part that only a header can set: no other page may embed this one.
export const page_policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "manifest-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
// Only the worker may make requests, for the page's own files.
export const worker_policy = "default-src 'none'; script-src 'self'; connect-src 'self'";

// The camera reads a plan from another device's screen. All other features are off.
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

/** The headers of the file at this path of the site. */
export const headers_for = (path) => ({ 'Content-Security-Policy': path === '/worker.js' ? worker_policy : page_policy, ...common });

const each = (path, line) => Object.entries(headers_for(path)).map(([name, value]) => line(name, value)).join('\n');

/** The text for each kind of server, by file name. */
export const files = {
  // Hosts that read this file combine the headers of several rules, so the first policy is removed before the worker
  // gets its own.
  _headers: `/*
${each('/', (name, value) => `  ${name}: ${value}`)}
/worker.js
  ! Content-Security-Policy
  Content-Security-Policy: ${worker_policy}
`,
  // A block that adds one header inherits none, so each block lists all headers.
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
