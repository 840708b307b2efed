// The app's sign: a white tick on green. As SVG, and drawn to PNG for those who install the page.
import { zlibSync } from 'fflate';

const GREEN = [0x0f, 0x5e, 0x5a];
const TICK = [[8.5, 16.5], [13.5, 21.5], [23.5, 10.5]];
const THICKNESS = 3.2;
const CORNER = 7;
const SIDE = 32;

export const ICON_SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}"><rect width="${SIDE}" height="${SIDE}" rx="${CORNER}" fill="#0f5e5a"/><path d="M8.5 16.5l5 5 10-11" fill="none" stroke="#fff" stroke-width="${THICKNESS}" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** Distance from a point to a line between two. */
function to_line(x, y, [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

function to_square(x, y) {
  const half = SIDE / 2 - CORNER;
  const [dx, dy] = [Math.abs(x - SIDE / 2) - half, Math.abs(y - SIDE / 2) - half];
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - CORNER;
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let i = 0; i < 8; ++i) byte = byte & 1 ? 0xedb88320 ^ (byte >>> 1) : byte >>> 1;
  return byte;
});

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  let crc = 0xffffffff;
  for (const byte of body) crc = CRC[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  whole.writeUInt32BE((crc ^ 0xffffffff) >>> 0, body.length + 4);
  return whole;
}

export function icon_png(size) {
  const rows = Buffer.alloc(size * (1 + 4 * size)); // each row begins with its filter: none
  const unit = SIDE / size;
  const covered = (distance) => Math.min(1, Math.max(0, 0.5 - distance / unit));
  for (let y = 0; y < size; ++y) {
    for (let x = 0; x < size; ++x) {
      const [px, py] = [(x + 0.5) * unit, (y + 0.5) * unit];
      const white = covered(Math.min(to_line(px, py, TICK[0], TICK[1]), to_line(px, py, TICK[1], TICK[2])) - THICKNESS / 2);
      const at = y * (1 + 4 * size) + 1 + 4 * x;
      GREEN.forEach((green, i) => (rows[at + i] = Math.round(green + (255 - green) * white)));
      rows[at + 3] = Math.round(255 * covered(to_square(px, py)));
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6], 8); // 8 bits, RGBA
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', Buffer.from(zlibSync(rows, { level: 9 }))), chunk('IEND', Buffer.alloc(0))]);
}
