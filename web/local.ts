// What only this computer knows: its time, and chance.

/** Local time with its offset, to the second: 2026-11-24T09:30:00+08:00. */
export function rfc3339(date: Date): string {
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0');
  const offset = -date.getTimezoneOffset();
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  return `${day}T${time}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const ID_LENGTH = 10;

/** Ten letters and digits: 36¹⁰ possibilities. */
export function newId(): string {
  let id = '';
  while (id.length < ID_LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(16))) {
      // Bytes past the last whole round of 36 would make some letters likelier.
      if (byte < 252 && id.length < ID_LENGTH) id += LETTERS.charAt(byte % LETTERS.length);
    }
  }
  return id;
}
