// The clipboard for tables. Copying goes through the browser's own `copy` event everywhere, also from a button: it needs no
// permission and works where a page is not trusted (plain http), which the newer interface does not.
import { cellsIn } from './cells';
import type { Core } from './core';

interface Table {
  tsv: string;
  html: string;
}

export interface ClipboardNeeds {
  core: Core;
  wake(): void;
  /** The text field over the canvas copies and pastes by itself. */
  inEditor(target: EventTarget | null): boolean;
  /** It stands in a table, which takes blocks of cells. */
  inTable(): boolean;
  /** What is being typed comes before what is pasted. */
  finishTyping(): void;
  /** Where the keyboard is when no field has it. */
  stage: HTMLElement;
}

export class Clipboard {
  private waiting: Table | null = null;
  private inEvent = false;

  constructor(private readonly needs: ClipboardNeeds) {
    document.addEventListener('copy', (event) => this.copying(event));
    document.addEventListener('paste', (event) => this.pasting(event));
  }

  /** The app wants this copied: in the event that asked for it, or after the frame in which a button was pressed. */
  copy(table: Table): void {
    this.waiting = table;
  }

  /** After every frame. */
  settle(): void {
    if (this.waiting && !this.inEvent) this.command(this.waiting);
  }

  private copying(event: ClipboardEvent): void {
    const { core, wake, inEditor } = this.needs;
    if (!event.clipboardData || inEditor(event.target)) return;
    if (this.inEvent) {
      this.fill(event, event.clipboardData); // by command()
      return;
    }
    this.inEvent = true;
    core.copy();
    this.inEvent = false;
    if (!this.waiting) return; // nothing here to copy
    this.fill(event, event.clipboardData);
    core.copied(true);
    wake();
  }

  private pasting(event: ClipboardEvent): void {
    const { core, wake, inEditor, inTable, finishTyping } = this.needs;
    if (!event.clipboardData) return;
    const text = cellsIn(event.clipboardData);
    if (inEditor(event.target) && !(inTable() && /[\t\n\r]/.test(text.trim()))) return; // typing
    if (text === '' && event.clipboardData.files.length > 0) return;
    event.preventDefault();
    finishTyping();
    core.paste(text);
    wake();
  }

  private fill(event: ClipboardEvent, clipboard: DataTransfer): void {
    if (!this.waiting) return;
    clipboard.setData('text/plain', this.waiting.tsv);
    clipboard.setData('text/html', this.waiting.html);
    event.preventDefault();
    this.waiting = null;
  }

  /** Browsers copy only what is selected; something is, for a moment. */
  private command({ tsv }: Table): void {
    const { core, wake, stage } = this.needs;
    const carrier = document.createElement('textarea');
    carrier.className = 'carrier';
    carrier.readOnly = true;
    carrier.setAttribute('aria-hidden', 'true');
    carrier.value = tsv;
    document.body.append(carrier);
    carrier.select();
    this.inEvent = true;
    let done = false;
    try {
      done = document.execCommand('copy') && this.waiting === null;
    } catch {
      // forbidden here
    }
    this.inEvent = false;
    this.waiting = null;
    carrier.remove();
    stage.focus({ preventScroll: true });
    core.copied(done);
    wake();
  }
}
