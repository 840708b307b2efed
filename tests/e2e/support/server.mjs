// Serves the built page as an office's web server does, from this machine, and remembers what it was asked for.
//
//   const server = await serve_page();   // { port, asked: ['GET /luping.html', …], files: Map, stop() }
//   extras: false   the page alone, without the files beside it that make it installable
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PAGE } from './app.mjs';

const EXTRAS = ['manifest.webmanifest', 'sw.js'];
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

export async function serve_page({ extras = true, port = 0 } = {}) {
  const page = fileURLToPath(PAGE);
  /** What is served, by its name; a test may change it. */
  const files = new Map([['luping.html', readFileSync(page)]]);
  for (const name of extras ? EXTRAS : []) {
    const file = path.join(path.dirname(page), name);
    if (existsSync(file)) files.set(name, readFileSync(file));
  }
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const name = new URL(request.url, 'http://localhost').pathname.slice(1);
    const body = files.get(name);
    if (!body) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[path.extname(name)], 'cache-control': 'max-age=600' }).end(body);
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    asked,
    files,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
