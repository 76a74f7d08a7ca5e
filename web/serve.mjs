// node serve.mjs FOLDER [--open]: serves the built site on this machine only, with the headers that a web server should
// send.
// PORT in the environment is the first port tried (8080 otherwise); a taken port leads to the next one.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { headers_for } from './headers.mjs';

const folder = resolve(process.argv[2] ?? 'build/web/site');
const wanted = Number(process.env.PORT || 8080);
if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65535) {
  console.error(`PORT=${process.env.PORT} is not a port. Give a number from 1 to 65535, e.g. PORT=8090 ./planner run`);
  process.exit(2);
}

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

async function answer(request, response) {
  const refuse = (status, text) => response.writeHead(status, { ...headers_for(''), 'Content-Type': types['.txt'] }).end(text);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET and HEAD.\n');
  let path;
  try {
    path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  } catch {
    return refuse(400, 'That address cannot be read.\n');
  }
  const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
  const type = types[extname(file)];
  if (!type || !file.startsWith(folder + sep)) return refuse(404, 'No such page.\n');
  try {
    const body = await readFile(file);
    response.writeHead(200, { ...headers_for(path), 'Content-Type': type, 'Content-Length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  } catch {
    refuse(404, 'No such page.\n');
  }
}

const listen = (port, host) =>
  new Promise((done, failed) => {
    const server = createServer(answer);
    server.once('error', failed);
    server.listen({ port, host, ipv6Only: host === '::1' }, () => done(server));
  });

// Browsers resolve localhost to either address, so the server needs both: another program on one of them would be shown
// instead.
async function listenOnBoth(port) {
  const first = await listen(port, '127.0.0.1');
  try {
    await listen(port, '::1');
  } catch (error) {
    if (error.code === 'EADDRINUSE') {
      first.close();
      throw error;
    }  // otherwise the machine has no IPv6
  }
}

for (let port = wanted; ; port++) {
  try {
    await listenOnBoth(port);
  } catch (error) {
    if ((error.code === 'EADDRINUSE' || error.code === 'EACCES') && port < Math.min(wanted + 100, 65535)) continue;
    console.error(`No port from ${wanted} to ${port} can be used (${error.message}). Choose another: PORT=9000 ./planner run`);
    process.exit(1);
  }
  const address = `http://localhost:${port}`;
  if (port !== wanted) console.log(`Port ${wanted} is taken; using ${port}.`);
  console.log(`\n  Vägval: ${address}\n\nIt runs on this machine only. Stop with Ctrl+C.`);
  if (process.argv.includes('--open')) {
    const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
    spawn(opener, [address], { stdio: 'ignore', detached: true }).on('error', () => {}).unref();
  }
  break;
}
