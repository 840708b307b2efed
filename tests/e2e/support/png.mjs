// Reads the PNG files browsers make of their pages (8 bit RGB or RGBA, not interlaced), for tests that look at pixels.
import { inflateSync } from 'node:zlib';

/** → { width, height, at(x, y) → [r, g, b], channel(index) → bytes of one colour }; x and y in device pixels. */
export function decode_png(file) {
  let offset = 8;
  let width = 0;
  let height = 0;
  let channels = 0;
  const packed = [];
  while (offset < file.length) {
    const length = file.readUInt32BE(offset);
    const kind = file.toString('latin1', offset + 4, offset + 8);
    const data = file.subarray(offset + 8, offset + 8 + length);
    if (kind === 'IHDR') {
      width = data.readUInt32BE(0);
      height = data.readUInt32BE(4);
      channels = { 2: 3, 6: 4 }[data[9]];
      if (data[8] !== 8 || !channels || data[12] !== 0) throw new Error('a kind of PNG this reader does not know');
    } else if (kind === 'IDAT') {
      packed.push(data);
    }
    offset += length + 12;
  }
  const raw = inflateSync(Buffer.concat(packed));
  const stride = width * channels;
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; ++y) {
    const filter = raw[y * (stride + 1)];
    for (let i = 0; i < stride; ++i) {
      const left = i < channels ? 0 : pixels[y * stride + i - channels];
      const up = y === 0 ? 0 : pixels[(y - 1) * stride + i];
      const corner = y === 0 || i < channels ? 0 : pixels[(y - 1) * stride + i - channels];
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      pixels[y * stride + i] = raw[y * (stride + 1) + 1 + i] + guess;
    }
  }
  return {
    width,
    height,
    at: (x, y) => [...pixels.subarray((y * width + x) * channels, (y * width + x) * channels + 3)],
    channel: (index) => Uint8Array.from({ length: width * height }, (_, i) => pixels[i * channels + index]),
  };
}

function paeth(a, b, c) {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/** How many pixels differ by more than `tolerance` in a channel, of two pictures of one size. */
export function count_differences(a, b, tolerance = 0) {
  if (a.width !== b.width || a.height !== b.height) throw new Error('pictures of different sizes');
  const differs = new Uint8Array(a.width * a.height);
  for (const index of [0, 1, 2]) {
    const [one, other] = [a.channel(index), b.channel(index)];
    one.forEach((value, i) => {
      if (Math.abs(value - other[i]) > tolerance) differs[i] = 1;
    });
  }
  return differs.reduce((sum, it) => sum + it, 0);
}
