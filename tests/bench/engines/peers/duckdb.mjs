// DuckDB in WebAssembly: one wide table, filled through Arrow, since its JSON reader is an extension that it downloads.
import { createRequire } from 'node:module';
import path from 'node:path';
import * as arrow from 'apache-arrow';
import { sqlOf } from '../lib/sql.mjs';

export const name = '@duckdb/duckdb-wasm 1.32.0 (one wide table through Arrow)';

const require = createRequire(import.meta.url);
const duckdb = require('@duckdb/duckdb-wasm/blocking');
const TYPES = { BOOLEAN: new arrow.Bool(), VARCHAR: new arrow.Utf8(), DOUBLE: new arrow.Float64() };

async function connect() {
  const folder = path.dirname(require.resolve('@duckdb/duckdb-wasm/blocking'));
  const bundle = (kind) => ({
    mainModule: path.join(folder, `duckdb-${kind}.wasm`),
    mainWorker: path.join(folder, `duckdb-node-${kind}.worker.cjs`),
  });
  const bundles = { mvp: bundle('mvp'), eh: bundle('eh') };
  const db = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await db.instantiate(() => {});
  db.open({});
  return db.connect();
}

export async function setup(scheme) {
  const connection = await connect();
  const sql = sqlOf(scheme);
  const width = scheme.indicators.length;
  return {
    load(assessments) {
      connection.query('DROP TABLE IF EXISTS a');
      const rows = assessments.map(sql.row);
      const columns = { id: arrow.vectorFromArray(assessments.map((_, i) => i), new arrow.Int32()) };
      sql.columns.forEach((column, k) => {
        columns[column] = arrow.vectorFromArray(rows.map((row) => row[k]), TYPES[sql.types[k]]);
      });
      const stream = arrow.tableToIPC(new arrow.Table(columns), 'stream');
      connection.insertArrowFromIPCStream(stream, { name: 'a', schema: 'main', create: true });
    },
    run(_, out) {
      const table = connection.query(sql.select);
      for (let k = 0; k < width; ++k) {
        const codes = table.getChildAt(k).toArray();
        for (let i = 0; i < codes.length; ++i) out[i * width + k] = codes[i];
      }
    },
  };
}
