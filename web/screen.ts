// The canvas: as many device pixels as the window really has, so that nothing is scaled and 125 % is as sharp as 100 %.

/** A lost WebGL context that does not come back in this time is given up. */
const PATIENCE = 2000; // ms

export interface ScreenEvents {
  /** Size or pixel ratio changed. */
  resized(): void;
  lost(): void;
  restored(): void;
  /** Lost for good. */
  givenUp(): void;
}

export class Screen {
  canvas: HTMLCanvasElement;
  private width = 0;
  private height = 0;
  private ratio = 1;
  private changed = false;
  private patience = 0;

  constructor(
    private readonly stage: HTMLElement,
    private readonly events: ScreenEvents,
  ) {
    this.canvas = this.makeCanvas();
    this.measureStage();
    this.observe();
    this.watchRatio();
  }

  /**
   * Call before a frame: changing the canvas clears it, so it happens in the task that draws it anew.
   * Tells `resize` the new size, if there is one.
   */
  settle(resize: (width: number, height: number, ratio: number) => void): void {
    if (devicePixelRatio !== this.ratio) this.measureStage(); // should its event not have come
    if (!this.changed) return;
    this.changed = false;
    this.setCanvasSize();
    resize(this.width, this.height, this.ratio);
  }

  /** Rows [first, last) of a picture of the canvas's size. */
  present(rows: Uint8ClampedArray<ArrayBuffer>, width: number, first: number, last: number): void {
    const context = this.canvas.getContext('2d', { alpha: false });
    context?.putImageData(new ImageData(rows, width, last - first), 0, first);
  }

  replaceCanvas(): void {
    this.canvas.remove();
    this.canvas = this.makeCanvas();
    this.setCanvasSize();
  }

  private makeCanvas(): HTMLCanvasElement {
    const canvas = document.createElement('canvas');
    canvas.id = 'canvas';
    canvas.setAttribute('aria-hidden', 'true'); // the mirror says what it shows
    const { events } = this;
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault(); // without this it never comes back
      if (canvas !== this.canvas) return;
      events.lost();
      this.patience = window.setTimeout(() => events.givenUp(), PATIENCE);
    });
    canvas.addEventListener('webglcontextrestored', () => {
      if (canvas !== this.canvas) return;
      window.clearTimeout(this.patience);
      events.restored();
    });
    canvas.addEventListener('contextrestored', () => events.restored()); // the 2D kind, emptied by a crashed driver
    this.stage.prepend(canvas);
    return canvas;
  }

  private setCanvasSize(): void {
    if (this.canvas.width !== this.width) this.canvas.width = this.width;
    if (this.canvas.height !== this.height) this.canvas.height = this.height;
    // Not 100 %: at 125 % that may be half a device pixel less or more, and the browser would scale the picture.
    this.canvas.style.width = `${this.width / this.ratio}px`;
    this.canvas.style.height = `${this.height / this.ratio}px`;
  }

  private measureStage(): void {
    this.measure(this.stage.clientWidth * devicePixelRatio, this.stage.clientHeight * devicePixelRatio);
  }

  private measure(width: number, height: number): void {
    const [newWidth, newHeight] = [Math.max(1, Math.round(width)), Math.max(1, Math.round(height))];
    if (newWidth === this.width && newHeight === this.height && devicePixelRatio === this.ratio) return;
    this.width = newWidth;
    this.height = newHeight;
    this.ratio = devicePixelRatio;
    this.changed = true;
  }

  private observe(): void {
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const [width, height] = [entry.contentRect.width * devicePixelRatio, entry.contentRect.height * devicePixelRatio];
      // Exact where the browser tells (a window 1366 CSS pixels wide at 125 % has 1707 or 1708 device pixels). Developer
      // tools that imitate another screen leave it as it was.
      const exact = entry.devicePixelContentBoxSize?.[0];
      if (exact && Math.abs(exact.inlineSize - width) < 2 && Math.abs(exact.blockSize - height) < 2) {
        this.measure(exact.inlineSize, exact.blockSize);
      } else {
        this.measure(width, height);
      }
      if (this.changed) this.events.resized();
    });
    try {
      observer.observe(this.stage, { box: 'device-pixel-content-box' });
    } catch {
      observer.observe(this.stage);
    }
  }

  /** Zoom, or a window moved to another screen, may change the ratio and leave the size alone. */
  private watchRatio(): void {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener(
      'change',
      () => {
        this.measureStage();
        if (this.changed) this.events.resized();
        this.watchRatio();
      },
      { once: true },
    );
  }
}
