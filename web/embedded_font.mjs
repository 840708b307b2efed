// The typeface that travels in the page for computers without a Chinese one: of Noto Sans CJK SC, the characters the app
// itself can show and no others. Made when they change, else taken from build/font.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Where Debian and other systems keep it. */
const PLACES = [
  process.env.LUPING_FONT,
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc',
];
const FACE = 'NotoSansCJKsc-Regular';

/** What people type into fields of this app, whoever wrote its texts: ASCII, and the marks of Chinese documents. */
const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
const MARKS =
  '　、。〃々〈〉《》「」『』【】〔〕〖〗！％（）＋，－．／０１２３４５６７８９：；＜＝＞？＠［］｛｜｝～￥·—…‘’“”‰′″℃※№' +
  '°±×÷²³¹⁰≤≥≈≠∞←↑→↓①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ○●△▲□■◇◆☆★✓✗−–';

/** Where the app's wordings stand. Whole files: what else is in them is ASCII. */
const SOURCES = [
  { folder: 'src', name: /\.(cpp|h)$/ },
  { folder: 'web', name: /\.(ts|js|html|css)$/ },
  { folder: 'assets/schemes', name: /\.json$/ },
  { folder: 'assets/samples', name: /\.json$/ },
  { folder: 'docs', name: /^user-guide\.zh\.md$/ },
];

async function* files_below(folder, name) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules') yield* files_below(file, name);
    else if (entry.isFile() && name.test(entry.name)) yield file;
  }
}

/** Every character the app can show, each once, in order. */
export async function shown_characters(root) {
  const characters = new Set(ASCII + MARKS);
  for (const { folder, name } of SOURCES) {
    for await (const file of files_below(path.join(root, folder), name)) {
      for (const character of await readFile(file, 'utf8')) characters.add(character);
    }
  }
  return [...characters].filter((character) => character >= ' ').sort().join('');
}

/** One font of a collection (OpenType 1.9, "Font Collections"), as a file of its own. */
function face_of(collection, wanted) {
  if (collection.toString('latin1', 0, 4) !== 'ttcf') throw new Error('the font is no collection');
  const utf16 = Buffer.from(wanted, 'utf16le').swap16();
  for (let i = 0; i < collection.readUInt32BE(8); ++i) {
    const start = collection.readUInt32BE(12 + 4 * i);
    const head = Buffer.from(collection.subarray(start, start + 12 + 16 * collection.readUInt16BE(start + 4)));
    const parts = [head];
    let at = head.length;
    let right = false;
    for (let entry = 12; entry < head.length; entry += 16) {
      const [offset, length] = [head.readUInt32BE(entry + 8), head.readUInt32BE(entry + 12)];
      const table = collection.subarray(offset, offset + length);
      if (head.toString('latin1', entry, entry + 4) === 'name') right = table.includes(utf16);
      head.writeUInt32BE(at, entry + 8);
      parts.push(table, Buffer.alloc(-length & 3));
      at += length + (-length & 3);
    }
    if (right) return Buffer.concat(parts);
  }
  throw new Error(`the font collection has no ${wanted}`);
}

/** WOFF2. `root` is the repository; the same characters, font and tool give the same bytes. */
export async function embedded_font(root) {
  const place = PLACES.find((file) => file && existsSync(file));
  if (!place) throw new Error('Noto Sans CJK was not found: run script/setup, or set LUPING_FONT to NotoSansCJK-Regular.ttc');
  const inputs = [shown_characters(root), readFile(place), readFile(new URL(import.meta.url)), readFile(path.join(root, 'web/package-lock.json'))];
  const [characters, collection, ...tools] = await Promise.all(inputs);
  const hash = createHash('sha256');
  for (const input of [characters, collection, ...tools]) hash.update(input);
  const folder = path.join(root, 'build/font');
  const kept = path.join(folder, `${hash.digest('hex').slice(0, 16)}.woff2`);
  if (existsSync(kept)) return readFile(kept);

  const { default: subset_font } = await import('subset-font');
  const font = await subset_font(face_of(collection, FACE), characters, {
    targetFormat: 'woff2',
    noHinting: true,
    noLayoutClosure: true,
    keepFeatures: [], // the app places characters one by one
    dropTables: ['GSUB', 'GPOS', 'GDEF', 'BASE', 'VORG', 'vhea', 'vmtx'],
    preserveNameIds: [0, 13, 14], // copyright and licence, as the licence asks
  });
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(kept, font);
  return font;
}
