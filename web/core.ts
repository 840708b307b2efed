// The C++ module with JavaScript's types: texts and bytes are copied into its memory for the length of a call.
import type { Address, Draft, Exports, SaveStop, Shortcut, TextEvent } from './host';

/** Bytes in ordinary, unshared memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The module's memory, for both directions. */
export class Memory {
  private view: () => Bytes = () => new Uint8Array();

  attach(view: () => Bytes): void {
    this.view = view;
  }

  bytes(address: Address, size: number): Bytes {
    return this.view().subarray(address, address + size);
  }

  text(address: Address, size: number): string {
    return decoder.decode(this.bytes(address, size));
  }

  /** Writes ASCII; returns the size, 0 when it does not fit. */
  putAscii(text: string, address: Address, capacity: number): number {
    const bytes = encoder.encode(text);
    if (bytes.length > capacity) return 0;
    this.view().set(bytes, address);
    return bytes.length;
  }

  /** The whole memory as numbers. Not to be kept: it moves when the memory grows. */
  data(): DataView {
    const all = this.view();
    return new DataView(all.buffer, all.byteOffset, all.byteLength);
  }
}

/** Where each of some pieces lies. */
type Lent<T extends readonly unknown[]> = { [K in keyof T]: { address: Address; size: number } };

export class Core {
  constructor(
    private readonly exports: Exports,
    private readonly memory: Memory,
  ) {}

  resize(width: number, height: number, ratio: number): void {
    this.exports._luping_resize(width, height, ratio);
  }

  /** True: another frame is wanted. */
  frame(now: number): boolean {
    return this.exports._luping_frame(now) !== 0;
  }

  graphicsLost(): void {
    this.exports._luping_graphics_lost();
  }

  graphicsRestored(): void {
    this.exports._luping_graphics_restored();
  }

  useSoftware(): void {
    this.exports._luping_use_software();
  }

  renderer(): string {
    const address = this.exports._luping_renderer();
    const bytes = this.memory.bytes(address, 32);
    return decoder.decode(bytes.subarray(0, bytes.indexOf(0)));
  }

  pointerAt(x: number, y: number, touch: boolean): void {
    this.exports._luping_pointer_at(x, y, Number(touch));
  }

  pointerGone(): void {
    this.exports._luping_pointer_gone();
  }

  pointerButton(button: number, down: boolean, touch: boolean): void {
    this.exports._luping_pointer_button(button, Number(down), Number(touch));
  }

  /** Move the content by so many CSS pixels. */
  scroll(x: number, y: number): void {
    this.exports._luping_scroll(x, y);
  }

  modifiers(control: boolean, shift: boolean, alt: boolean): void {
    this.exports._luping_modifiers(Number(control), Number(shift), Number(alt));
  }

  /** False: the app has no use for this key. */
  key(name: string, down: boolean): boolean {
    return this.lend([name], ([text]) => this.exports._luping_key(text.address, text.size, Number(down)) !== 0);
  }

  windowFocus(focused: boolean): void {
    this.exports._luping_window_focus(Number(focused));
  }

  shortcut(name: Shortcut): void {
    this.lend([name], ([text]) => this.exports._luping_shortcut(text.address, text.size));
  }

  text(kind: TextEvent, key: string, text: string): void {
    this.lend([kind, key, text], ([a, b, c]) =>
      this.exports._luping_text(a.address, a.size, b.address, b.size, c.address, c.size),
    );
  }

  /** Ask for the selected row; it comes through Host.copyTable before this returns, if there is one. */
  copy(): void {
    this.exports._luping_copy();
  }

  /** Cells for the table: lines, with tabs between the cells. */
  paste(text: string): void {
    this.lend([text], ([a]) => this.exports._luping_paste(a.address, a.size));
  }

  copied(done: boolean): void {
    this.exports._luping_copied(Number(done));
  }

  /** Files that came together. */
  open(files: readonly { name: string; bytes: Bytes; place: string }[]): void {
    for (const { name, bytes, place } of files) {
      this.lend([name, bytes, place], ([a, b, c]) =>
        this.exports._luping_open(a.address, a.size, b.address, b.size, c.address, c.size),
      );
    }
    this.exports._luping_open_end();
  }

  openFailed(name: string, reason: string): void {
    this.lend([name, reason], ([a, b]) => this.exports._luping_open_failed(a.address, a.size, b.address, b.size));
  }

  saved(name: string): void {
    this.lend([name], ([text]) => this.exports._luping_saved(text.address, text.size));
  }

  saveFailed(reason: string): void {
    this.lend([reason], ([text]) => this.exports._luping_save_failed(text.address, text.size));
  }

  /** The file of this name was not written. */
  saveStopped(why: SaveStop, name: string): void {
    this.lend([why, name], ([a, b]) => this.exports._luping_save_stopped(a.address, a.size, b.address, b.size));
  }

  unsaved(): boolean {
    return this.exports._luping_unsaved() !== 0;
  }

  setDrafts(drafts: readonly Draft[]): void {
    for (const draft of drafts) this.handDraft(draft);
    this.exports._luping_drafts_end();
  }

  settings(kept: string, machineWantsContrast: boolean): void {
    this.lend([kept], ([text]) =>
      this.exports._luping_settings(text.address, text.size, machineWantsContrast ? 1 : 0),
    );
  }

  /** The draft of this id was not kept, because another tab has written `theirs` there. */
  draftConflict(id: string, theirs: Draft): void {
    this.handDraft(theirs);
    this.lend([id], ([text]) => this.exports._luping_draft_conflict(text.address, text.size));
  }

  /** Another window works on this draft. */
  draftTaken(id: string): void {
    this.lend([id], ([text]) => this.exports._luping_draft_taken(text.address, text.size));
  }

  draftFree(id: string): void {
    this.lend([id], ([text]) => this.exports._luping_draft_free(text.address, text.size));
  }

  storageFailed(full: boolean): void {
    this.exports._luping_storage_failed(Number(full));
  }

  storageRecovered(): void {
    this.exports._luping_storage_recovered();
  }

  storageCleared(): void {
    this.exports._luping_storage_cleared();
  }

  private handDraft(draft: Draft): void {
    const { id, title, savedAt, assessment, scheme, view, unsaved, readable } = draft;
    const texts = [id, title, savedAt, assessment, scheme, view].map((text) => encoder.encode(text));
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = texts.map((text) => text.length);
    this.lend([concatenate(texts)], ([block]) =>
      this.exports._luping_draft(block.address, a, b, c, d, e, f, Number(unsaved), Number(readable)),
    );
  }

  /** Put texts or bytes side by side into the module's memory, call, take them out again. */
  private lend<T extends readonly (string | Bytes)[], R>(pieces: readonly [...T], call: (lent: Lent<T>) => R): R {
    const encoded = pieces.map((piece: string | Bytes) => (typeof piece === 'string' ? encoder.encode(piece) : piece));
    const block = concatenate(encoded);
    const start = this.exports._luping_allocate(Math.max(1, block.length));
    if (start === 0) throw new Error('out of memory');
    this.memory.bytes(start, block.length).set(block);
    let address = start;
    const lent = encoded.map(({ length: size }) => {
      const here = { address, size };
      address += size;
      return here;
    });
    try {
      return call(lent as Lent<T>);
    } finally {
      this.exports._luping_release(start);
    }
  }
}

function concatenate(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
