// What it takes to hold assessments ready for evaluation, in KB an assessment: node --expose-gc lib/memory.mjs [SEED=1]
import { readFileSync } from 'node:fs';
import { HyperFormula } from 'hyperformula';
import initSqlJs from 'sql.js';
import { dataFolder, filesOf } from './places.mjs';
import { sheetOf } from './sheet.mjs';
import { sqlOf } from './sql.mjs';

const SHEETS = 200;
/** Of an item: value, baseline, target, five years and three inputs; and a flag and a verdict. */
const FIGURES = 11;
const FLAGS = 2;

const files = filesOf(dataFolder(Number(process.argv[2] ?? 1)), '2844');
const scheme = JSON.parse(readFileSync(files.scheme, 'utf8'));
const lines = readFileSync(files.neutral, 'utf8').trim().split('\n');
const width = scheme.indicators.length;
const sql = sqlOf(scheme);

const kilobytes = (bytes) => Number((bytes / 1024).toFixed(1));
function heapUsed() {
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

let before = heapUsed();
const assessments = lines.map((line) => JSON.parse(line));
const objects = heapUsed() - before;

async function sqlTable() {
  const SQL = await initSqlJs();
  const db = new SQL.Database();
  db.run(sql.create);
  db.run('BEGIN');
  const insert = db.prepare(`INSERT INTO a VALUES(${['?', ...sql.columns.map(() => '?')]})`);
  assessments.forEach((assessment, i) => insert.run([i, ...sql.row(assessment)]));
  insert.free();
  db.run('COMMIT');
  const pragma = (name) => db.exec(`PRAGMA ${name}`)[0].values[0][0];
  return pragma('page_count') * pragma('page_size');
}

function sheets() {
  const { cells, count, formulas } = sheetOf(scheme);
  const contents = {};
  for (let i = 0; i < SHEETS; ++i) {
    contents[`S${i}`] = cells(assessments[i]).map((row, k) => (k < count ? [...row, formulas[k]] : row));
  }
  before = heapUsed();
  const book = HyperFormula.buildFromSheets(contents, { licenseKey: 'gpl-v3' });
  const used = heapUsed() - before;
  book.destroy();
  return used;
}

console.log(
  JSON.stringify({
    json_text: kilobytes(Buffer.byteLength(lines.join('\n')) / lines.length),
    js_objects: kilobytes(objects / lines.length),
    sqljs_table: kilobytes((await sqlTable()) / lines.length),
    hyperformula_sheet: kilobytes(sheets() / SHEETS),
    columns_all_fields: kilobytes(width * (FIGURES * 8 + FLAGS)),
    columns_referenced: kilobytes(sql.columns.length * 8 + width * FLAGS),
  }),
);
