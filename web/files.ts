// Files: chosen by button, dropped on the window, written back to where they came from, or handed over to be saved.
import type { Bytes, Core } from './core';
import type { SaveStop, SaveWay } from './host';

/** Far above any file of this app; a larger one was chosen by mistake and would only stop the page. */
const LARGEST = 50 * 1024 * 1024;
const TYPE = 'application/json';
const TYPES = [{ description: '绿评文件', accept: { [TYPE]: ['.json'] } }];

type Handle = FileSystemFileHandle;
type Permission = { mode: 'readwrite' };

/** The File System Access API, where a browser has it. */
interface Pickers {
  showOpenFilePicker?(options: { multiple: boolean; types: typeof TYPES }): Promise<Handle[]>;
  showSaveFilePicker?(options: { suggestedName: string; types: typeof TYPES }): Promise<Handle>;
}
interface Permissions {
  queryPermission?(wanted: Permission): Promise<PermissionState>;
  requestPermission?(wanted: Permission): Promise<PermissionState>;
}
interface DroppedItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/** A file on the disk, and what it was when it was last read or written here. */
interface Place {
  handle: Handle;
  modified: number;
  size: number;
}

/** A file to open; `handle` where it can be written back. */
interface Found {
  file: File;
  handle: Handle | null;
}

export interface FileNeeds {
  core: Core;
  wake(): void;
  /** What is being typed belongs to the document that is open now. */
  finishTyping(): void;
  /** Shown while files hang over the window. */
  hint: HTMLElement;
}

export class Files {
  /** Files that were opened, by the name the core knows them under. */
  private readonly opened = new Map<string, Place>();
  /** Where each document belongs. */
  private readonly places = new Map<string, Place>();

  constructor(private readonly needs: FileNeeds) {
    this.listenToDrops();
  }

  async choose(): Promise<void> {
    const { showOpenFilePicker } = window as Pickers;
    if (!showOpenFilePicker) return this.chooseByInput();
    try {
      const handles = await showOpenFilePicker.call(window, { multiple: true, types: TYPES });
      await this.open(await Promise.all(handles.map(async (handle) => ({ file: await handle.getFile(), handle }))));
    } catch (error) {
      if (!isNamed(error, 'AbortError')) this.chooseByInput(); // forbidden here
    }
  }

  private chooseByInput(): void {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = '.json,application/json';
    input.addEventListener('change', () => void this.open([...(input.files ?? [])].map((file) => ({ file, handle: null }))));
    input.click();
  }

  private async open(found: readonly Found[]): Promise<void> {
    const { core, wake } = this.needs;
    const read: { name: string; bytes: Bytes; place: string }[] = [];
    const failed: { name: string; reason: string }[] = [];
    for (const { file, handle } of found) {
      const { name } = file;
      if (file.size > LARGEST) {
        failed.push({ name, reason: '文件超过 50 MB，不是本应用的文件' });
        continue;
      }
      try {
        read.push({ name, bytes: new Uint8Array(await file.arrayBuffer()), place: this.remember(file, handle) });
      } catch {
        failed.push({ name, reason: '浏览器读不到它的内容（可能是文件夹，或已被移走、占用）' });
      }
    }
    this.needs.finishTyping();
    if (read.length > 0) core.open(read);
    for (const { name, reason } of failed) core.openFailed(name, reason);
    wake();
  }

  private remember(file: File, handle: Handle | null): string {
    if (!handle) return '';
    const name = String(this.opened.size + 1);
    this.opened.set(name, { handle, modified: file.lastModified, size: file.size });
    return name;
  }

  /** The document was opened from there; empty: from nowhere that can be written. */
  setPlace(document: string, name: string): void {
    const place = this.opened.get(name);
    if (place) this.places.set(document, { ...place });
    else this.places.delete(document);
  }

  async save(document: string, name: string, bytes: Bytes, way: SaveWay): Promise<void> {
    const { core, wake } = this.needs;
    try {
      const place = way === 'elsewhere' ? undefined : this.places.get(document);
      if (place) {
        const stop = await obstacle(place, way);
        if (stop) core.saveStopped(stop, place.handle.name);
        else await this.write(document, place.handle, bytes);
      } else {
        const handle = await chooseTarget(name);
        if (handle) {
          await this.write(document, handle, bytes);
        } else {
          download(name, bytes);
          core.saved(name);
        }
      }
    } catch (error) {
      if (isNamed(error, 'AbortError')) {
        core.saveFailed(''); // the person changed their mind
      } else {
        this.places.delete(document);
        core.saveFailed('浏览器没能写入这个位置，请换一个位置再保存');
      }
    }
    wake();
  }

  private async write(document: string, handle: Handle, bytes: Bytes): Promise<void> {
    const writer = await handle.createWritable();
    await writer.write(bytes);
    await writer.close(); // only now the file is replaced, as a whole
    const { lastModified, size } = await handle.getFile();
    this.places.set(document, { handle, modified: lastModified, size });
    this.needs.core.saved(handle.name);
  }

  private listenToDrops(): void {
    const { hint } = this.needs;
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const show = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault(); // without this the browser would leave the page to show the file
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      hint.hidden = false;
    };
    window.addEventListener('dragenter', show);
    window.addEventListener('dragover', show);
    window.addEventListener('dragleave', (event) => {
      if (!event.relatedTarget) hint.hidden = true;
    });
    window.addEventListener('drop', (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      hint.hidden = true;
      // The items are emptied when this handler returns: everything is asked for now.
      const items = [...(event.dataTransfer?.items ?? [])].filter((item) => item.kind === 'file');
      void Promise.all(items.map(dropped)).then((found) => this.open(found.flat()));
    });
  }
}

/** What keeps a save from going where the document belongs; null: nothing. Called in a press: the browser may ask. */
async function obstacle(place: Place, way: SaveWay): Promise<SaveStop | null> {
  const wanted: Permission = { mode: 'readwrite' };
  const handle: Handle & Permissions = place.handle;
  try {
    let allowed = (await handle.queryPermission?.(wanted)) ?? 'granted';
    if (allowed !== 'granted') allowed = (await handle.requestPermission?.(wanted)) ?? 'denied';
    if (allowed !== 'granted') return 'refused';
    if (way === 'overwrite') return null;
    const { lastModified, size } = await handle.getFile();
    return lastModified === place.modified && size === place.size ? null : 'changed';
  } catch (error) {
    if (isNamed(error, 'NotFoundError')) return 'gone';
    if (isNamed(error, 'NotAllowedError') || isNamed(error, 'SecurityError')) return 'refused';
    throw error;
  }
}

/** Null: this browser only downloads. Throws AbortError when the person changed their mind. */
async function chooseTarget(suggestedName: string): Promise<Handle | null> {
  const { showSaveFilePicker } = window as Pickers;
  if (!showSaveFilePicker) return null;
  try {
    return await showSaveFilePicker.call(window, { suggestedName, types: TYPES });
  } catch (error) {
    if (isNamed(error, 'SecurityError') || isNamed(error, 'NotAllowedError')) return null; // forbidden here: download
    throw error;
  }
}

async function dropped(item: DataTransferItem): Promise<Found[]> {
  const file = item.getAsFile();
  const asked = (item as DroppedItem).getAsFileSystemHandle?.();
  const found = asked ? await asked.catch(() => null) : null;
  const handle = found?.kind === 'file' ? (found as Handle) : null;
  // What a later save compares with comes from the same source.
  const same = handle ? await handle.getFile().catch(() => null) : null;
  if (handle && same) return [{ file: same, handle }];
  return file ? [{ file, handle: null }] : [];
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof DOMException && error.name === name;
}

function download(name: string, bytes: Bytes): void {
  const link = document.createElement('a');
  const address = URL.createObjectURL(new Blob([bytes], { type: TYPE }));
  link.href = address;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000); // some browsers read it only after a question
}
