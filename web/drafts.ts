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

/** While nothing can be written it is tried again after so long. */
const RETRY = 5000; // ms
/** A database that has not opened by then is taken for blocked. */
const PATIENCE = 4000; // ms

/** A draft as stored; pages of before the revisions left none. */
type Stored = Omit<Draft, 'readable'> & { revision?: string };

/** Nothing can be written: there is no room, or the browser does not let us. */
export type StorageFailure = 'full' | 'refused';

export interface DraftsHeard {
  /** The browser keeps nothing at present; told once until it recovers. */
  failed(why: StorageFailure): void;
  /** It does again: what waited is written, and these are all drafts. */
  recovered(drafts: readonly Draft[]): void;
  /** Everything that was kept has been deleted, by the person or by the browser. */
  cleared(): void;
  /** Another window has written or deleted a draft. */
  changed(): void;
  /** A draft was not written, because another tab has written `theirs` under its id. */
  conflict(id: string, theirs: Draft): void;
}

export class Drafts {
  /** Begins every revision this tab writes. */
  private readonly tab = newId();
  private writes = 0;
  /** The revision of each draft as this tab has read it. */
  private readonly read = new Map<string, string>();
  /** The keys of records this page does not understand, by the id they are listed under. */
  private readonly keys = new Map<string, IDBValidKey>();
  private readonly waiting = new Map<string, Draft | null>();
  /** What each draft is to be in the end: a failed write must not bring back older contents. */
  private readonly newest = new Map<string, Draft | null>();
  /** The draft this window works on: what is written here goes by what was read when it was opened. */
  private held = '';
  /** Ids and revisions as they were read last. */
  private listed = '';
  private timer = 0;
  private retry = 0;
  private broken = false;
  private database: Promise<IDBDatabase> | null = null;
  private askedToStay = false;

  /** Tells the other windows of every write. */
  private readonly channel = 'BroadcastChannel' in window ? new BroadcastChannel('luping-drafts') : null;

  constructor(private readonly heard: DraftsHeard) {
    if (this.channel) this.channel.onmessage = () => heard.changed();
  }

  /** All there is, what cannot be read included. Never fails: `failed` hears of it. */
  async load(): Promise<Draft[]> {
    try {
      return await this.readAll();
    } catch (error) {
      this.fail(error);
      return [];
    }
  }

  private async readAll(): Promise<Draft[]> {
    const database = await this.open();
    const store = () => database.transaction(STORE, 'readonly').objectStore(STORE);
    const keys = await finished(store().getAllKeys());
    const drafts: Draft[] = [];
    let listed = '';
    for (const key of keys) {
      // One by one: a record the browser itself cannot read must not hide the others.
      const record: unknown = await finished(store().get(key)).catch(() => null);
      if (record === undefined) continue; // deleted since
      const draft = draftOf(record, typeof key === 'string' ? key : `#${JSON.stringify(key)}`);
      this.keys.set(draft.id, key);
      if (draft.id !== this.held && !this.waiting.has(draft.id)) this.read.set(draft.id, revisionOf(record));
      drafts.push(draft);
      listed += `${draft.id} ${revisionOf(record)}\n`;
    }
    this.listed = listed;
    return drafts;
  }

  /** From now on this window works on that draft. */
  hold(id: string): void {
    this.held = id;
  }

  /**
   * The same, after what waits has been written; `anew`: the held draft is read anew, too. Null: they cannot be read, or are
   * what they were.
   */
  async reload(anew: boolean): Promise<Draft[] | null> {
    const before = this.listed;
    if (anew) this.held = '';
    await this.writeWaiting(true);
    const drafts = await this.load();
    return this.broken || (!anew && before === this.listed) ? null : drafts;
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
      this.recover();
    } catch (error) {
      for (const [id, draft] of batch) {
        if (this.newest.get(id) === draft) this.waiting.set(id, draft);
      }
      if (tryAgain) await this.writeWaiting(false);
      else this.fail(error);
    }
  }

  private fail(error: unknown): void {
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    if (!this.broken) this.heard.failed(full ? 'full' : 'refused');
    this.broken = true;
    if (this.retry === 0) this.retry = window.setTimeout(() => void this.tryAgain(), RETRY);
  }

  private async tryAgain(): Promise<void> {
    this.retry = 0;
    if (this.waiting.size > 0) return this.writeWaiting(false);
    try {
      await this.open();
      this.recover();
    } catch (error) {
      this.fail(error);
    }
  }

  private recover(): void {
    if (!this.broken) return;
    this.broken = false;
    window.clearTimeout(this.retry);
    this.retry = 0;
    void this.load().then((drafts) => {
      if (!this.broken) this.heard.recovered(drafts);
    });
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
      // On the disk before it counts as kept: a county's computer may lose its power.
      const transaction = (await opening).transaction(STORE, 'readwrite', { durability: 'strict' });
      let thrown: unknown = null;
      const store = transaction.objectStore(STORE);
      for (const [id, draft] of batch) {
        const before: IDBRequest<unknown> = store.get(this.keys.get(id) ?? id);
        before.onsuccess = () => {
          try {
            if (this.mayReplace(before.result, read.get(id))) {
              if (draft) store.put(this.signed(draft));
              else store.delete(this.keys.get(id) ?? id);
            } else if (draft) {
              foreign.set(id, before.result);
            }
          } catch (error) {
            thrown = error;
            transaction.abort();
          }
        };
      }
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = transaction.onerror = () => reject(thrown ?? transaction.error ?? new Error('aborted'));
      });
    } catch (error) {
      this.forget(opening);
      throw error;
    }
    this.askToStay();
    this.channel?.postMessage(null);
    for (const [id, theirs] of foreign) {
      if (this.newest.get(id) === batch.get(id)) this.giveWay(id, theirs);
    }
  }

  private signed(draft: Draft): Stored {
    const { readable: _, ...kept } = draft;
    return { ...kept, revision: `${this.tab}-${++this.writes}` };
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
    this.read.set(id, revisionOf(theirs));
    this.heard.conflict(id, draftOf(theirs, id));
  }

  private open(): Promise<IDBDatabase> {
    if (this.database) return this.database;
    const opening = new Promise<IDBDatabase>((resolve, reject) => {
      const impatience = window.setTimeout(() => reject(new Error('blocked')), PATIENCE);
      const request = indexedDB.open(DATABASE, VERSION);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
      request.onsuccess = () => {
        const database = request.result;
        if (this.database !== opening) return database.close(); // nobody waits for it any more
        // A newer version of the app in another tab, or the person clearing the storage: let go, open again when needed.
        database.onversionchange = ({ newVersion }) => {
          database.close();
          this.forget(opening);
          if (newVersion === null) this.heard.cleared();
        };
        database.onclose = () => {
          this.forget(opening);
          this.heard.cleared();
        };
        window.clearTimeout(impatience);
        resolve(database);
      };
      request.onerror = () => reject(request.error ?? new Error('cannot open'));
      request.onblocked = () => reject(new Error('blocked'));
    });
    this.database = opening;
    opening.catch(() => this.forget(opening));
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

/** A record as a draft. What another version of the app or another page of this computer left is not dropped: raw. */
function draftOf(record: unknown, id: string): Draft {
  const stored = record as Partial<Record<keyof Draft, unknown>> | null;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const readable =
    [stored?.id, stored?.title, stored?.savedAt, stored?.assessment, stored?.scheme].every((one) => typeof one === 'string') &&
    typeof stored?.unsaved === 'boolean';
  return {
    id,
    title: text(stored?.title),
    savedAt: text(stored?.savedAt),
    assessment: typeof stored?.assessment === 'string' ? stored.assessment : (JSON.stringify(record) ?? ''),
    scheme: text(stored?.scheme),
    view: text(stored?.view),
    unsaved: stored?.unsaved !== false,
    readable,
  };
}
