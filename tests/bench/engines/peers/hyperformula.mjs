// A spreadsheet engine; one sheet with the formulas, filled anew for each assessment.
import { HyperFormula } from 'hyperformula';
import { sheetOf } from '../lib/sheet.mjs';

export const name = 'hyperformula 3.5.0, template sheet reused (set cells, recalculate, read)';

const VERDICTS = 12;

export function setup(scheme) {
  const { cells, count, formulas } = sheetOf(scheme);
  const book = HyperFormula.buildFromArray([], { licenseKey: 'gpl-v3' });
  const top = { sheet: 0, row: 0, col: 0 };
  const verdicts = {
    start: { sheet: 0, row: 0, col: VERDICTS },
    end: { sheet: 0, row: count - 1, col: VERDICTS },
  };
  book.setCellContents(verdicts.start, formulas.map((formula) => [formula]));
  return {
    run(assessments, out) {
      let at = 0;
      for (const assessment of assessments) {
        book.setCellContents(top, cells(assessment));
        for (const [code] of book.getRangeValues(verdicts)) out[at++] = code;
      }
    },
    edit(value, out) {
      book.setCellContents(top, [[value]]);
      book.getRangeValues(verdicts).forEach(([code], k) => (out[k] = code));
    },
  };
}
