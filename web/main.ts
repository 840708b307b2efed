// Starts the app: unpacks the module, joins it with the parts of the page, draws the first frame.
import { gunzipSync } from 'fflate';
import { Clipboard } from './clipboard';
import { Core, Memory } from './core';
import { Drafts } from './drafts';
import { Files } from './files';
import { loadEmbeddedFont } from './font';
import { GlyphPainter } from './glyphs';
import { keepForOffline } from './hosted';
import type { CreateModule, Draft, EditorSpec, Host, NodeTuple, SaveWay, Shortcut } from './host';
import { listenToKeys } from './keys';
import { newId, rfc3339 } from './local';
import { bytesInPage } from './packed';
import { Pointer } from './pointer';
import { Scheduler } from './scheduler';
import { Screen } from './screen';
import { keepSettings, keptSettings, machineWantsContrast } from './settings';
import { Semantics } from './semantics';
import { TextEditor } from './text_editor';
import { Windows } from './windows';

declare const createLuping: CreateModule;

declare global {
  interface Window {
    /** For tests, and for people who ask for help. */
    luping?: {
      readonly frames: number;
      readonly frameTime: number;
      readonly renderer: string;
      readonly started: number;
      /** Bytes of the module's memory. */
      readonly memory: number;
    };
    /** support.js: this script is not too new for the browser. */
    lupingRuns?: boolean;
    /** support.js: show a notice instead of the app. */
    lupingFail(id: string): void;
  }
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page lacks #${id}`);
  return found;
}

/** The module travels in the page, packed with gzip. */
function unpackModule(): Uint8Array {
  return gunzipSync(bytesInPage('module'));
}

async function start(): Promise<void> {
  let begin: () => void = () => undefined;
  const stage = element('stage');
  const memory = new Memory();
  const glyphs = new GlyphPainter(memory);
  if (!glyphs.isReadable()) {
    window.lupingFail('guarded');
    return;
  }
  const font = glyphs.drawsChinese() ? null : loadEmbeddedFont();
  // What is heard of the storage before the core is there waits for it.
  const ready = new Promise<void>((resolve) => (begin = resolve));
  const heard = (tell: () => void) =>
    void ready.then(() => {
      tell();
      wake();
    });
  let refreshing = 0;
  const drafts = new Drafts({
    failed: (why) => heard(() => core.storageFailed(why === 'full')),
    recovered: (all) =>
      heard(() => {
        core.setDrafts(all);
        core.storageRecovered();
      }),
    changed: () => {
      window.clearTimeout(refreshing);
      refreshing = window.setTimeout(() => void refresh(false), 100); // they write in bursts
    },
    cleared: () => heard(() => core.storageCleared()),
    conflict: (id, theirs) => heard(() => core.draftConflict(id, theirs)),
  });
  const found = drafts.load();
  const windows = new Windows({
    taken: (id) => heard(() => core.draftTaken(id)),
    free: (id) => heard(() => core.draftFree(id)),
  });
  /** Other windows may have written meanwhile. */
  const refresh = async (anew: boolean) => {
    const all = await drafts.reload(anew);
    if (all) heard(() => core.setDrafts(all));
  };

  const scheduler = new Scheduler((now) => {
    screen.settle((width, height, ratio) => core.resize(width, height, ratio));
    const again = core.frame(now);
    editor.sync();
    semantics.cover(editor.active);
    clipboard.settle();
    return again;
  });
  const wake = () => scheduler.wake();

  const screen = new Screen(stage, {
    resized: wake,
    lost: () => core.graphicsLost(),
    restored: () => {
      core.graphicsRestored();
      wake();
    },
    givenUp: () => {
      core.useSoftware();
      wake();
    },
  });
  const editor = new TextEditor(stage, {
    report: (kind, key, text, settle) => {
      core.text(kind, key, text);
      if (settle) scheduler.drawUntil(() => editor.active !== null && editor.active.key !== key);
      else wake();
    },
    drawnBaseline: (y, size, lineHeight) => {
      const device = (length: number) => Math.round(length * devicePixelRatio) / devicePixelRatio;
      return device(y + (lineHeight - size) / 2) + device(glyphs.ascent(size * devicePixelRatio) / devicePixelRatio);
    },
    lastPress: () => pointer.press,
  });
  const semantics = new Semantics(element('mirror'), stage, (x, y) => pointer.click(x, y));

  const host: Host = {
    attach: (view) => memory.attach(view),
    now: (text, capacity) => memory.putAscii(rfc3339(new Date()), text, capacity),
    newId: (text, capacity) => memory.putAscii(newId(), text, capacity),
    copyTable: (tsv, tsvSize, html, htmlSize) =>
      clipboard.copy({ tsv: memory.text(tsv, tsvSize), html: memory.text(html, htmlSize) }),
    chooseFiles: () => void files.choose(),
    saveFile: (document, documentSize, name, nameSize, bytes, size, way, waySize) =>
      void files.save(
        memory.text(document, documentSize),
        memory.text(name, nameSize),
        memory.bytes(bytes, size).slice(),
        memory.text(way, waySize) as SaveWay,
      ),
    setPlace: (document, documentSize, place, placeSize) =>
      files.setPlace(memory.text(document, documentSize), memory.text(place, placeSize)),
    putDraft: (json, size) => drafts.put(JSON.parse(memory.text(json, size)) as Draft),
    keepSettings: (text, size) => keepSettings(memory.text(text, size)),
    removeDraft: (id, size) => drafts.remove(memory.text(id, size)),
    holdDraft: (id, size) => {
      const draft = memory.text(id, size);
      drafts.hold(draft);
      windows.hold(draft);
    },
    reloadDrafts: () => void refresh(true),
    renderer: (text, capacity) =>
      memory.putAscii(new URLSearchParams(location.hash.slice(1)).get('renderer') ?? '', text, capacity),
    placeEditor: (json, size) =>
      editor.place(size === 0 ? null : (JSON.parse(memory.text(json, size)) as EditorSpec)),
    mirror: (json, size) => semantics.update(JSON.parse(memory.text(json, size)) as NodeTuple[]),
    setCursor: (name, size) => (stage.style.cursor = memory.text(name, size)),
    setContrast: (high) => document.documentElement.classList.toggle('contrast', high !== 0),
    wake,
    glyphAdvance: (character, weight, size) => glyphs.advance(character, weight, size),
    glyphAscent: (size) => glyphs.ascent(size),
    drawGlyph: (character, weight, size, shape) => glyphs.draw(character, weight, size, shape),
    copyGlyph: (pixels) => glyphs.copy(pixels),
    present: (pixels, width, _height, first, last) => {
      const rows = memory.bytes(pixels + first * width * 4, (last - first) * width * 4);
      screen.present(new Uint8ClampedArray(rows.buffer, rows.byteOffset, rows.length), width, first, last);
    },
    replaceCanvas: () => screen.replaceCanvas(),
  };
  const core = new Core(await createLuping({ wasmBinary: unpackModule(), host }), memory);
  const files = new Files({ core, wake, finishTyping: () => editor.flush(), hint: element('drop') });
  const inEditor = (target: EventTarget | null) => editor.contains(target);
  const pointer = new Pointer(stage, { core, wake, inEditor, leaveEditor: () => editor.leave() });
  const clipboard = new Clipboard({
    core, wake, inEditor, stage,
    inTable: () => editor.active?.cells ?? false,
    finishTyping: () => editor.flush(),
  });
  const shortcut = (name: Shortcut) => {
    editor.flush();
    core.shortcut(name);
    wake();
  };
  listenToKeys({ core, wake, inEditor, leaveEditor: () => editor.leave(), shortcut });
  keepWork(core, editor, drafts);
  window.addEventListener('focus', () => void refresh(false));

  core.settings(keptSettings(), machineWantsContrast());
  core.setDrafts(await found);
  await font;
  begin();
  stage.focus({ preventScroll: true });
  stopOnFailure(scheduler);
  scheduler.start();
  element('loading').remove();
  keepForOffline();
  const started = performance.now();
  window.luping = {
    get frames() {
      return scheduler.frames;
    },
    get frameTime() {
      return scheduler.frameTime;
    },
    get renderer() {
      return core.renderer();
    },
    get memory() {
      return memory.data().byteLength;
    },
    started,
  };
}

/** The page may go at any moment: what has been typed is in the browser's storage by then, and leaving unsaved work asks. */
function keepWork(core: Core, editor: TextEditor, drafts: Drafts): void {
  const keep = () => {
    editor.flush();
    drafts.flush();
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep();
  });
  window.addEventListener('pagehide', keep);
  window.addEventListener('beforeunload', (event) => {
    keep();
    if (core.unsaved()) {
      event.preventDefault();
      event.returnValue = ''; // older browsers ask only for this
    }
  });
}

/** A broken module would go on with broken data. */
function stopOnFailure(scheduler: Scheduler): void {
  const stop = (error: unknown) => {
    if (!(error instanceof WebAssembly.RuntimeError)) return; // someone else's, a browser extension's perhaps
    scheduler.stop();
    window.lupingFail('stopped');
  };
  window.addEventListener('error', ({ error }) => stop(error));
  window.addEventListener('unhandledrejection', ({ reason }) => stop(reason));
}

window.lupingRuns = true;
start().catch((error: unknown) => {
  console.error(error);
  window.lupingFail('broken');
});
