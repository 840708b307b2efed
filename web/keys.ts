// The keyboard: our shortcuts, and the keys that move through the app. Everything else is the browser's.
import type { Core } from './core';
import type { Shortcut } from './host';

export interface KeyNeeds {
  core: Core;
  wake(): void;
  /** The text field over the canvas reads its own keys. */
  inEditor(target: EventTarget | null): boolean;
  leaveEditor(): void;
  shortcut(name: Shortcut): void;
}

/** Undo and redo inside a text field are the browser's own. */
function shortcutOf(event: KeyboardEvent, inEditor: boolean): Shortcut | null {
  if (event.key === 'F1') return 'help';
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  switch (event.key.toLowerCase()) {
    case 's':
      return event.shiftKey ? 'save_as' : 'save';
    case 'o':
      return 'open';
    case 'f':
      return 'find';
    case 'z':
      if (inEditor) return null;
      return event.shiftKey ? 'redo' : 'undo';
    case 'y':
      return inEditor ? null : 'redo';
    default:
      return null;
  }
}

export function listenToKeys(needs: KeyNeeds): void {
  const { core, wake } = needs;
  window.addEventListener('keydown', (event) => {
    const inEditor = needs.inEditor(event.target);
    const shortcut = shortcutOf(event, inEditor);
    if (event.isComposing && shortcut !== 'save' && shortcut !== 'save_as') return; // the input method's; but whoever saves means it
    if (shortcut) {
      event.preventDefault();
      if (!event.repeat) needs.shortcut(shortcut);
      return;
    }
    // From part to part of the window, out of a field too. F6 alone is the browser's: it leaves the page.
    const parts = event.key === 'F6' && event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'F6' && !parts) return;
    if (parts && inEditor) needs.leaveEditor();
    else if (inEditor) return;
    if (event.defaultPrevented || (!parts && (event.ctrlKey || event.metaKey || event.altKey))) return;
    core.modifiers(false, event.shiftKey, false);
    if (core.key(event.key, true)) {
      event.preventDefault();
      wake();
    }
  });
  window.addEventListener('keyup', (event) => {
    core.modifiers(event.ctrlKey || event.metaKey, event.shiftKey, event.altKey);
    core.key(event.key, false); // also when a field opened meanwhile: a key must not stay pressed
    wake();
  });
  window.addEventListener('blur', () => {
    core.windowFocus(false);
    wake();
  });
  window.addEventListener('focus', () => {
    core.windowFocus(true);
    wake();
  });
}
