// A spreadsheet engine; a workbook with a sheet for each assessment.
import { HyperFormula } from 'hyperformula';
import { sheetOf } from '../lib/sheet.mjs';

export const name = 'hyperformula 3.5.0, workbook built with a sheet an assessment';

const VERDICTS = 12;

export function setup(scheme) {
  const { cells, count, formulas } = sheetOf(scheme);
  return {
    run(assessments, out) {
      const sheets = {};
      assessments.forEach((assessment, i) => {
        sheets[`S${i}`] = cells(assessment).map((row, k) => (k < count ? [...row, formulas[k]] : row));
      });
      const book = HyperFormula.buildFromSheets(sheets, { licenseKey: 'gpl-v3' });
      let at = 0;
      for (let sheet = 0; sheet < assessments.length; ++sheet) {
        const start = { sheet, row: 0, col: VERDICTS };
        const end = { sheet, row: count - 1, col: VERDICTS };
        for (const [code] of book.getRangeValues({ start, end })) out[at++] = code;
      }
      book.destroy();
    },
  };
}
