// Unfinished documents in the browser's own database, one record each, so that a closed tab or a crash loses nothing.
// Tabs share the database: every record carries the revision of its last writer, and what another tab has written since it
// was read here is never replaced.
import type { Draft } from './host';
import { newId } from './local';

const DATABASE = 'luping';
const VERSION = 1;
const STORE = 'drafts';

/** Typing is gathered for this long before it is written. */
const DELAY = 200; // ms

/** A draft as stored; pages of before the revisions left none. */
type Stored = Draft & { revision?: string };

export class Drafts {
  /** Begins every revision this tab writes. */
  private readonly tab = newId();
  private writes = 0;
  /** The revision of each draft as this tab has read it. */
  private readonly read = new Map<string, string>();
  private readonly waiting = new Map<string, Draft | null>();
  /** What each draft is to be in the end: a failed write must not bring back older contents. */
  private readonly newest = new Map<string, Draft | null>();
  private timer = 0;
  private database: Promise<IDBDatabase> | null = null;
  private askedToStay = false;

  /**
   * `failed` hears that the browser keeps nothing: storage full, forbidden, or gone. `conflict` hears that a draft was not
   * written, because another tab has written `theirs` under its id (null: something this page does not understand).
   */
  constructor(
    private readonly failed: () => void,
    private readonly conflict: (id: string, theirs: Draft | null) => void,
  ) {}

  async load(): Promise<Draft[]> {
    const database = await this.open();
    const found: unknown[] = await finished(database.transaction(STORE, 'readonly').objectStore(STORE).getAll());
    const drafts = found.filter(isDraft);
    for (const draft of drafts) this.read.set(draft.id, revisionOf(draft));
    return drafts;
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
    const read = new Map(this.read); // as of when these drafts were made
    const foreign = new Map<string, unknown>();
    try {
      const transaction = (await opening).transaction(STORE, 'readwrite');
      const store = transaction.objectStore(STORE);
      for (const [id, draft] of batch) {
        const before: IDBRequest<unknown> = store.get(id);
        before.onsuccess = () => {
          if (this.mayReplace(before.result, read.get(id))) {
            if (draft) store.put(this.signed(draft));
            else store.delete(id);
          } else if (draft) {
            foreign.set(id, before.result);
          }
        };
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
    for (const [id, theirs] of foreign) {
      if (this.newest.get(id) === batch.get(id)) this.giveWay(id, theirs);
    }
  }

  private signed(draft: Draft): Stored {
    return { ...draft, revision: `${this.tab}-${++this.writes}` };
  }

  /** Nothing there (perhaps deleted in another tab: what is written here counts), written by this tab, or as it was read. */
  private mayReplace(stored: unknown, read: string | undefined): boolean {
    if (stored === undefined) return true;
    const revision = revisionOf(stored);
    return revision === read || revision.startsWith(`${this.tab}-`);
  }

  /** From here on the id stands for the other tab's draft. */
  private giveWay(id: string, theirs: unknown): void {
    this.waiting.delete(id);
    this.newest.delete(id);
    const draft = isDraft(theirs) ? theirs : null;
    if (draft) this.read.set(id, revisionOf(draft));
    this.conflict(id, draft);
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

function revisionOf(stored: unknown): string {
  const revision = (stored as Partial<Stored> | null)?.revision;
  return typeof revision === 'string' ? revision : '';
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
