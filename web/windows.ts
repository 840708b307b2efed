// Which window works on which draft: at most one. The browser's own locks tell where it has them; elsewhere windows ask each
// other, and the compare-and-swap of drafts.ts guards what they miss.

export interface WindowsHeard {
  /** Another window works on this draft already. */
  taken(id: string): void;
  /** It has let go, and this window holds the draft now. */
  free(id: string): void;
}

const NAME = 'luping-draft';
/** A window that does not answer within this time is not there. */
const PATIENCE = 400; // ms
/** So often one asks whether the other window is still there. */
const EVERY = 3000; // ms

type Message = { ask: string; from: string } | { mine: string; to: string } | { left: string };

export class Windows {
  private held = '';
  private letGo: () => void = () => undefined;
  /** Settles when the draft held before is free again. */
  private before: Promise<unknown> = Promise.resolve();
  private readonly asking: Asking | null;

  constructor(private readonly heard: WindowsHeard) {
    this.asking = locks() ? null : Asking.open(heard);
  }

  /** Let go of the draft held so far and take this one; empty: none. */
  hold(id: string): void {
    if (id === this.held) return;
    this.held = id;
    this.letGo();
    this.letGo = () => undefined;
    this.asking?.hold(id);
    const available = locks();
    if (id === '' || !available) return;
    const left = new AbortController();
    const released = new Promise<void>((resolve) => {
      this.letGo = () => {
        left.abort();
        resolve();
      };
    });
    this.before = this.before.then(() => this.takeLock(available, id, released, left.signal)).catch(() => undefined);
  }

  /** Settles when the lock has been given back. */
  private async takeLock(available: LockManager, id: string, released: Promise<void>, left: AbortSignal): Promise<void> {
    if (left.aborted) return;
    const name = `${NAME} ${id}`;
    const taken = await available.request(name, { ifAvailable: true }, (lock) => (lock ? released.then(() => false) : true));
    if (!taken || left.aborted) return;
    this.heard.taken(id);
    await available.request(name, { signal: left }, () => {
      this.heard.free(id);
      return released;
    });
  }
}

/** Where pages are not trusted with locks (plain http). */
class Asking {
  private readonly me = crypto.getRandomValues(new Uint32Array(2)).join('-');
  private held = '';
  private owner = false;
  private answered = false;
  private timer = 0;

  static open(heard: WindowsHeard): Asking | null {
    return 'BroadcastChannel' in window ? new Asking(new BroadcastChannel(NAME), heard) : null;
  }

  private constructor(
    private readonly channel: BroadcastChannel,
    private readonly heard: WindowsHeard,
  ) {
    channel.onmessage = ({ data }: MessageEvent<Message>) => this.hear(data);
    window.addEventListener('pagehide', () => this.leave());
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.hold(this.held); // back from the browser's cache of pages
    });
  }

  hold(id: string): void {
    this.leave();
    this.held = id;
    if (id !== '') this.ask(true);
  }

  private leave(): void {
    window.clearTimeout(this.timer);
    if (this.owner) this.say({ left: this.held });
    this.owner = false;
  }

  private ask(first: boolean): void {
    window.clearTimeout(this.timer);
    const id = this.held;
    this.answered = false;
    if (first) this.owner = true; // whoever asks from now on hears of it
    this.say({ ask: id, from: this.me });
    this.timer = window.setTimeout(() => {
      if (!this.answered) {
        this.owner = true;
        if (!first) this.heard.free(id);
        return;
      }
      this.owner = false;
      if (first) this.heard.taken(id);
      this.timer = window.setTimeout(() => this.ask(false), EVERY);
    }, PATIENCE);
  }

  private hear(message: Message): void {
    if ('ask' in message && this.owner && message.ask === this.held) this.say({ mine: this.held, to: message.from });
    if ('mine' in message && message.to === this.me && message.mine === this.held) this.answered = true;
    if ('left' in message && !this.owner && message.left === this.held) this.ask(false);
  }

  private say(message: Message): void {
    this.channel.postMessage(message);
  }
}

function locks(): LockManager | null {
  return (navigator as Partial<Navigator>).locks ?? null;
}
