// Files: chosen by button, dropped on the window, handed over to be saved.
import type { Bytes, Core } from './core';

/** Far above any file of this app; a larger one was chosen by mistake and would only stop the page. */
const LARGEST = 50 * 1024 * 1024;
const TYPE = 'application/json';

/** The File System Access API, where a browser has it. */
interface SavePicker {
  showSaveFilePicker?(options: {
    suggestedName: string;
    types: { description: string; accept: Record<string, string[]> }[];
  }): Promise<FileSystemFileHandle>;
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
  /** Where this document went, so that its next save goes there without asking. */
  private target: { document: string; handle: FileSystemFileHandle } | null = null;

  constructor(private readonly needs: FileNeeds) {
    this.listenToDrops();
  }

  choose(): void {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = '.json,application/json';
    input.addEventListener('change', () => void this.open([...(input.files ?? [])]));
    input.click();
  }

  async open(files: readonly File[]): Promise<void> {
    const { core, wake } = this.needs;
    const read: { name: string; bytes: Bytes }[] = [];
    const failed: { name: string; reason: string }[] = [];
    for (const file of files) {
      const { name } = file;
      if (file.size > LARGEST) {
        failed.push({ name, reason: '文件超过 50 MB，不是本应用的文件' });
        continue;
      }
      try {
        read.push({ name, bytes: new Uint8Array(await file.arrayBuffer()) });
      } catch {
        failed.push({ name, reason: '浏览器读不到它的内容（可能是文件夹，或已被移走、占用）' });
      }
    }
    this.needs.finishTyping();
    if (read.length > 0) core.open(read);
    for (const { name, reason } of failed) core.openFailed(name, reason);
    wake();
  }

  async save(document: string, name: string, bytes: Bytes): Promise<void> {
    const { core, wake } = this.needs;
    try {
      const handle = await this.handleFor(document, name);
      if (handle) {
        const writer = await handle.createWritable();
        await writer.write(bytes);
        await writer.close();
      } else {
        download(name, bytes);
      }
      core.saved(handle?.name ?? name);
    } catch (error) {
      if (this.target?.document === document) this.target = null;
      if (!isNamed(error, 'AbortError')) {
        core.saveFailed('浏览器没能写入这个位置，请换一个位置再保存');
      }
    }
    wake();
  }

  /** Null: this browser only downloads. Throws AbortError when the person changed their mind. */
  private async handleFor(document: string, name: string): Promise<FileSystemFileHandle | null> {
    if (this.target?.document === document) return this.target.handle;
    const { showSaveFilePicker } = window as SavePicker;
    if (!showSaveFilePicker) return null;
    try {
      const handle = await showSaveFilePicker.call(window, {
        suggestedName: name,
        types: [{ description: '绿评文件', accept: { [TYPE]: ['.json'] } }],
      });
      this.target = { document, handle };
      return handle;
    } catch (error) {
      if (isNamed(error, 'SecurityError') || isNamed(error, 'NotAllowedError')) return null; // forbidden here: download
      throw error;
    }
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
      void this.open([...(event.dataTransfer?.files ?? [])]);
    });
  }
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
