// Unfinished documents in the browser's own database, one record each, so that a closed tab or a crash loses nothing.
import type { Draft } from './host';

const DATABASE = 'luping';
const VERSION = 1;
const STORE = 'drafts';

/** Typing is gathered for this long before it is written. */
const DELAY = 200; // ms

export class Drafts {
  private readonly waiting = new Map<string, Draft | null>();
  /** What each draft is to be in the end: a failed write must not bring back older contents. */
  private readonly newest = new Map<string, Draft | null>();
  private timer = 0;
  private database: Promise<IDBDatabase> | null = null;
  private askedToStay = false;

  /** `failed` hears that the browser keeps nothing: storage full, forbidden, or gone. */
  constructor(private readonly failed: () => void) {}

  async load(): Promise<Draft[]> {
    const database = await this.open();
    const found: unknown[] = await finished(database.transaction(STORE, 'readonly').objectStore(STORE).getAll());
    return found.filter(isDraft);
  }

  put(draft: Draft): void {
    this.later(draft.id, draft);
  }

  remove(id: string): void {
    this.later(id, null);
  }

  /** Write what waits, without delay: the page may be about to go. */
  flush(): void {
    void this.writeWaiting(true);
  }

  /** What cannot be written waits on, for one more try at once and then for the next change. */
  private async writeWaiting(tryAgain: boolean): Promise<void> {
    window.clearTimeout(this.timer);
    this.timer = 0;
    if (this.waiting.size === 0) return;
    const batch = new Map(this.waiting);
    this.waiting.clear();
    try {
      await this.write(batch);
    } catch {
      for (const [id, draft] of batch) {
        if (this.newest.get(id) === draft) this.waiting.set(id, draft);
      }
      if (tryAgain) await this.writeWaiting(false);
      else this.failed();
    }
  }

  private later(id: string, draft: Draft | null): void {
    this.waiting.set(id, draft);
    this.newest.set(id, draft);
    if (this.timer === 0) this.timer = window.setTimeout(() => this.flush(), DELAY);
  }

  private async write(batch: ReadonlyMap<string, Draft | null>): Promise<void> {
    const opening = this.open();
    try {
      const transaction = (await opening).transaction(STORE, 'readwrite');
      const store = transaction.objectStore(STORE);
      for (const [id, draft] of batch) {
        if (draft) store.put(draft);
        else store.delete(id);
      }
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('aborted'));
      });
    } catch (error) {
      this.forget(opening);
      throw error;
    }
    this.askToStay();
  }

  private open(): Promise<IDBDatabase> {
    if (this.database) return this.database;
    const opening = new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(DATABASE, VERSION);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
      request.onsuccess = () => {
        const database = request.result;
        // A newer version of the app in another tab, or the person clearing the storage: let go, open again when needed.
        database.onversionchange = () => {
          database.close();
          this.forget(opening);
        };
        database.onclose = () => this.forget(opening);
        resolve(database);
      };
      request.onerror = () => reject(request.error ?? new Error('cannot open'));
      request.onblocked = () => reject(new Error('blocked'));
    });
    this.database = opening;
    return opening;
  }

  /** The next use opens it anew. */
  private forget(opening: Promise<IDBDatabase>): void {
    if (this.database === opening) this.database = null;
  }

  /** Ask not to be cleared when the disk runs full, where the browser decides by itself; Firefox would ask the person. */
  private askToStay(): void {
    if (this.askedToStay) return;
    this.askedToStay = true;
    if ('chrome' in window) navigator.storage?.persist?.().catch(() => undefined);
  }
}

function finished<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('failed'));
  });
}

/** What another version of the app, or another page of this computer, may have left. */
function isDraft(value: unknown): value is Draft {
  const draft = value as Partial<Record<keyof Draft, unknown>> | null;
  return (
    typeof draft === 'object' && draft !== null &&
    [draft.id, draft.title, draft.savedAt, draft.assessment, draft.scheme].every((text) => typeof text === 'string') &&
    typeof draft.unsaved === 'boolean'
  );
}
