// The block of cells on the clipboard, as lines with tabs between the cells.

/** A table in HTML where there is one (Word puts line breaks into its plain text), else the plain text. */
export function cellsIn(clipboard: DataTransfer): string {
  const plain = clipboard.getData('text/plain');
  const html = clipboard.getData('text/html');
  return (html && tableIn(html)) || plain;
}

/** Null unless a single table is all there is. */
function tableIn(html: string): string | null {
  // Nothing here is ever shown; styles are taken out because the page's policy would report each of them.
  const bare = html.replace(/<style[\s\S]*?<\/style>/gi, '').replace(/\sstyle\s*=\s*("[^"]*"|'[^']*')/gi, '');
  const page = new DOMParser().parseFromString(bare, 'text/html');
  const tables = page.querySelectorAll('table');
  const table = tables[0];
  if (!table || tables.length !== 1) return null;
  const solid = (node: Node) => (node.textContent ?? '').replace(/\s/g, '');
  if (solid(page.body) !== solid(table)) return null;
  const rows: string[][] = [];
  [...table.rows].forEach((row, y) => {
    let x = 0;
    for (const cell of row.cells) {
      const line = (rows[y] ??= []);
      while (line[x] !== undefined) ++x; // taken by a cell from above
      line[x] = textOf(cell);
      // Joined cells: their text once, blank where else they reach.
      for (let down = 0; down < Math.min(cell.rowSpan, table.rows.length - y); ++down) {
        for (let across = 0; across < Math.min(cell.colSpan, 100); ++across) {
          (rows[y + down] ??= [])[x + across] ??= '';
        }
      }
    }
    rows[y] ??= [];
  });
  return rows.map((row) => [...row].map((text) => quoted(text ?? '')).join('\t')).join('\n');
}

/** Line breaks in the source are blanks; paragraphs and <br> are line breaks. */
function textOf(cell: Element): string {
  let text = '';
  const walk = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) text += (node.textContent ?? '').replace(/\s+/g, ' ');
    if (node.nodeName === 'BR') text += '\n';
    node.childNodes.forEach(walk);
    if (node.nodeName === 'P' || node.nodeName === 'DIV') text += '\n';
  };
  cell.childNodes.forEach(walk);
  return text.replace(/ *\n */g, '\n').trim();
}

function quoted(text: string): string {
  return /["\t\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
