// The seam between the page and the C++ module. C++ calls Host (src/platform/web/host.cpp), the page calls Exports
// (src/platform/web/exports.cpp). Addresses point into the module's memory; texts are UTF-8, as address and size in bytes.

export type Address = number;

/** What C++ asks of the page. */
export interface Host {
  /** The first call: how to reach the module's memory, which moves when it grows. */
  attach(memory: () => Uint8Array<ArrayBuffer>): void;

  /** Local time, RFC 3339 with offset; written as ASCII, returns the size. */
  now(text: Address, capacity: number): number;
  newId(text: Address, capacity: number): number;
  chooseFiles(): void;
  /** `document` is the same for every save of one document, and of no other. */
  saveFile(
    document: Address, documentSize: number, name: Address, nameSize: number, bytes: Address, size: number,
    way: Address, waySize: number,
  ): void;
  /** Answered by _luping_copied. */
  copyTable(tsv: Address, tsvSize: number, html: Address, htmlSize: number): void;
  /** The document was opened from this place: what _luping_open was given; empty: from none that can be written. */
  setPlace(document: Address, documentSize: number, place: Address, placeSize: number): void;
  /** JSON: Draft. */
  putDraft(json: Address, size: number): void;
  removeDraft(id: Address, size: number): void;
  /** This window works on the draft from now on; of size 0: on none. */
  holdDraft(id: Address, size: number): void;
  /** They come back through _luping_draft and _luping_drafts_end. */
  reloadDrafts(): void;
  /** How the person wants the screen; comes back through _luping_settings at the next start. */
  keepSettings(text: Address, size: number): void;

  /** As the address asks for it, for people whose picture is wrong and for tests; empty: none. ASCII, returns the size. */
  renderer(text: Address, capacity: number): number;
  /** JSON: EditorSpec; of size 0: no field is being edited. */
  placeEditor(json: Address, size: number): void;
  /** JSON: NodeTuple[]. */
  mirror(json: Address, size: number): void;
  setCursor(name: Address, size: number): void;
  setContrast(high: number): void;
  wake(): void;

  glyphAdvance(character: number, weight: number, size: number): number;
  glyphAscent(size: number): number;
  /** Fills six 32-bit words at `shape`: advance (float), left, top, width, height, coloured. */
  drawGlyph(character: number, weight: number, size: number, shape: Address): void;
  copyGlyph(pixels: Address): void;

  present(pixels: Address, width: number, height: number, first: number, last: number): void;
  replaceCanvas(): void;
}

/** What the page asks of C++. */
export interface Exports {
  _luping_allocate(size: number): Address;
  _luping_release(memory: Address): void;
  _luping_resize(width: number, height: number, ratio: number): void;
  _luping_frame(now: number): number;
  _luping_graphics_lost(): void;
  _luping_graphics_restored(): void;
  _luping_use_software(): void;
  _luping_renderer(): Address;
  _luping_pointer_at(x: number, y: number, touch: number): void;
  _luping_pointer_gone(): void;
  _luping_pointer_button(button: number, down: number, touch: number): void;
  _luping_scroll(x: number, y: number): void;
  _luping_modifiers(control: number, shift: number, alt: number): void;
  _luping_key(name: Address, size: number, down: number): number;
  _luping_window_focus(focused: number): void;
  _luping_shortcut(name: Address, size: number): void;
  _luping_text(kind: Address, kindSize: number, key: Address, keySize: number, text: Address, textSize: number): void;
  _luping_copy(): void;
  _luping_copied(done: number): void;
  _luping_paste(text: Address, size: number): void;
  _luping_open(
    name: Address, nameSize: number, bytes: Address, size: number, place: Address, placeSize: number,
  ): void;
  _luping_open_end(): void;
  _luping_open_failed(name: Address, nameSize: number, reason: Address, reasonSize: number): void;
  _luping_saved(name: Address, size: number): void;
  _luping_save_failed(reason: Address, size: number): void;
  _luping_save_stopped(why: Address, whySize: number, name: Address, nameSize: number): void;
  _luping_unsaved(): number;
  _luping_draft(
    texts: Address, id: number, title: number, savedAt: number, assessment: number, scheme: number, view: number,
    unsaved: number, readable: number,
  ): void;
  _luping_drafts_end(): void;
  _luping_draft_conflict(id: Address, size: number): void;
  _luping_draft_taken(id: Address, size: number): void;
  _luping_draft_free(id: Address, size: number): void;
  _luping_storage_failed(full: number): void;
  _luping_storage_recovered(): void;
  _luping_storage_cleared(): void;
  _luping_settings(text: Address, size: number, machineWantsContrast: number): void;
}

/** The factory Emscripten emits. */
export type CreateModule = (options: { wasmBinary: Uint8Array; host: Host }) => Promise<Exports>;

/** x, y, width, height in CSS pixels, from the top left of the canvas. */
export type Box = [number, number, number, number];

/** The one text field being edited (ui::TextEditor). */
export interface EditorSpec {
  key: string;
  box: Box;
  clip: Box;
  text: string;
  label: string;
  placeholder: string;
  size: number;
  multiline: boolean;
  /** A block of cells pasted here is for the table. */
  cells: boolean;
  numeric: boolean;
}

/** What happened in it (ui::TextEventKind, by name). */
export type TextEvent = 'changed' | 'enter' | 'tab' | 'shift_tab' | 'escape' | 'blur';

export type Shortcut = 'save' | 'save_as' | 'open' | 'undo' | 'redo' | 'find' | 'help';

/** Where a save goes (luping::SaveWay, by name). */
export type SaveWay = 'back' | 'overwrite' | 'elsewhere';

/** Why a file was not written back (luping::SaveStop, by name). */
export type SaveStop = 'changed' | 'refused' | 'gone';

/** A widget: id, role, name, value, state, x, y, width, height, depth (ui::SemanticNode). */
export type NodeTuple = [string, string, string, string, string, number, number, number, number, number];

/** An unfinished document in browser storage (luping::Draft). */
export interface Draft {
  id: string;
  title: string;
  savedAt: string;
  assessment: string;
  scheme: string;
  /** Where in it the person was. */
  view: string;
  unsaved: boolean;
  /** False: `assessment` is all that is left of something this page does not understand. */
  readable: boolean;
}
