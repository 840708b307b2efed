// Starts the batch engine's module, luping-core.wasm, whose functions exports.cpp describes.

/** What the C library asks of a host. The engine uses neither files nor the console: only its last words before a crash come here. */
const system = {
  fd_write: () => 0,
  fd_seek: () => 0,
  fd_close: () => 0,
  proc_exit: (code) => {
    throw new Error(`luping-core stopped (${code})`);
  },
};

/**
 * @param {BufferSource} binary the bytes of luping-core.wasm
 * @returns the module's functions; `bytes` and `numbers` (doubles) are views of its memory, to be asked for anew after every call,
 *   since it moves when it grows
 */
export async function startLupingCore(binary) {
  const imports = { env: { emscripten_notify_memory_growth: () => undefined }, wasi_snapshot_preview1: system };
  const { exports } = (await WebAssembly.instantiate(binary, imports)).instance;
  exports._initialize();
  let bytes = new Uint8Array();
  let numbers = new Float64Array();
  const follow = () => {
    if (bytes.buffer === exports.memory.buffer) return;
    bytes = new Uint8Array(exports.memory.buffer);
    numbers = new Float64Array(exports.memory.buffer);
  };
  return {
    ...exports,
    get bytes() {
      follow();
      return bytes;
    },
    get numbers() {
      follow();
      return numbers;
    },
  };
}
