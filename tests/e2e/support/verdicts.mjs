// Verdicts as two programs see them: the page's fill table, read row by row, and the command line.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const program = process.env.LUPING_PROGRAM ?? path.join(root, 'build/dev/src/cli/luping');

/** The names of the scheme's indicators, in its order. */
export function indicator_names() {
  const scheme = JSON.parse(readFileSync(path.join(root, 'assets/schemes/guigang-2023.scheme.json'), 'utf8'));
  return scheme.indicators.map((indicator) => indicator.name);
}

/** { indicator name: 达标 | 未达标 | … } read off the 填报 page, scrolled from top to bottom. */
export async function verdicts_on_screen(app) {
  await app.click('link', '填报');
  const names = new Set(indicator_names());
  const verdicts = {};
  for (let still = 0; still < 3; ) {
    const before = Object.keys(verdicts).length;
    const rows = (await app.widgets()).filter((widget) => widget.role === 'row' && names.has(widget.name));
    for (const row of rows) verdicts[row.name] = row.value.split('，').at(-1);
    still = Object.keys(verdicts).length === before ? still + 1 : 0;
    if (rows.length > 0) await app.scroll(rows[0], 300);
  }
  return verdicts;
}

/** The same of a saved file, by `luping evaluate`, with the exit code. */
export function verdicts_of_file(text) {
  const folder = mkdtempSync(path.join(tmpdir(), 'luping-verdicts-'));
  try {
    const file = path.join(folder, 'saved.json');
    writeFileSync(file, text);
    const run = spawnSync(program, ['evaluate', file, '--format', 'json'], { encoding: 'utf8' });
    if (run.status === null || run.status > 1) throw new Error(`luping evaluate ended with ${run.status}: ${run.stderr}`);
    const labels = {
      pass: '达标', fail: '未达标', unknown: '无法判定', notchecked: '未填报',
      notapplicable: '不适用', error: '数据错误', informational: '仅供参考',
    };
    const [result] = JSON.parse(run.stdout).results;
    const verdicts = Object.fromEntries(result.indicators.map((one) => [one.name, labels[one.result]]));
    return { verdicts, status: run.status, conclusion: result.conclusion.result };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
