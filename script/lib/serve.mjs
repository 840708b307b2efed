// Serves a folder on the loopback address until it is stopped: node script/lib/serve.mjs FOLDER [PORT]
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, resolve, sep } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};
const root = resolve(process.argv[2] ?? 'dist');
const port = Number(process.argv[3] ?? 8080);

const server = createServer(async (request, response) => {
  const refuse = (code) => response.writeHead(code, { 'content-type': 'text/plain' }).end(`${code}\n`);
  let path;
  try {
    path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  } catch {
    return refuse(400);
  }
  const file = resolve(root, `.${path === '/' ? '/luping.html' : path}`);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  if (!file.startsWith(root + sep)) return refuse(404);
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return refuse(404);
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-length': found.size,
    'cache-control': 'no-store',
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file).on('error', () => response.destroy()).pipe(response);
});

// The wanted port, or any free one.
server.on('error', (error) => {
  if (error.code !== 'EADDRINUSE') throw error;
  server.listen(0, '127.0.0.1');
});
server.on('listening', () => console.log(`Serving on http://127.0.0.1:${server.address().port}/ (Ctrl+C stops)`));
server.listen(port, '127.0.0.1');
