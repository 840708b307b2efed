// Draws when something happened, and not otherwise: an idle page costs nothing.

/** A few frames an event: ImGui takes input apart over frames and sizes things one frame late. */
const FRAMES_AFTER_EVENT = 3;
/** A chain of frames drawn at once ends here, whatever the app says. */
const MOST_AT_ONCE = 4;

export class Scheduler {
  /** Frames drawn since the start; tests watch it stand still. */
  frames = 0;
  /** How long the last one took, in ms. */
  frameTime = 0;

  private left = 0;
  private request = 0;
  private drawing = false;
  private running = false;

  /** `draw` draws a frame and tells whether it wants another. */
  constructor(private readonly draw: (now: number) => boolean) {}

  /** The app is there: from now on frames are drawn, the first at once. */
  start(): void {
    this.running = true;
    this.frame(performance.now());
    this.wake();
  }

  /** Never again: the app has broken down. */
  stop(): void {
    this.running = false;
    cancelAnimationFrame(this.request);
  }

  wake(frames = FRAMES_AFTER_EVENT): void {
    this.left = Math.max(this.left, frames);
    if (this.running && this.request === 0) {
      this.request = requestAnimationFrame(this.tick);
    }
  }

  /**
   * Draw now, until `done` or until nothing more comes: when Enter or Tab moves to another field, the next key may arrive
   * before the browser asks for a frame, and it belongs to the new field.
   */
  drawUntil(done: () => boolean): void {
    if (!this.running || this.drawing) return;
    let again = true;
    for (let i = 0; i < MOST_AT_ONCE && again && !done(); ++i) again = this.frame(performance.now());
    this.wake();
  }

  private readonly tick = (now: number): void => {
    this.request = 0;
    --this.left;
    if (this.frame(now)) this.left = Math.max(this.left, 1);
    if (this.left > 0) this.wake(this.left);
  };

  private frame(now: number): boolean {
    const start = performance.now();
    this.drawing = true;
    try {
      ++this.frames;
      return this.draw(now);
    } finally {
      this.drawing = false;
      this.frameTime = performance.now() - start;
    }
  }
}
