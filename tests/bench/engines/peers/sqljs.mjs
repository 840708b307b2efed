// SQLite in WebAssembly: one wide table, one query.
import initSqlJs from 'sql.js';
import { sqlOf } from '../lib/sql.mjs';

export const name = 'sql.js 1.16.0 (SQLite in wasm, one wide table)';

export async function setup(scheme) {
  const SQL = await initSqlJs();
  const sql = sqlOf(scheme);
  const width = scheme.indicators.length;
  let db;
  return {
    load(assessments) {
      db?.close();
      db = new SQL.Database();
      db.run(sql.create);
      db.run('BEGIN');
      const insert = db.prepare(`INSERT INTO a VALUES(${['?', ...sql.columns.map(() => '?')].join(',')})`);
      assessments.forEach((assessment, i) => insert.run([i, ...sql.row(assessment)]));
      insert.free();
      db.run('COMMIT');
      return db.prepare(sql.select);
    },
    run(query, out) {
      query.reset();
      for (let at = 0; query.step(); at += width) out.set(query.get(), at);
    },
  };
}
