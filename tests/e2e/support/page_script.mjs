// Functions that run inside the page. Each is sent as source text, so it stands alone.

/** Before the page's own scripts: what a test cannot answer by hand. */
export function prepare({ picker }) {
  // The system's dialogs cannot be operated from here: gone (then files are downloaded), or played.
  if (picker === 'fake') {
    window.savedFiles = []; // every write: into which of the chosen files, and what
    window.pickerCalls = 0;
    window.disk = new Map(); // by name: { text, modified }
    window.permission = 'granted'; // what asking for it answers
    window.permissionAsked = 0;
    let clock = 1_700_000_000_000;
    window.putOnDisk = (name, text) => window.disk.set(name, { text, modified: ++clock });
    const handle_of = (name, { choice = 0, suggestedName = name, allowed = false } = {}) => ({
      kind: 'file',
      name,
      getFile: async () => {
        const found = window.disk.get(name);
        if (!found) throw new DOMException('gone', 'NotFoundError');
        return new File([found.text], name, { type: 'application/json', lastModified: found.modified });
      },
      queryPermission: async () => (allowed ? 'granted' : 'prompt'),
      requestPermission: async () => {
        ++window.permissionAsked;
        allowed = window.permission === 'granted';
        return window.permission;
      },
      createWritable: async () => {
        let text = '';
        return {
          write: async (bytes) => void (text += new TextDecoder().decode(bytes)),
          close: async () => {
            window.putOnDisk(name, text);
            window.savedFiles.push({ choice, suggestedName, name, text });
          },
        };
      },
    });
    window.showSaveFilePicker = async ({ suggestedName }) => {
      const choice = ++window.pickerCalls;
      return handle_of(window.pickedName ?? suggestedName, { choice, suggestedName, allowed: true });
    };
    window.showOpenFilePicker = async () => {
      if (!window.toOpen) throw new DOMException('called off', 'AbortError');
      return window.toOpen.map((name) => handle_of(name));
    };
    DataTransferItem.prototype.getAsFileSystemHandle = function () {
      const name = this.getAsFile()?.name;
      return Promise.resolve(window.disk.has(name) ? handle_of(name) : null);
    };
  } else if (picker === 'none') {
    delete window.showSaveFilePicker;
    delete window.showOpenFilePicker;
  }
}

/** The mirrored widgets: role, name, value, states and box, in reading order; the text field being edited last. */
export function list_widgets() {
  const describe = (element) => {
    const box = element.getBoundingClientRect();
    const label = element.getAttribute('aria-label');
    const state = {};
    for (const { name, value } of element.attributes) {
      if (!name.startsWith('aria-') || /^aria-(label|level|multiline)$/.test(name)) continue;
      state[name.slice(5)] = value === 'true' ? true : value === 'false' ? false : value;
    }
    const text = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join('');
    const told = element.getAttribute('title') ?? element.getAttribute('aria-valuetext') ?? text;
    return {
      role: element.getAttribute('role') ?? (element.tagName === 'TEXTAREA' ? 'textbox' : 'text'),
      name: label ?? text,
      value: element.tagName === 'TEXTAREA' ? element.value : label === null ? '' : told,
      state,
      holds: element.children.length > 0, // other widgets
      box: { x: box.x, y: box.y, width: box.width, height: box.height },
    };
  };
  const mirrored = [...document.querySelectorAll('#mirror *')].filter((element) => !element.hidden);
  return [...mirrored, ...document.querySelectorAll('#stage textarea')].map(describe);
}

/** Resolves when no frame was drawn for a while. */
export function wait_until_idle() {
  return new Promise((resolve) => {
    let frames = -1;
    let still = 0;
    const check = () => {
      const now = window.luping ? window.luping.frames : -1;
      still = now === frames && now >= 0 ? still + 1 : 0;
      frames = now;
      if (still >= 4) resolve();
      else setTimeout(check, 25);
    };
    check();
  });
}

/** As if files were dragged over the window, and dropped unless `only_over`. */
export function drop({ files, only_over }) {
  const data = new DataTransfer();
  for (const { name, bytes } of files) data.items.add(new File([new Uint8Array(bytes)], name, { type: 'application/json' }));
  const target = document.getElementById('canvas');
  const steps = only_over ? ['dragenter', 'dragover'] : ['dragenter', 'dragover', 'drop'];
  for (const step of steps) {
    target.dispatchEvent(new DragEvent(step, { dataTransfer: data, bubbles: true, cancelable: true }));
  }
}

/** Firefox: answer the file dialog from inside. */
export function answer_file_dialog(files) {
  const click = HTMLInputElement.prototype.click;
  HTMLInputElement.prototype.click = function () {
    HTMLInputElement.prototype.click = click;
    const data = new DataTransfer();
    for (const { name, bytes } of files) data.items.add(new File([new Uint8Array(bytes)], name, { type: 'application/json' }));
    this.files = data.files;
    this.dispatchEvent(new Event('change'));
  };
}

/** The event of pasting; the browser's own answer to it where the page leaves it alone. */
export function paste({ text, html }) {
  const data = new DataTransfer();
  if (text) data.setData('text/plain', text);
  if (html) data.setData('text/html', html);
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'clipboardData', { value: data }); // Firefox takes none from a script
  if (document.activeElement.dispatchEvent(event) && text) document.execCommand('insertText', false, text);
}
