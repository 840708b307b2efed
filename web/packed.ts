// What travels in the page besides scripts: as base64, in elements no browser runs.

export function bytesInPage(id: string): Uint8Array<ArrayBuffer> {
  const packed = atob(document.getElementById(id)?.textContent?.trim() ?? '');
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; ++i) bytes[i] = packed.charCodeAt(i);
  return bytes;
}
