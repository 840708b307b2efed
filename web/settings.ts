// How the person wants the screen, kept in this browser. A browser that keeps nothing (storage blocked or full) starts every
// time as the first time.

const KEY = 'luping.settings';

export function keptSettings(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

export function keepSettings(text: string): void {
  try {
    localStorage.setItem(KEY, text);
  } catch {
    // As the first time, next time.
  }
}

/** Whether the system is set to high contrast, in the browsers that tell. */
export function machineWantsContrast(): boolean {
  return ['(prefers-contrast: more)', '(forced-colors: active)', '(-ms-high-contrast: active)'].some(
    (query) => window.matchMedia(query).matches,
  );
}
