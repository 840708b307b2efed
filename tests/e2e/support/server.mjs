// Serves the built page as an office's web server does, from this machine, and remembers what it was asked for.
//
//   const server = await serve_page();   // { port, asked: ['GET /luping.html', …], files: Map, stop() }
//   extras: false   the page alone, without the files beside it that make it installable
//   secure: true    over https, with a certificate of the server's own making
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PAGE } from './app.mjs';

const EXTRAS = ['manifest.webmanifest', 'sw.js'];
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** A key and a certificate for it that nobody has signed. */
function certificate() {
  const folder = mkdtempSync(path.join(tmpdir(), 'luping-certificate-'));
  try {
    const [key, cert] = ['key.pem', 'cert.pem'].map((name) => path.join(folder, name));
    const made = spawnSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=intranet.test', '-keyout', key, '-out', cert],
      { encoding: 'utf8' },
    );
    if (made.status !== 0) throw new Error(`openssl made no certificate: ${made.error ?? made.stderr}`);
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function serve_page({ extras = true, secure = false, port = 0 } = {}) {
  const page = fileURLToPath(PAGE);
  /** What is served, by its name; a test may change it. */
  const files = new Map([['luping.html', readFileSync(page)]]);
  for (const name of extras ? EXTRAS : []) {
    const file = path.join(path.dirname(page), name);
    if (existsSync(file)) files.set(name, readFileSync(file));
  }
  const asked = [];
  const answer = (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const name = new URL(request.url, 'http://localhost').pathname.slice(1);
    const body = files.get(name);
    if (!body) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[path.extname(name)], 'cache-control': 'max-age=600' }).end(body);
  };
  const server = secure ? createSecureServer(certificate(), answer) : createServer(answer);
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
