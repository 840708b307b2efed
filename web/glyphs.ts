// Draws single characters on a hidden 2D canvas, so that the app's text comes from the fonts of this computer.
import type { Memory } from './core';
import type { Address } from './host';
import { FONT_FAMILY, LANGUAGE } from './font';

/** A character whose ink fills its square evenly: it tells where the middle of Chinese text is. */
const SAMPLE = '国';
const REGULAR = 400;
/** Characters that fonts of other countries do not have. */
const SIMPLIFIED = ['评', '县', '达'];

/** Room around the measured ink: hinting and smoothing may reach a pixel further. */
const MARGIN = 1;

/** Ink this bright is not ours, which is black. (Browsers that resist being recognised add a little noise.) */
const COLOURED = 32;

interface Ink {
  left: number;
  top: number;
  width: number;
  height: number;
}

export class GlyphPainter {
  private readonly context: CanvasRenderingContext2D;
  private font = '';
  private pixels: Uint8ClampedArray = new Uint8ClampedArray();

  constructor(private readonly memory: Memory) {
    const canvas = document.createElement('canvas');
    canvas.lang = LANGUAGE;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no 2D canvas');
    this.context = context;
  }

  /** Whether the browser gives back what was drawn; one that resists being recognised may give back noise instead. */
  isReadable(): boolean {
    const { context } = this;
    context.fillStyle = '#123456';
    context.fillRect(0, 0, 4, 4);
    const { data } = context.getImageData(0, 0, 4, 4);
    const [red = 0, green = 0, blue = 0] = data.subarray(20, 24);
    return Math.abs(red - 0x12) + Math.abs(green - 0x34) + Math.abs(blue - 0x56) < COLOURED;
  }

  /**
   * Whether this computer has Chinese characters, simplified ones included. Where one lacks, browsers draw a box, often
   * with the character's number in it: of another width, or the same for two characters.
   */
  drawsChinese(): boolean {
    const size = 24;
    const measure = (text: string) => {
      const { width, actualBoundingBoxAscent: top, actualBoundingBoxDescent: bottom } = this.context.measureText(text);
      return { square: Math.abs(width / size - 1) < 0.02, height: (top + bottom) / size };
    };
    this.setFont(REGULAR, size);
    const dash = measure('一');
    return dash.square && dash.height < 0.4 && SIMPLIFIED.every((text) => measure(text).square) && this.differ(SIMPLIFIED, size);
  }

  advance(character: number, weight: number, size: number): number {
    this.setFont(weight, size);
    return this.context.measureText(String.fromCodePoint(character)).width;
  }

  ascent(size: number): number {
    this.setFont(REGULAR, size);
    const ink = this.context.measureText(SAMPLE);
    return (size + ink.actualBoundingBoxAscent - ink.actualBoundingBoxDescent) / 2;
  }

  /** See Host.drawGlyph. */
  draw(character: number, weight: number, size: number, shape: Address): void {
    this.setFont(weight, size);
    const text = String.fromCodePoint(character);
    const metrics = this.context.measureText(text);
    const left = Math.floor(-metrics.actualBoundingBoxLeft) - MARGIN;
    const top = Math.floor(-metrics.actualBoundingBoxAscent) - MARGIN;
    const width = Math.ceil(metrics.actualBoundingBoxRight) + MARGIN - left;
    const height = Math.ceil(metrics.actualBoundingBoxDescent) + MARGIN - top;
    let ink: Ink = { left, top, width: 0, height: 0 };
    let coloured = false;
    if (width > 2 * MARGIN && height > 2 * MARGIN) {
      this.makeRoom(width, height);
      this.setFont(weight, size);
      const image = this.paint(text, { left, top, width, height });
      ink = trimmed(image, ink);
      coloured = this.keep(image, left, top, ink);
    }
    const data = this.memory.data();
    data.setFloat32(shape, metrics.width, true);
    [ink.left, ink.top, ink.width, ink.height, Number(coloured)].forEach((word, i) =>
      data.setInt32(shape + 4 + 4 * i, word, true),
    );
  }

  copy(pixels: Address): void {
    this.memory.bytes(pixels, this.pixels.length).set(this.pixels);
  }

  private differ(texts: readonly string[], size: number): boolean {
    const pictures = texts.map((text) => this.paint(text, { left: 0, top: -size, width: size, height: 2 * size }).data.join());
    return new Set(pictures).size === texts.length;
  }

  private setFont(weight: number, size: number): void {
    const font = `${weight} ${size}px ${FONT_FAMILY}`;
    if (font !== this.font) {
      this.context.font = font;
      this.font = font;
    }
  }

  private makeRoom(width: number, height: number): void {
    const { canvas } = this.context;
    if (canvas.width >= width && canvas.height >= height) return;
    canvas.width = Math.max(canvas.width, 2 * width);
    canvas.height = Math.max(canvas.height, 2 * height);
    this.font = ''; // a canvas of another size forgets its state
  }

  private paint(text: string, { left, top, width, height }: Ink): ImageData {
    const { context } = this;
    context.clearRect(0, 0, width, height);
    context.fillStyle = '#000'; // browsers smooth dark text a little stronger than light; ours is mostly dark
    context.fillText(text, -left, -top);
    return context.getImageData(0, 0, width, height);
  }

  /** Keep the inked part for copy(); white with the ink as alpha, or a coloured picture as it is. */
  private keep(image: ImageData, left: number, top: number, ink: Ink): boolean {
    const { data, width } = image;
    const pixels = new Uint8ClampedArray(ink.width * ink.height * 4);
    let coloured = false;
    for (let y = 0; y < ink.height; ++y) {
      const from = ((y + ink.top - top) * width + ink.left - left) * 4;
      pixels.set(data.subarray(from, from + ink.width * 4), y * ink.width * 4);
    }
    for (let i = 0; i < pixels.length && !coloured; i += 4) {
      const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(i, i + 4);
      coloured = alpha > 2 * COLOURED && Math.max(red, green, blue) > COLOURED;
    }
    if (!coloured) {
      for (let i = 0; i < pixels.length; i += 4) pixels.fill(255, i, i + 3);
    }
    this.pixels = pixels;
    return coloured;
  }
}

/** The smallest box with all the ink; of width 0 when there is none. */
function trimmed(image: ImageData, { left, top }: Ink): Ink {
  const { data, width, height } = image;
  let [x0, y0, x1, y1] = [width, height, 0, 0];
  for (let y = 0; y < height; ++y) {
    for (let x = 0; x < width; ++x) {
      if (data[(y * width + x) * 4 + 3] !== 0) {
        x0 = Math.min(x0, x);
        x1 = Math.max(x1, x + 1);
        y0 = Math.min(y0, y);
        y1 = Math.max(y1, y + 1);
      }
    }
  }
  return x1 > x0 ? { left: left + x0, top: top + y0, width: x1 - x0, height: y1 - y0 } : { left, top, width: 0, height: 0 };
}
